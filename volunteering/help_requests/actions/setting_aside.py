"""Offers that come to nothing, because another was accepted or because the request is over: each is told."""

from volunteering.help_requests.actions.moving import move_offer
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.notifications import NoLongerExpected, OfferPassed, tell_volunteer
from volunteering.help_requests.states import Actor, OfferState, OfferVerb


def set_aside(request: HelpRequest, *, by: Actor, but: Offer | None = None) -> None:
    """Within a transaction that has locked the request."""
    standing = request.offers.standing().exclude(pk=but.pk if but else None)
    for offer in standing:
        letter = NoLongerExpected if offer.state == OfferState.ACCEPTED else OfferPassed
        tell_volunteer(letter, move_offer(offer, OfferVerb.SET_ASIDE, by=by))
