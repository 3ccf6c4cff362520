"""A page's fields as JSON values, so that what was imported, what stands here and what comes in can be compared."""

import re
from datetime import date, time
from functools import cache
from typing import Any

from django.db.models import DateField, TimeField
from django.utils.translation import gettext
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField
from wagtail.models import Page

from volunteering.agenda.models import EventDate
from volunteering.core.geo import InvalidPoint, format_point, parse_point
from volunteering.core.models import Neighbourhood, Theme
from volunteering.core.pages import RICH_TEXT

Values = dict[str, Any]

DATE_FIELDS = [field for field in EventDate._meta.concrete_fields if field.name not in {"id", "event", "sort_order"}]
REWRITES = 5  # after two at most nothing moves any more; the rest is for HTML we have not met
TAG, BLOCK_KEY = re.compile(r"<[^>]*>"), re.compile(r' data-block-key="[^"]*"')
SECONDS = re.compile(r"(T?\d\d:\d\d):\d\d(?:\.\d+)?")


def read_fields(page: Page, names: list[str]) -> Values:
    return {name: _read(page, name) for name in names}


def write_fields(page: Page, values: Values) -> None:
    for name, value in values.items():
        _write(page, name, value)


def blank_values(model: type[Page], names: list[str]) -> Values:
    """What a new page says before anybody filled it in."""
    return read_fields(model(), names)


def is_same(model: type[Page], name: str, one: Any, other: Any) -> bool:
    """Whether two values say the same, whichever of us or the editor's screen wrote them."""
    return one == other or _comparable(model, name, one) == _comparable(model, name, other)


def field_label(model: type[Page], name: str) -> str:
    """The field as editors know it."""
    if name == "dates":
        return gettext("dates")
    return str(model._meta.get_field(name).verbose_name)


def event_dates(rows: list[Values]) -> list[EventDate]:
    return [EventDate(**{field.name: _from_json(field, row) for field in DATE_FIELDS}) for row in rows]


def _read(page: Page, name: str) -> Any:
    if name == "themes":
        return sorted(theme.slug for theme in page.themes.all())
    if name == "neighbourhood":
        return page.neighbourhood.slug if page.neighbourhood else None
    if name == "dates":
        return [{field.name: _to_json(getattr(row, field.name)) for field in DATE_FIELDS} for row in page.dates.all()]
    return getattr(page, name)


def _write(page: Page, name: str, value: Any) -> None:
    if name == "themes":
        value = list(Theme.objects.filter(slug__in=value))
    elif name == "neighbourhood":
        value = Neighbourhood.objects.filter(slug=value).first()
    elif name == "dates":
        value = event_dates(value)
    setattr(page, name, value)


def _comparable(model: type[Page], name: str, value: Any) -> Any:
    if name == "location":
        return _rounded(value)
    if name == "dates":
        return [_comparable_date(row) for row in value or []]
    if name != "themes" and isinstance(model._meta.get_field(name), RichTextField):
        return _as_the_editor_writes(value or "")
    return value.strip() if isinstance(value, str) else value


def _rounded(text: str | None) -> str:
    """The map's text to the sixth decimal."""
    try:
        return format_point(parse_point(text))
    except InvalidPoint:
        return text or ""


def _comparable_date(row: Values) -> Values:
    """Absent is blank, and hours are told without seconds: the editor's screen knows none."""
    filled = {field.name: row.get(field.name) or None for field in DATE_FIELDS}
    filled["interval"] = filled["interval"] or 1
    return {name: _without_seconds(value) for name, value in filled.items()}


def _without_seconds(value: Any) -> Any:
    if isinstance(value, str):
        return SECONDS.sub(r"\1", value)
    if isinstance(value, dict):
        return {key: _without_seconds(inner) for key, inner in value.items()}
    return [_without_seconds(inner) for inner in value] if isinstance(value, list) else value


@cache
def _converter() -> ContentstateConverter:
    return ContentstateConverter(RICH_TEXT)


def _as_the_editor_writes(html: str) -> str:
    """Saving a page unchanged rewrites its rich text (order of tags, entities, spaces): what that leads to."""
    for _time in range(REWRITES):
        before, html = html, _rewritten(html)
        if html == before:
            break
    return html if TAG.sub("", html).strip() else ""


def _rewritten(html: str) -> str:
    converter = _converter()
    return BLOCK_KEY.sub("", converter.to_database_format(converter.from_database_format(html)))


def _to_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def _from_json(field: Any, row: Values) -> Any:
    if field.name not in row:
        return field.get_default()
    value = row[field.name]
    if value and isinstance(field, DateField):
        return date.fromisoformat(value)
    return time.fromisoformat(value) if value and isinstance(field, TimeField) else value
