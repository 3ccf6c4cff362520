"""What whoever asked for a hand is told."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.placeholders import Placeholder
from volunteering.help_requests.links import asker_thread_link, extend_link, follow_link
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.notifications.about import AREA, KIND, NAME, AboutHelp, AboutOffer
from volunteering.help_requests.states import CHOSEN, RUNNING, OfferState, State


class ToAsker(AboutHelp):
    button = _("See or change my request")

    def url(self, request: HelpRequest) -> str:
        return follow_link(request)


class Received(ToAsker):
    label = _("Help request: it has arrived")
    states = frozenset({State.WAITING})
    subject = _("Your request has arrived: %(kind)s – %(city_name)s")
    opening = _(
        "Your request has arrived. Somebody at the town hall reads it within two working days, and shows volunteers"
        " what you need and in which neighbourhood: neither your name nor your address."
    )
    closing = _("You did well to ask. If anything changes, one click is enough, or a call.")


class Shown(ToAsker):
    label = _("Help request: volunteers see it")
    states = frozenset({State.OPEN})
    subject = _("We are looking for somebody: %(kind)s – %(city_name)s")
    opening = _(
        "We are looking for somebody for you. As soon as a volunteer offers to come we write to you, and you decide who"
        " comes: your address is shown to nobody before."
    )
    closing = _("We look for 30 days. It often takes a little time: we do not forget you.")


class Refused(ToAsker):
    label = _("Help request: not possible here")
    states = frozenset({State.REFUSED})
    subject = _("About your request: %(kind)s – %(city_name)s")
    opening = _("We have read your request, and volunteers cannot take this on. It was right to ask.")
    closing = _("Call us: we look with you for whoever can help.")

    def values(self, request: HelpRequest) -> dict[str, Any]:
        told = {"reason": request.get_reason_display(), "words": request.reason_words}
        return {**super().values(request), **told}


class EndsSoon(ToAsker):
    label = _("Help request: it ends in five days")
    states = RUNNING
    subject = _("Shall we keep your request? %(kind)s – %(city_name)s")
    opening = _("Your request ends in five days. Do you still need a hand? One click, and it stays for 30 days more.")
    closing = _("It is done, or no longer needed? Then you need do nothing, or tell us with one click.")
    button = _("Keep it for 30 days more")

    def url(self, request: HelpRequest) -> str:
        return extend_link(request)


class Expired(ToAsker):
    label = _("Help request: nobody was found in time")
    states = frozenset({State.EXPIRED})
    subject = _("Your request has ended: %(kind)s – %(city_name)s")
    opening = _("30 days have passed, and we have found nobody. We are sorry.")
    closing = _("You still need a hand? Ask again, or call us: we look for another way with you.")


class VolunteerLeft(ToAsker):
    label = _("Help request: the volunteer cannot come after all")
    states = frozenset({State.OPEN})
    subject = _("We are looking for somebody else: %(kind)s – %(city_name)s")
    opening = _("Whoever was to come to you cannot come after all. We are looking for somebody else at once.")
    closing = _("Your address is shown to nobody any more.")


class ToAskerOfOffer(AboutOffer):
    placeholders: ClassVar[tuple[Placeholder, ...]] = (KIND, AREA, NAME)
    button = _("Read and answer")

    def offer_url(self, offer: Offer) -> str:
        return follow_link(offer.request)


class SomebodyOffers(ToAskerOfOffer):
    label = _("Help request: somebody offers to come")
    states = frozenset({State.OPEN})
    offer_states = frozenset({OfferState.OFFERED})
    subject = _("%(name)s offers you a hand: %(kind)s – %(city_name)s")
    opening = _("Good news: %(name)s would like to give you a hand.")
    closing = _(
        "Read what they wrote, ask what you like, and say yes or no. Your address is shown only after your yes."
    )


class SomebodyComes(ToAskerOfOffer):
    label = _("Help request: somebody comes")
    states = frozenset({State.MATCHED})
    offer_states = CHOSEN
    subject = _("%(name)s comes to give you a hand: %(kind)s – %(city_name)s")
    opening = _("It is settled: %(name)s comes to give you a hand. They may read your address now, and nobody else.")
    closing = _("You can write to each other on the site. Once it is done, tell us with one click.")


class VolunteerWrote(ToAskerOfOffer):
    label = _("Help request: message of the volunteer")
    offer_states = frozenset(OfferState)
    subject = _("%(name)s has written to you: %(kind)s – %(city_name)s")
    opening = _("%(name)s has written to you.")
    closing = _("Please answer on the site: this mail itself cannot be answered.")

    def offer_url(self, offer: Offer) -> str:
        return asker_thread_link(offer)
