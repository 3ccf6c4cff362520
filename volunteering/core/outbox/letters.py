"""What a kind of mail is: its words, and what they are written from."""

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from django.utils.functional import Promise
from django.utils.module_loading import import_string

from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import CITY, Placeholder


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

    `subject`, `opening` and `closing` may name values of the context: "%(label)s". Both templates extend those of
    volunteering/mail/, say the same, and get `city`, `home` (address of the site), `opening`, `closing` and, for bulk
    mails, `unsubscribe_url` beside the context.

    An editor can put own words in the place of `opening` and `closing`, where there are any (`outbox.words`), with the
    values that `placeholders` names. What a reader must learn in any case stands in the templates.
    """

    label: ClassVar[Promise]
    subject: ClassVar[Promise]
    opening: ClassVar[Promise | str] = ""
    closing: ClassVar[Promise | str] = ""
    placeholders: ClassVar[tuple[Placeholder, ...]] = ()
    text_template: ClassVar[str]
    html_template: ClassVar[str]
    is_bulk: ClassVar[bool] = False

    @classmethod
    def path(cls) -> str:
        return f"{cls.__module__}.{cls.__qualname__}"

    @classmethod
    def all_placeholders(cls) -> tuple[Placeholder, ...]:
        """With those of every mail."""
        return (*cls.placeholders, CITY)

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        """Raises `NothingToSay`. One with a `closing` of its own ends with that."""
        return {}

    def example(self, *, home: str) -> dict[str, Any]:
        """A context as `context` gives it, of invented values that nobody takes for real ones: for the preview."""
        return {"url": home}

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


# Heading → its kinds of mail, in the order in which editors see them.
_registered: dict[str, tuple[Promise, tuple[type[Letter], ...]]] = {}


def register_letters(name: str, heading: Promise, letters: tuple[type[Letter], ...]) -> None:
    """Show these kinds of mail to editors under one heading; `name` tells it from others. A site may add its own."""
    _registered[name] = (heading, letters)


def registered_letters() -> Iterator[tuple[Promise, tuple[type[Letter], ...]]]:
    yield from _registered.values()
