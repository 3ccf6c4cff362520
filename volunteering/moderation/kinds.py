"""What can be submitted. Moderation knows no page type: each domain says what its form asks and what a page takes from
it (down by registration). A site may register kinds of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.utils.functional import Promise
from wagtail.models import Page, Site

if TYPE_CHECKING:
    from volunteering.moderation.submitting.steps import StepForm

# {step: its cleaned data}
Answers = Mapping[str, dict[str, Any]]
# {step: {field: [what was typed, …]}}
Typed = dict[str, dict[str, list[str]]]


class Duplicate(NamedTuple):
    page: Page
    reason: Promise | str


class Author(NamedTuple):
    """Who proposes, as far as it is known: an account (or None), and an address that may still have to be proven."""

    user: Any
    email: str = ""


class Kind:
    """`name` is part of addresses. `steps`: forms in order; the engine adds the picture, the city's own questions and
    the author.
    """

    name: ClassVar[str]
    label: ClassVar[Promise]
    # On the button, and what that leads to.
    invitation: ClassVar[Promise]
    about: ClassVar[Promise]
    icon: ClassVar[str] = "file-text"
    # Among the doors one chooses from.
    order: ClassVar[int] = 100
    model: ClassVar[type[Page]]
    steps: ClassVar[tuple[type["StepForm"], ...]]
    has_picture: ClassVar[bool] = True
    # What a complete page also has, by step: the meter counts them, nobody has to.
    wanted: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def parent(self, site: Site) -> Page | None:
        """Where a new page goes. None: this site takes no such submissions."""
        parents = [model for model in self.model.allowed_parent_page_models() if model is not Page]
        for model in parents:
            found = model.objects.live().descendant_of(site.root_page, inclusive=True).order_by("path").first()
            if found is not None:
                return found
        return None

    def form_options(self, *, site: Site, user: Any) -> dict[str, Any]:
        """What the forms of the steps are made with, beside what was typed."""
        return {"site": site, "user": user}

    def typed_from(self, page: Page, *, user: Any = None) -> Typed:
        """What this account would have typed to get this page: to change it, or to start another one from it."""
        raise NotImplementedError

    def typed_again(self, page: Page, *, user: Any = None) -> Typed:
        """For a new page like this one: without what belonged to that time."""
        return self.typed_from(page, user=user)

    def write(self, page: Page, answers: Answers) -> None:
        """Put the answers into a page that is not saved yet, children included. Plain text becomes safe HTML."""
        raise NotImplementedError

    def write_picture(self, page: Page, image: Any) -> None:
        page.image = image

    def prepare(self, page: Page, *, answers: Answers, site: Site, author: Author) -> None:
        """In the transaction that writes the page, before it: what the page needs beside itself. `page`: as it was."""

    def along_with(self, page: Page) -> Page | None:
        """A draft that `prepare` made and that goes when this one does."""
        return None

    def title(self, typed: Typed) -> str:
        values = typed.get(self.steps[0].name, {}).get("title") or [""]
        return " ".join(values[0].split())[:255]

    def may_change(self, user: Any, page: Page) -> bool:
        """Whether this account speaks for the page. Whether it is live was asked already."""
        return False

    def office_address(self, page: Page) -> str | None:
        """Where whoever speaks for the page reads mails; empty when nobody knows. None: nobody but the city does."""
        return None

    def likely_duplicates(self, page: Page) -> Iterable[Duplicate]:
        return []

    def soonest(self, page: Page) -> datetime | None:
        """When it first takes place."""
        return None

    def concerns(self, page: Page, *, author: Author, answers: Answers) -> list[str]:
        """Codes of `concerns.SENTENCES` that only the domain can tell."""
        return []

    def next_step(self, submission: Any, token: str) -> tuple[str, Any] | None:
        """Where its author goes once it is published: an address, and what the button says."""
        return None

    def public_texts(self, page: Page) -> list[str]:
        """Where contact data have no place."""
        return []


_registered: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Once per name; a site that registers another one under the same name replaces it."""
    _registered[kind.name] = kind


def kinds() -> list[Kind]:
    return sorted(_registered.values(), key=lambda kind: kind.order)


def kind_of(name: str) -> Kind | None:
    return _registered.get(name)


def kind_of_page(page: Page) -> Kind | None:
    """The kind that changes pages of this type: of several, the first that was registered."""
    return next((kind for kind in _registered.values() if isinstance(page, kind.model)), None)
