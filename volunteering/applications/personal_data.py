"""What applications hold on people, for the register of personal data: who offered help where, and what was written."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from volunteering.applications.actions import withdraw
from volunteering.applications.models import UNCONFIRMED_FOR, Application, SignUp
from volunteering.relay.models import Conversation

# After the end of the mission; what was never confirmed goes much earlier.
KEEP_FOR = timedelta(days=365)
KEEP_UNCONFIRMED_FOR = UNCONFIRMED_FOR


def export_for(email: str) -> list[dict[str, Any]]:
    rows = Application.objects.filter(volunteer__email=email.strip().lower()).told_whole().latest_first()
    return [
        {
            "mission": row.mission.title,
            "start": row.capacity.start,
            "people": row.people,
            "state": row.get_state_display(),
            "asked": row.asked_at,
            "worked": row.worked,
            "messages": [
                {"written": each.written_at, "text": each.text}
                for each in row.conversation.messages.filter(author__role="volunteer")
            ],
        }
        for row in rows
    ]


@transaction.atomic
def erase_for(email: str) -> int:
    """Frees the places first: whoever waits is offered them."""
    address = email.strip().lower()
    rows = Application.objects.filter(volunteer__email=address)
    for application in rows.told_whole():
        if application.may_withdraw:
            withdraw(application=application)
    keys, conversations = list(rows.values_list("pk", flat=True)), list(rows.values_list("conversation", flat=True))
    Application.objects.filter(pk__in=keys).delete()
    Conversation.objects.filter(pk__in=conversations).delete()
    forgotten, _models = SignUp.objects.filter(email=address).delete()
    return len(keys) + forgotten
