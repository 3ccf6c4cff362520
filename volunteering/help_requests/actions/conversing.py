"""The two sides of an offer write to each other; the mail says that there is a message, and nothing of it."""

from django.db import transaction
from django.utils import timezone

from volunteering.help_requests.models import VOLUNTEER, Offer
from volunteering.help_requests.notifications import AskerWrote, VolunteerWrote, tell_asker_of, tell_volunteer
from volunteering.relay import actions as relay
from volunteering.relay.models import Message

# Several messages in a row are one mail.
ROW = 10 * 60  # seconds


@transaction.atomic
def send_message(*, offer: Offer, role: str, text: str) -> Message:
    """`role`: `VOLUNTEER` or `ASKER`. Raises `Blocked`, `TooManyMessages`."""
    message = relay.write(conversation=offer.conversation, role=role, text=text)
    stretch = str(int(timezone.now().timestamp()) // ROW)
    if role == VOLUNTEER:
        tell_asker_of(VolunteerWrote, offer, which=stretch)
    else:
        tell_volunteer(AskerWrote, offer, which=stretch)
    return message
