"""What all mails about one request share."""

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import State
from volunteering.help_requests.wording import how_much, when

KIND = Placeholder("kind", pgettext_lazy("placeholder", "help"), _("What kind of a hand it is about"))
AREA = Placeholder("area", pgettext_lazy("placeholder", "neighbourhood"), _("The neighbourhood"))
NAME = Placeholder("name", pgettext_lazy("placeholder", "volunteer"), _("First name and initial of the volunteer"))


class AboutHelp(Letter):
    """Says nothing any more once the request has moved on from `states`."""

    states: ClassVar[frozenset[str]]
    opening: ClassVar[Promise]
    button: ClassVar[Promise]
    placeholders: ClassVar[tuple[Placeholder, ...]] = (KIND, AREA)
    text_template = "volunteering/help_requests/mail/help.txt"
    html_template = "volunteering/help_requests/mail/help.html"

    def help_request(self, mail: OutgoingMail) -> HelpRequest:
        rows = HelpRequest.objects.told_whole().filter(state__in=self.states)
        found = rows.filter(pk=mail.about.get("request")).first()
        if found is None:
            raise NothingToSay
        return found

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        request = self.help_request(mail)
        return {**self.values(request), "button": str(self.button), "url": self.url(request)}

    def values(self, request: HelpRequest) -> dict[str, Any]:
        return {
            "kind": request.kind_name,
            "area": request.area or str(_("somewhere in the city")),
            "when": when(request),
            "how_much": how_much(request),
            "reason": "",
            "words": "",
        }

    def example(self, *, home: str) -> dict[str, Any]:
        invented = {"kind": str(_("An errand")), "area": str(_("The neighbourhood of the example"))}
        told = {"when": str(_("In the next few days")), "how_much": str(_("An hour")), "reason": "", "words": ""}
        return {**invented, **told, "name": str(_("First name N.")), "button": str(self.button), "url": home}

    def url(self, request: HelpRequest) -> str:
        raise NotImplementedError


class AboutOffer(AboutHelp):
    """`about`: {"offer": id}. Says nothing any more once the offer has moved on from `offer_states`."""

    states = frozenset(State)
    offer_states: ClassVar[frozenset[str]]

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Offer.objects.told_whole().filter(state__in=self.offer_states, request__state__in=self.states)
        offer = rows.exclude(volunteer=None).filter(pk=mail.about.get("offer")).first()
        if offer is None:
            raise NothingToSay
        told = {**self.values(offer.request), "name": offer.volunteer.short_name}
        return {**told, "button": str(self.button), "url": self.offer_url(offer)}

    def offer_url(self, offer: Offer) -> str:
        raise NotImplementedError
