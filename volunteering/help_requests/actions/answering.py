"""The asker, or an agent for them, says who comes."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.help_requests.actions.moving import lock, move, move_offer
from volunteering.help_requests.actions.offering import create_offer, renew_offer
from volunteering.help_requests.actions.setting_aside import set_aside
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.notifications import (
    NoLongerExpected,
    OfferAccepted,
    OfferDeclined,
    SomebodyComes,
    tell_asker_of,
    tell_volunteer,
)
from volunteering.help_requests.states import Actor, NotPossible, OfferState, OfferVerb, State, Verb
from volunteering.volunteers.models import Volunteer


@transaction.atomic
def accept(*, offer: Offer, by: Actor, user: AbstractBaseUser | None = None) -> Offer:
    """From here on this volunteer may read the address. The others are told. Raises `NotPossible`."""
    now = timezone.now()
    request = move(offer.request, Verb.MATCH, by=by, user=user, matched_at=now, expires_at=now + TERM)
    chosen = move_offer(offer, OfferVerb.ACCEPT, by=by, user=user, answered_at=now)
    set_aside(request, by=by, but=chosen)
    tell_volunteer(OfferAccepted, chosen)
    if by == Actor.AGENT:
        tell_asker_of(SomebodyComes, chosen)
    return chosen


@transaction.atomic
def decline(*, offer: Offer, by: Actor, user: AbstractBaseUser | None = None) -> Offer:
    """Raises `NotPossible`."""
    lock(offer.request)
    declined = move_offer(offer, OfferVerb.DECLINE, by=by, user=user, answered_at=timezone.now())
    tell_volunteer(OfferDeclined, declined)
    return declined


@transaction.atomic
def match(*, request: HelpRequest, volunteer: Volunteer, by: AbstractBaseUser) -> Offer:
    """An agent has asked this volunteer, who said yes. Raises `NotPossible`."""
    locked = lock(request)
    if locked.state != State.OPEN:
        raise NotPossible(f"nobody is looked for any more: {locked.state}")
    known = Offer.objects.filter(request=locked, volunteer=volunteer).first()
    offer = create_offer(locked, volunteer) if known is None else known
    if offer.state != OfferState.OFFERED:
        offer = renew_offer(offer)
    return accept(offer=offer, by=Actor.AGENT, user=by)


@transaction.atomic
def release(*, offer: Offer, by: Actor, user: AbstractBaseUser | None = None) -> Offer:
    """Not this volunteer after all: the request is shown again. Raises `NotPossible`."""
    move(offer.request, Verb.REOPEN, by=by, user=user, matched_at=None)
    released = move_offer(offer, OfferVerb.RELEASE, by=by, user=user)
    tell_volunteer(NoLongerExpected, released)
    return released
