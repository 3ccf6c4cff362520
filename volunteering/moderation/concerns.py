"""What the office should look at before it approves: found when something is sent, said when it is read."""

from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.core.contact_data import holds_contact_data
from volunteering.moderation.kinds import Answers, Author, Kind

CONTACT_DATA, DUPLICATE, SOON, PAST = "contact_data", "duplicate", "soon", "past"
SOON_MEANS = timedelta(days=7)

SENTENCES: dict[str, Promise] = {
    CONTACT_DATA: _("An e-mail address or a telephone number stands in a text that everyone will read."),
    DUPLICATE: _("It looks much like something that is there already."),
    SOON: _("It takes place in less than seven days: if it is a mission, the national site will refuse it."),
    PAST: _("All its dates are over."),
}


def register_concerns(sentences: dict[str, Promise]) -> None:
    """A domain says what its own codes mean."""
    SENTENCES.update(sentences)


def found_in(page: Page, *, kind: Kind, author: Author, answers: Answers) -> list[str]:
    """Codes of what holds whenever it is read; what depends on the day is asked again then (`passing`)."""
    codes = [CONTACT_DATA] if any(map(holds_contact_data, kind.public_texts(page))) else []
    codes += [DUPLICATE] if any(True for _each in kind.likely_duplicates(page)) else []
    return [*codes, *kind.concerns(page, author=author, answers=answers)]


def passing(page: Page, *, kind: Kind) -> list[str]:
    """Codes of what depends on today."""
    first, now = kind.soonest(page), timezone.now()
    if first is None:
        return []
    if first < now:
        return [PAST]
    return [SOON] if first - now < SOON_MEANS else []


def in_sentences(codes: list[str]) -> list[Promise]:
    return [SENTENCES[code] for code in codes if code in SENTENCES]
