"""What a volunteer who offered a hand is told."""

from django.utils.translation import gettext_lazy as _

from volunteering.help_requests.links import offer_link
from volunteering.help_requests.models import Offer
from volunteering.help_requests.notifications.about import AboutOffer
from volunteering.help_requests.states import OfferState, State


class ToVolunteer(AboutOffer):
    button = _("See my offer")

    def offer_url(self, offer: Offer) -> str:
        return offer_link(offer)


class OfferAccepted(ToVolunteer):
    label = _("Offer of help: you are expected")
    states = frozenset({State.MATCHED})
    offer_states = frozenset({OfferState.ACCEPTED})
    subject = _("You are expected: %(kind)s, %(area)s – %(city_name)s")
    opening = _("You are expected: thank you for coming! The address is on the site, once you are signed in.")
    closing = _("Something comes up? Tell us with one click: we look for somebody else.")
    button = _("See the address and write")


class OfferPassed(ToVolunteer):
    label = _("Offer of help: somebody else comes")
    offer_states = frozenset({OfferState.PASSED})
    subject = _("Thank you for your offer: %(kind)s, %(area)s – %(city_name)s")
    opening = _("Thank you for your offer. Somebody else comes, or a hand is no longer needed.")
    closing = _("Others near you are waiting for somebody: have a look?")


class OfferDeclined(ToVolunteer):
    label = _("Offer of help: not this time")
    offer_states = frozenset({OfferState.DECLINED})
    subject = _("Not this time: %(kind)s, %(area)s – %(city_name)s")
    opening = _("Thank you for your offer. It is not possible this time, and it says nothing about you.")
    closing = OfferPassed.closing


class NoLongerExpected(ToVolunteer):
    label = _("Offer of help: you are no longer expected")
    offer_states = frozenset({OfferState.PASSED})
    subject = _("You are no longer expected: %(kind)s, %(area)s – %(city_name)s")
    opening = _(
        "You are no longer expected: plans have changed. Please do not go there. Thank you for having been ready."
    )
    closing = OfferPassed.closing


class Thanked(ToVolunteer):
    label = _("Offer of help: thank you")
    offer_states = frozenset({OfferState.DONE})
    subject = _("Thank you: %(kind)s, %(area)s – %(city_name)s")
    opening = _("It is done: thank you for the hand you gave. You have made somebody’s day easier.")
    closing = _("See you soon?")


class AskerWrote(ToVolunteer):
    label = _("Offer of help: message of whoever asked")
    offer_states = frozenset(OfferState)
    subject = _("You have a message: %(kind)s, %(area)s – %(city_name)s")
    opening = _("Whoever asked for a hand has written to you.")
    closing = _("Please answer on the site: this mail itself cannot be answered.")
    button = _("Read and answer")
