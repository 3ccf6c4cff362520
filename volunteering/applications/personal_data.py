"""What applications hold on people, for the register of personal data: who offered help where, and what was written."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions import part_with
from volunteering.applications.actions.leaving import erase_volunteer, identity_of
from volunteering.applications.models import VOLUNTEER, Application, CalendarAddress, SignUp
from volunteering.privacy.registry import Known
from volunteering.relay.models import Conversation, Message, Party
from volunteering.volunteers.models import Volunteer

NAME = "sign_ups"
LABEL = _("Sign-ups and messages")
ABOUT = _("What you offered to do, what became of it, and what you wrote to the associations.")
KEPT = _(
    "Messages, for six months after the end of the mission; the rest for twelve, and never longer than your profile."
    " What was never confirmed, for two days."
)
ERASED = (
    _(
        "You are no longer signed up for anything. The places go to those who wait, and the associations learn that"
        " they are free, not why."
    ),
    _(
        "What you wrote to an association stays readable for them for six months, as of somebody who has left, without"
        " your name, your number and your addresses; then it goes."
    ),
    _("The address of your calendar shows nothing any more."),
)
PROCESSING = _("Sign-ups for missions")
PURPOSE = _("Bringing volunteers and associations together: who helps where, and what they agree on.")
UNTIL = _("Addresses of calendars: until the volunteer stops them.")
WHOSE = _("Volunteers, and people who asked to help without having confirmed it yet.")
WHAT = _("Missions and dates, state of the sign-up, hours given, messages; of who has not confirmed yet: name, e-mail.")
LEGAL_BASIS = _("A task in the public interest: the town supports volunteering (article 6.1.e of the GDPR).")
RECIPIENTS = _(
    "The organising association: a first name and an initial, the name once it accepts. The town hall’s offices: who"
    " signed up. Messages: the two sides; the offices those of a conversation that was reported."
)
NAMES = {
    "mission": _("Mission"),
    "start": _("Date"),
    "people": _("People"),
    "state": _("State"),
    "reason": _("Reason"),
    "asked": _("Asked on"),
    "worked": _("Hours given"),
    "messages": _("Your messages"),
    "first_name": _("First name"),
    "last_name": _("Name"),
    "email": _("E-mail"),
    "message": _("Message"),
    "calendar": _("You have a calendar address since"),
}
MODELS = (Application, SignUp, Conversation, Party, Message, CalendarAddress)


def export_for(email: str) -> list[dict[str, Any]]:
    """Sign-ups, those that wait for their confirmation, and that there is a calendar address: not the address itself,
    which a file that is passed on would pass on too.
    """
    own = Message.objects.filter(author__role=VOLUNTEER)
    people = Volunteer.objects.of_person(email)
    rows = Application.objects.filter(volunteer__in=people).told_whole().latest_first()
    whole = rows.prefetch_related(Prefetch("conversation__messages", queryset=own, to_attr="own_messages"))
    typed = SignUp.objects.filter(email=email.strip().lower()).exclude(email="").select_related("mission")
    calendars = CalendarAddress.objects.filter(volunteer__in=people).values_list("since", flat=True)
    return [*map(_told, whole), *map(_typed, typed), *({"calendar": since} for since in calendars)]


def _told(row: Application) -> dict[str, Any]:
    return {
        "mission": row.mission.title,
        "start": row.capacity.start,
        "people": row.people,
        "state": row.get_state_display(),
        "reason": row.get_reason_display(),
        "asked": row.asked_at,
        "worked": row.worked,
        "messages": [{"written": each.written_at, "text": each.text} for each in row.conversation.own_messages],
    }


def _typed(row: SignUp) -> dict[str, Any]:
    names = ("first_name", "last_name", "email", "people", "message")
    return {"mission": row.mission.title, "asked": row.asked_at} | {name: getattr(row, name) for name in names}


@transaction.atomic
def erase_for(email: str) -> int:
    """Frees the places: whoever waits is offered them."""
    people = Volunteer.objects.of_person(email)
    rows = list(Application.objects.filter(volunteer__in=people))
    for application in rows:
        part_with(application=application)
    calendars = CalendarAddress.objects.filter(volunteer__in=people).delete()[0]
    typed = SignUp.objects.filter(email=email.strip().lower()).exclude(email="")
    return len(rows) + calendars + typed.delete()[0]


def addresses() -> Iterator[tuple[str, datetime]]:
    """Of whoever never confirmed; volunteers are those of their profile."""
    yield from SignUp.objects.exclude(email="").values_list("email", "asked_at").iterator()


def identities(email: str) -> list[str]:
    return [identity_of(volunteer) for volunteer in Volunteer.objects.of_person(email)]


def known() -> Iterator[Known]:
    """Volunteers, whatever address an agent has written into their profile meanwhile."""
    for volunteer in Volunteer.objects.only("pk", "created_at").iterator():
        yield identity_of(volunteer), volunteer.created_at, partial(erase_volunteer, volunteer=volunteer)
