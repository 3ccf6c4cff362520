"""What a kind of mail is: its words, and what they are written from."""

from typing import Any, ClassVar, NamedTuple

from django.utils.functional import Promise
from django.utils.module_loading import import_string

from volunteering.core.outbox.models import OutgoingMail


class NothingToSay(Exception):
    """What the mail would tell is no longer so: it need not leave."""


class UnknownLetter(Exception):
    """No letter has this name (any more)."""


class Attachment(NamedTuple):
    """`kind` is a whole MIME type, parameters included."""

    name: str
    content: bytes
    kind: str


class Letter:
    """Subclasses live in a domain's `notifications`. They take what they say from the database when the mail leaves.

    `subject` may name values of the context: "%(label)s". Both templates extend those of volunteering/mail/, say the
    same, and get `city`, `home` (address of the site) and, for bulk mails, `unsubscribe_url` beside the context.
    """

    label: ClassVar[Promise]
    subject: ClassVar[Promise]
    text_template: ClassVar[str]
    html_template: ClassVar[str]
    is_bulk: ClassVar[bool] = False

    @classmethod
    def path(cls) -> str:
        return f"{cls.__module__}.{cls.__qualname__}"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        """Raises `NothingToSay`."""
        return {}

    def attachments(self, mail: OutgoingMail) -> list[Attachment]:
        return []

    def unsubscribe_url(self, mail: OutgoingMail) -> str:
        """Where one click ends such mails (RFC 8058). Every bulk letter has one."""
        raise NotImplementedError


def find_letter(path: str) -> Letter:
    try:
        found = import_string(path)
    except ImportError as error:
        raise UnknownLetter(path) from error
    if not (isinstance(found, type) and issubclass(found, Letter)):
        raise UnknownLetter(path)
    return found()
