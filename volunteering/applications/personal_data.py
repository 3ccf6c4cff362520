"""What applications hold on people, for the register of personal data: who offered help where, and what was written."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions import part_with
from volunteering.applications.models import UNCONFIRMED_FOR, VOLUNTEER, Application, CalendarAddress, SignUp
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
# After the end of the mission; what was never confirmed goes much earlier.
KEEP_FOR = timedelta(days=365)
KEEP_UNCONFIRMED_FOR = UNCONFIRMED_FOR
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
