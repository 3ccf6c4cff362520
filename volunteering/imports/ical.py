"""Events of a city's existing calendar, as Google, Outlook, Nextcloud and others export it (RFC 5545)."""

import re
from pathlib import Path
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from volunteering.agenda.models import Attendance, EventIndexPage, EventPage, EventStatus
from volunteering.core.html import clean_html, paragraphs, text_of
from volunteering.imports.ical_dates import read_dates
from volunteering.imports.ical_file import CalendarEvent, read_calendar, text, value
from volunteering.imports.ical_overrides import Override, apply_overrides, read_overrides
from volunteering.imports.importer import Ground, Importer, Row, RowForm
from volunteering.imports.models import Source, SourceRecord
from volunteering.imports.page_fields import Values
from volunteering.imports.row_fields import (
    LONGEST_HTML,
    ListField,
    PointField,
    TextField,
    WebAddressField,
    plain,
    shorten,
    web_address,
)
from volunteering.imports.writing import Plan, Refused

LOOKS_LIKE_HTML = re.compile(r"</?(?:p|br|div|span|b|strong|i|em|a|ul|ol|li|h[1-6])\b[^>]*>", re.IGNORECASE)


class CalendarRow(RowForm):
    uid = TextField(required=True, max_length=255, label=gettext_lazy("identifier"))
    summary = TextField(required=True, cut_at=255, label=gettext_lazy("title"))
    description = forms.CharField(required=False, max_length=LONGEST_HTML, label=gettext_lazy("description"))
    location = TextField(label=gettext_lazy("place"))
    url = WebAddressField(label=gettext_lazy("link"))
    geo = PointField(label=gettext_lazy("coordinates"))
    status = TextField(label=gettext_lazy("status"))
    visibility = TextField(label=gettext_lazy("visibility"))
    categories = ListField(label=gettext_lazy("categories"))

    def __init__(self, event: CalendarEvent, *, ground: Ground) -> None:
        self.event = event
        self.dates: list[Values] = []
        self.overrides: dict[str, Override] = {}
        super().__init__(_properties(event), ground=ground)

    def clean_visibility(self) -> str:
        if self.cleaned_data["visibility"].upper() in {"PRIVATE", "CONFIDENTIAL"}:
            raise ValidationError(_("the calendar marks this event as private."))
        return ""

    def clean(self) -> None:
        try:
            self.dates = read_dates(self.event)
            self.overrides = read_overrides(self.event)
        except ValidationError as error:
            problem = {"field": _("Dates"), "problem": " ".join(error.messages)}
            self.add_error(None, _("%(field)s: %(problem)s") % problem)

    @property
    def source_id(self) -> str:
        return self.cleaned_data["uid"]

    @property
    def is_tentative(self) -> bool:
        return self.cleaned_data["status"].upper() == "TENTATIVE"

    def values(self) -> Values:
        row = self.cleaned_data
        body = _body(row["description"])
        cancelled = row["status"].upper() == "CANCELLED"
        return {
            "title": row["summary"],
            "summary": shorten(text_of(body) or row["summary"], 300),
            "body": body,
            "dates": self.dates,
            "status": EventStatus.CANCELLED.value if cancelled else EventStatus.SCHEDULED.value,
            "location": row["geo"],
            "neighbourhood": self.ground.neighbourhood(row["geo"]),
            "source_url": row["url"],
            "themes": self.ground.themes(row["categories"]),
            **_place(row["location"]),
        }


class ICalImporter(Importer):
    source = Source.ICAL
    page_model, index_model, row_form = EventPage, EventIndexPage, CalendarRow
    extensions = (".ics", ".ical", ".icalendar")

    def read(self, path: Path) -> list[Row]:
        return read_calendar(path)

    def label(self, row: Row) -> str:
        component = row.data.master or (row.data.overrides[0] if row.data.overrides else None)
        return plain(text(component, "SUMMARY")) if component is not None else ""

    def form(self, row: Row) -> RowForm:
        if row.data.fault:
            raise Refused(row.data.fault)
        if row.data.master is None:
            raise Refused(_("This is a changed date of a repeating event which is not in the file."))
        return super().form(row)

    def finish(
        self, form: CalendarRow, plan: Plan, page: Page | None, *, by: AbstractBaseUser | None, write: bool
    ) -> bool:
        """Dates exist as rows once the event is published: until then there is nothing to cancel or move."""
        if page is None or not EventPage.objects.filter(pk=page.pk, live=True).exists():
            return False
        record = SourceRecord.objects.filter(source=self.source, source_id=form.source_id).first()
        return record is not None and apply_overrides(page, record, form.overrides, by=by, write=write)


def _properties(event: CalendarEvent) -> dict[str, Any]:
    """The texts of the event; its dates are read apart. ATTENDEE, ORGANIZER and CONTACT are people: never read."""
    component = event.master
    found = component.get("CATEGORIES", [])
    lists = found if isinstance(found, list) else [found]
    return {
        "uid": event.uid,
        "summary": text(component, "SUMMARY"),
        "description": text(component, "DESCRIPTION"),
        "location": text(component, "LOCATION"),
        "url": text(component, "URL"),
        "geo": _geo(component),
        "status": text(component, "STATUS"),
        "visibility": text(component, "CLASS"),
        "categories": [str(category) for each in lists for category in getattr(each, "cats", [])],
    }


def _geo(component: Any) -> list[float] | None:
    """A point that cannot be read is left out: the event is told by its place's name as well."""
    try:
        geo = value(component, "GEO")
    except ValueError:
        return None
    return [geo.latitude, geo.longitude] if geo is not None else None


def _body(description: str) -> str:
    """Plain text says the RFC; Google and Outlook write HTML all the same."""
    return clean_html(description) if LOOKS_LIKE_HTML.search(description) else paragraphs(description)


def _place(location: str) -> Values:
    """A link is where to meet online; "Salle des fêtes, 3 rue du Port" is a name and an address."""
    online = web_address(location)
    if online:
        return {"attendance": Attendance.ONLINE.value, "online_url": online, "place_name": "", "address": ""}
    name, _comma, address = (part.strip() for part in location.partition(","))
    if name[:1].isdigit():
        name, address = "", location
    return {
        "attendance": Attendance.ON_SITE.value,
        "online_url": "",
        "place_name": shorten(name, 160),
        "address": shorten(address, 255),
    }
