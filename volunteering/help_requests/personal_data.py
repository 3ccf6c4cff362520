"""What help requests hold on people, for the register of personal data: who asked for a hand, and who offered one."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from volunteering.help_requests.actions import forget, part_with, part_with_offer
from volunteering.help_requests.models import ASKER, VOLUNTEER, HelpRequest, Offer
from volunteering.help_requests.states import State
from volunteering.help_requests.wording import how_much, when
from volunteering.relay.models import Message
from volunteering.volunteers.models import Volunteer

NAME = "help_requests"
LABEL = _("Help requests and offers")
ABOUT = _("What you asked a hand for or offered, and what you wrote about it: to bring the two sides together.")
KEPT = _("For six months after the end. What was never confirmed, for two days.")
ERASED = (
    _(
        "Your help requests end: name, address, number and words go at once, and whoever had offered to come is told"
        " that it is over."
    ),
    _(
        "You are no longer expected where you had offered a hand. What you wrote stays readable for the other side"
        " until its term, as of somebody who has left."
    ),
)
PROCESSING = _("Mutual help between neighbours")
PURPOSE = _("Finding a volunteer for whoever asks for a hand.")
WHOSE = _("Residents who ask for a hand, people for whom it is asked, and volunteers who offer one.")
WHAT = _(
    "Need, name, e-mail, phone, address and words of whoever asks, which may tell of health or of being alone; state,"
    " messages."
)
LEGAL_BASIS = _(
    "A task in the public interest: the town helps its residents help each other (article 6.1.e of the GDPR). What"
    " somebody tells of their health, they tell by their own choice (article 9.2.a)."
)
RECIPIENTS = _(
    "The reception desk: words and contact data with a reason that is logged. Volunteers: kind and neighbourhood; the"
    " one who was accepted: name and address, and the phone where the person wanted it."
)
NAMES = {
    "asked_for": _("Asked for"),
    "offered": _("Offered"),
    "neighbourhood": _("Neighbourhood"),
    "when": _("When"),
    "how_long": _("How long, how often"),
    "words": _("What you wrote"),
    "need": _("What volunteers read"),
    "first_name": _("First name"),
    "last_name": _("Name"),
    "email": _("E-mail"),
    "phone": _("Phone"),
    "address": _("Address"),
    "state": _("State"),
    "asked": _("Asked on"),
    "closed": _("Closed on"),
    "worked": _("Minutes given"),
    "address_read": _("Address read on"),
    "messages": _("Your messages"),
}
MODELS = (HelpRequest, Offer)


def export_for(email: str) -> list[dict[str, Any]]:
    """Requests of the address, and offers of the person."""
    requests = HelpRequest.objects.of_address(email).told_whole().latest_first()
    offers = Offer.objects.filter(volunteer__in=Volunteer.objects.of_person(email)).told_whole().latest_first()
    return [*map(_request, requests.prefetch_related(_own(ASKER, "offers__"))), *map(_offer, _with_own(offers))]


def _own(role: str, path: str = "") -> Prefetch:
    own = Message.objects.filter(author__role=role)
    return Prefetch(f"{path}conversation__messages", queryset=own, to_attr="own_messages")


def _with_own(offers: Any) -> Any:
    return offers.prefetch_related(_own(VOLUNTEER))


def _request(row: HelpRequest) -> dict[str, Any]:
    names = ("words", "need", "first_name", "last_name", "email", "phone", "address", "worked")
    lines = [line for offer in row.offers.all() for line in offer.conversation.own_messages]
    return {
        "asked_for": row.kind_name,
        "neighbourhood": row.area,
        "when": when(row),
        "how_long": how_much(row),
        "state": row.get_state_display(),
        "asked": row.asked_at,
        "closed": row.closed_at,
        "messages": _lines(lines),
    } | {name: getattr(row, name) for name in names}


def _offer(row: Offer) -> dict[str, Any]:
    return {
        "offered": row.request.kind_name,
        "neighbourhood": row.request.area,
        "state": row.get_state_display(),
        "asked": row.offered_at,
        "address_read": row.address_read_at,
        "messages": _lines(row.conversation.own_messages),
    }


def _lines(messages: list[Message]) -> list[dict[str, Any]]:
    return [{"written": each.written_at, "text": each.text} for each in messages]


@transaction.atomic
def erase_for(email: str) -> int:
    """Whoever was expected, or expected somebody, is told that it is over."""
    requests = list(HelpRequest.objects.of_address(email))
    for request in requests:
        # What nobody confirmed concerns nobody else.
        act = forget if request.state == State.UNCONFIRMED else part_with
        act(request=request)
    offers = list(Offer.objects.filter(volunteer__in=Volunteer.objects.of_person(email)))
    for offer in offers:
        part_with_offer(offer=offer)
    return len(requests) + len(offers)


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from HelpRequest.objects.exclude(email="").values_list("email", "asked_at").iterator()
