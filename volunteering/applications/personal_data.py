"""What applications hold on people, for the register of personal data: who offered help where, and what was written."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions import forget
from volunteering.applications.models import UNCONFIRMED_FOR, VOLUNTEER, Application, SignUp
from volunteering.relay.models import Conversation, Message, Party
from volunteering.volunteers.models import Volunteer

NAME = "sign_ups"
LABEL = _("Sign-ups and messages")
ABOUT = _("What you offered to do, what became of it, and what you wrote to the associations.")
KEPT = _("As long as your profile; what was never confirmed, for two days.")
ERASED = (
    _(
        "You are no longer signed up for anything. The places go to those who wait, and the associations learn that"
        " they are free, not why."
    ),
    _("Your conversations and the hours you gave go, on the association’s side too."),
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
}
MODELS = (Application, SignUp, Conversation, Party, Message)


def export_for(email: str) -> list[dict[str, Any]]:
    """Sign-ups, then those that wait for their confirmation."""
    own = Message.objects.filter(author__role=VOLUNTEER)
    rows = Application.objects.filter(volunteer__in=Volunteer.objects.of_address(email)).told_whole().latest_first()
    whole = rows.prefetch_related(Prefetch("conversation__messages", queryset=own, to_attr="own_messages"))
    typed = SignUp.objects.filter(email=email.strip().lower()).exclude(email="").select_related("mission")
    return [*map(_told, whole), *map(_typed, typed)]


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
    rows = list(Application.objects.filter(volunteer__in=Volunteer.objects.of_address(email)))
    for application in rows:
        forget(application=application)
    typed = SignUp.objects.filter(email=email.strip().lower()).exclude(email="")
    return len(rows) + typed.delete()[0]
