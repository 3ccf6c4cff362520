"""What is done in conversations."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from volunteering.core.ratelimit import Limit
from volunteering.relay.models import Conversation, Message, Party

# Of one side in one conversation.
MESSAGES = Limit("relay.messages", times=20, within=timedelta(hours=1))


class Blocked(Exception):
    """The other side wants to read nothing more, or this side said so itself."""


class TooManyMessages(Exception):
    """That is a chat, and a flood to whoever gets a mail about it."""


@transaction.atomic(savepoint=False)
def start(*, roles: Iterable[str]) -> Conversation:
    """Between two sides."""
    conversation = Conversation.objects.create()
    Party.objects.bulk_create(Party(conversation=conversation, role=role) for role in roles)
    return conversation


def tell(*, conversation: Conversation, event: str, text: str = "") -> Message:
    """What happened, as a line among the messages; `text` are the words somebody gave with it."""
    return Message.objects.create(conversation=conversation, event=event, text=text)


@transaction.atomic
def write(*, conversation: Conversation, role: str, text: str) -> Message:
    """Raises `Blocked`, `TooManyMessages`, and `Party.DoesNotExist` when nobody of this role takes part."""
    if Party.objects.filter(conversation=conversation, blocked_at__isnull=False).exists():
        raise Blocked
    author = Party.objects.get(conversation=conversation, role=role)
    if not MESSAGES.take(str(author.pk)):
        raise TooManyMessages
    return Message.objects.create(conversation=conversation, author=author, text=text)


def block(*, conversation: Conversation, role: str) -> None:
    Party.objects.filter(conversation=conversation, role=role, blocked_at=None).update(blocked_at=timezone.now())


def unblock(*, conversation: Conversation, role: str) -> None:
    Party.objects.filter(conversation=conversation, role=role).update(blocked_at=None)


def report(*, conversation: Conversation, role: str, words: str) -> None:
    """Ask the city to look. The first report stays: what is reported again is being looked at already."""
    fresh = Conversation.objects.filter(pk=conversation.pk, reported_at=None)
    fresh.update(reported_at=timezone.now(), reported_by=role, report=words)


def settle(*, conversation: Conversation) -> None:
    Conversation.objects.filter(pk=conversation.pk).update(reported_at=None, reported_by="", report="")


def show_phone(*, conversation: Conversation, role: str) -> None:
    Party.objects.filter(conversation=conversation, role=role, phone_shown_at=None).update(
        phone_shown_at=timezone.now()
    )


def hide_phone(*, conversation: Conversation, role: str) -> None:
    Party.objects.filter(conversation=conversation, role=role).update(phone_shown_at=None)
