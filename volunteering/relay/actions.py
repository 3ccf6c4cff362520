"""What is done in conversations."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from volunteering.core.contact_data import without_contact_data, without_words
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


@transaction.atomic
def leave(*, conversation: Conversation, role: str, words: Iterable[str]) -> None:
    """This side is gone: the other reads on, without these `words` (names, addresses) and without what reaches the
    one who left. Nothing more is written.
    """
    known = list(words)
    block(conversation=conversation, role=role)
    hide_phone(conversation=conversation, role=role)
    lines = list(Message.objects.filter(conversation=conversation).exclude(text="").select_related("author"))
    for line in lines:
        own = line.author is not None and line.author.role == role
        line.text = without_words(without_contact_data(line.text) if own else line.text, known)
    Message.objects.bulk_update(lines, ["text"])
    conversation.report = without_words(conversation.report, known)
    conversation.save(update_fields=["report"])


@transaction.atomic
def fall_silent(*, conversations: Collection[UUID], until: datetime) -> int:
    """What was written in these until then is over: it goes, the two sides stay. Returns how many messages went."""
    Party.objects.filter(conversation__in=conversations).update(phone_shown_at=None)
    return Message.objects.filter(conversation__in=conversations, written_at__lte=until).delete()[0]
