"""What is done in conversations."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from volunteering.relay.models import Conversation, Message, Party


@transaction.atomic
def start(*, roles: Iterable[str]) -> Conversation:
    """Between two sides."""
    conversation = Conversation.objects.create()
    Party.objects.bulk_create(Party(conversation=conversation, role=role) for role in roles)
    return conversation


def tell(*, conversation: Conversation, event: str, text: str = "") -> Message:
    """What happened, as a line among the messages; `text` are the words somebody gave with it."""
    return Message.objects.create(conversation=conversation, event=event, text=text)


def write(*, conversation: Conversation, role: str, text: str) -> Message:
    """Raises `Party.DoesNotExist` when nobody of this role takes part."""
    author = Party.objects.get(conversation=conversation, role=role)
    return Message.objects.create(conversation=conversation, author=author, text=text)


def mark_read(*, conversation: Conversation, role: str) -> None:
    Party.objects.filter(conversation=conversation, role=role).update(read_until=timezone.now())
