"""Values as people read them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from volunteering.core.moments import duration_in_words
from volunteering.privacy.registry import PersonalData


def lines(part: PersonalData, row: dict[str, Any]) -> Iterator[tuple[Promise, str]]:
    """Label and words of what is known; what is not known is left out."""
    for name, value in row.items():
        if words := spoken(value):
            yield part.NAMES[name], words


def spoken(value: Any) -> str:
    match value:
        case None | "" | [] | {}:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
        case date():
            return date_format(value)
        case timedelta():
            return duration_in_words(int(value.total_seconds() // 60))
        case dict():
            return "; ".join(f"{name}: {spoken(each)}" for name, each in value.items())
        case list() | tuple():
            return ", ".join(_within(each) for each in value)
    return str(value)


def _within(value: Any) -> str:
    """Of something in a list, its words alone: a message with its moment, an absence with its two days."""
    if isinstance(value, dict):
        value = list(value.values())
    return " – ".join(map(spoken, value)) if isinstance(value, list | tuple) else spoken(value)
