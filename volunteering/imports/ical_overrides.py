"""Single dates of a repeating event that the calendar cancels, moves or words otherwise (RECURRENCE-ID).

They become what an editor does to one date. What was done once is remembered, so that a date an editor restored or
moved again stays as they left it.
"""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.agenda.actions import (
    OccurrenceOver,
    annotate_occurrence,
    cancel_occurrence,
    move_occurrence,
    restore_occurrence,
)
from volunteering.agenda.materialise import materialise
from volunteering.agenda.models import Occurrence
from volunteering.imports.ical_dates import Span, naive, zone_of
from volunteering.imports.ical_file import CalendarEvent, text, value
from volunteering.imports.models import SourceRecord
from volunteering.imports.row_fields import plain, shorten

KEY = "overrides"  # in SourceRecord.values
Override = dict[str, str]


def read_overrides(event: CalendarEvent) -> dict[str, Override]:
    """The date's identity (ISO, UTC) → {"cancelled": "1"} or {"start", "end", "note"}, each only when it differs."""
    try:
        return dict(_read(event, component) for component in event.overrides)
    except (ValueError, OverflowError) as error:
        raise ValidationError(str(error)) from error


def apply_overrides(
    page: Page, record: SourceRecord, wanted: dict[str, Override], *, by: AbstractBaseUser | None, write: bool
) -> bool:
    """Change the dates still to come that the calendar words differently than at the last import."""
    known = record.values.get(KEY, {})
    news = {key for key in {*wanted, *known} if wanted.get(key) != known.get(key)}
    rows = page.occurrences.upcoming().filter(recurrence_id__in=[parse_datetime(key) for key in news])
    found = {row.recurrence_id.astimezone(UTC).isoformat(): row for row in rows}
    if write and found:
        for key, row in found.items():
            with suppress(OccurrenceOver):  # it ended while we were at work: nothing to announce any more
                _apply(row, before=known.get(key, {}), now=wanted.get(key, {}), by=by)
        materialise(page)  # a date moved back takes its usual length again
        # Only what was done: a date beyond the horizon is changed once it exists.
        told = {key: value for key, value in known.items() if key not in found}
        record.values[KEY] = told | {key: wanted[key] for key in found if key in wanted}
        record.save(update_fields=["values", "imported_at"])
    return bool(found)


def _read(event: CalendarEvent, component: Any) -> tuple[str, Override]:
    original = value(component, "RECURRENCE-ID")
    if original is None or "RANGE" in component["RECURRENCE-ID"].params:
        raise ValidationError(_("a change that concerns several dates at once is not supported."))
    moment = _in_utc(original, event)
    if text(component, "STATUS").upper() == "CANCELLED":
        return moment.isoformat(), {"cancelled": "1"}
    override: Override = {}
    if "DTSTART" in component:
        span, usual = Span(event, component), Span(event, event.master)
        says_its_end = "DTEND" in component or "DURATION" in component
        finish = span.end if says_its_end else span.start + (usual.end - usual.start)
        start, end = (each.replace(tzinfo=span.zone).astimezone(UTC) for each in (span.start, finish))
        if start != moment or finish - span.start != usual.end - usual.start:
            override |= {"start": start.isoformat(), "end": end.isoformat()}
    return moment.isoformat(), override | _note(event, component)


def _in_utc(moment: Any, event: CalendarEvent) -> datetime:
    zone = zone_of(moment, event.zone) if isinstance(moment, datetime) else timezone.get_default_timezone()
    return naive(moment, zone).replace(tzinfo=zone).astimezone(UTC)


def _note(event: CalendarEvent, component: Any) -> Override:
    """What this date says otherwise: its title, its place."""
    said = [text(component, name) for name in ("SUMMARY", "LOCATION") if name in component]
    usual = [text(event.master, name) for name in ("SUMMARY", "LOCATION")]
    note = shorten(" – ".join(plain(words) for words in said if words.strip() and words not in usual), 300)
    return {"note": note} if note else {}


def _apply(row: Occurrence, *, before: Override, now: Override, by: AbstractBaseUser | None) -> None:
    """From what the last import did to this date to what the calendar says now; the rest is an editor's doing."""
    if now.get("cancelled") != before.get("cancelled"):
        if "cancelled" in now:
            cancel_occurrence(occurrence=row, reason="", by=by)
            return
        restore_occurrence(occurrence=row, by=by)
    if "start" in now:
        start, end = (datetime.fromisoformat(now[name]) for name in ("start", "end"))
        move_occurrence(occurrence=row, start=start, end=end, by=by)
    elif "start" in before:
        start, end = row.recurrence_id, row.recurrence_id + (row.end - row.start)
        move_occurrence(occurrence=row, start=start, end=end, by=by)
        restore_occurrence(occurrence=row, by=by)
    if now.get("note", "") != before.get("note", "") == row.note:
        annotate_occurrence(occurrence=row, note=now.get("note", ""), by=by)
