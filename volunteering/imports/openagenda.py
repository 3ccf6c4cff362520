"""Events as the national open-data portal exports them (data set "evenements-publics-openagenda", OpenAgenda).

Reads both shapes the portal gives: {"records": [{"fields": {…}}]} and a plain list (or {"results": […]}) of fields.
"""

import json
import re
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from volunteering.agenda.models import Attendance, EventIndexPage, EventPage, EventStatus
from volunteering.core.accessibility import ACCESS_CODES
from volunteering.core.ages import OLDEST
from volunteering.core.html import text_of
from volunteering.imports.importer import Importer, Row, RowForm
from volunteering.imports.models import Source
from volunteering.imports.page_fields import Values
from volunteering.imports.reading import Unreadable, check_number, read_text
from volunteering.imports.row_fields import (
    HtmlField,
    ListField,
    NumberedCodeField,
    ParsedField,
    PointField,
    TextField,
    WebAddressField,
    plain,
    shorten,
    web_address,
)
from volunteering.imports.timings import one_by_one, read_timings

STATUSES = {
    1: EventStatus.SCHEDULED.value,
    2: EventStatus.RESCHEDULED.value,
    3: EventStatus.MOVED_ONLINE.value,
    4: EventStatus.POSTPONED.value,
    5: EventStatus.FULL.value,
    6: EventStatus.CANCELLED.value,
}
ATTENDANCES = {1: Attendance.ON_SITE.value, 2: Attendance.ONLINE.value, 3: Attendance.MIXED.value}
# OpenAgenda writes 0 and 99 for "no limit".
NO_AGE = {"", "0", "99"}
FREE = re.compile(r"(?:entrée |accès |participation |événement )?(?:gratuite?|libre)\b(?!.*[\d€])", re.IGNORECASE)


class AgeField(TextField):
    def to_python(self, value: Any) -> int | None:
        text = super().to_python(value)
        if text in NO_AGE:
            return None
        if not text.isdecimal() or int(text) > OLDEST:
            raise ValidationError(_("“%(text)s” is not an age.") % {"text": text[:40]})
        return int(text)


class EventRow(RowForm):
    uid = TextField(required=True, max_length=255, label=gettext_lazy("identifier"))
    title_fr = TextField(required=True, cut_at=255, label=gettext_lazy("title"))
    description_fr = TextField(cut_at=300, label=gettext_lazy("description"))
    longdescription_fr = HtmlField(label=gettext_lazy("long description"))
    timings = ParsedField(label=gettext_lazy("dates"))
    location_name = TextField(cut_at=160, label=gettext_lazy("place"))
    location_address = TextField(cut_at=255, label=gettext_lazy("address"))
    location_postalcode = TextField(max_length=10, label=gettext_lazy("postcode"))
    location_city = TextField(cut_at=100, label=gettext_lazy("town"))
    location_coordinates = PointField(label=gettext_lazy("coordinates"))
    conditions_fr = TextField(cut_at=255, label=gettext_lazy("price"))
    age_min = AgeField(label=gettext_lazy("lowest age"))
    age_max = AgeField(label=gettext_lazy("highest age"))
    accessibility = ListField(label=gettext_lazy("accessibility"))
    keywords_fr = ListField(label=gettext_lazy("keywords"))
    imagecredits = TextField(cut_at=255, label=gettext_lazy("picture credit"))
    registration = ParsedField(label=gettext_lazy("registration"))
    status = NumberedCodeField(codes=STATUSES, label=gettext_lazy("status"))
    attendancemode = NumberedCodeField(codes=ATTENDANCES, label=gettext_lazy("attendance"))
    onlineaccesslink = WebAddressField(label=gettext_lazy("online link"))
    canonicalurl = WebAddressField(label=gettext_lazy("source link"))

    def clean_timings(self) -> list[Values]:
        return one_by_one(read_timings(self.cleaned_data["timings"]), timezone.get_default_timezone())

    def clean_registration(self) -> str:
        """The first http(s) link; e-mail addresses and phone numbers are dropped, they may be someone's own."""
        ways = self.cleaned_data["registration"]
        values = [way.get("value") for way in ways if isinstance(way, dict)] if isinstance(ways, list) else []
        return next((link for value in values if isinstance(value, str) and (link := web_address(value))), "")

    def clean(self) -> None:
        low, high = self.cleaned_data.get("age_min"), self.cleaned_data.get("age_max")
        if low is not None and high is not None and high < low:
            self.add_error("age_max", _("the highest age is below the lowest."))

    @property
    def source_id(self) -> str:
        return self.cleaned_data["uid"]

    def values(self) -> Values:
        row = self.cleaned_data
        return {
            "title": row["title_fr"],
            "summary": self._summary(),
            "body": row["longdescription_fr"],
            "dates": row["timings"],
            "place_name": row["location_name"],
            "address": self._street(),
            "postal_code": row["location_postalcode"],
            "city": row["location_city"],
            "location": row["location_coordinates"],
            "neighbourhood": self.ground.neighbourhood(row["location_coordinates"]),
            "price": row["conditions_fr"],
            "is_free": bool(FREE.match(row["conditions_fr"])),
            "age_min": row["age_min"],
            "age_max": row["age_max"],
            **{f"access_{code}": code in row["accessibility"] for code in ACCESS_CODES},
            "status": row["status"],
            "attendance": row["attendancemode"],
            "online_url": row["onlineaccesslink"],
            "registration_url": row["registration"],
            "image_credit": row["imagecredits"],
            "source_url": row["canonicalurl"],
            "themes": self.ground.themes(row["keywords_fr"]),
        }

    def _summary(self) -> str:
        row = self.cleaned_data
        return row["description_fr"] or shorten(text_of(row["longdescription_fr"]) or row["title_fr"], 300)

    def _street(self) -> str:
        """Without the postcode, town and country at its end: they have fields of their own."""
        row = self.cleaned_data
        if not row["location_city"]:
            return row["location_address"]
        postcode = rf"(?:{re.escape(row['location_postalcode'])}\s+)?" if row["location_postalcode"] else ""
        town = rf"[,\s]+{postcode}{re.escape(row['location_city'])}(?:[,\s]+France)?$"
        return re.sub(town, "", row["location_address"], flags=re.IGNORECASE)


class OpenAgendaImporter(Importer):
    source = Source.OPENAGENDA
    page_model, index_model, row_form = EventPage, EventIndexPage, EventRow
    extensions = (".json",)
    unit = gettext_lazy("event")

    def read(self, path: Path) -> list[Row]:
        try:
            content = json.loads(read_text(path))
        except json.JSONDecodeError as error:
            raise Unreadable(_("this is not valid JSON (%(why)s).") % {"why": error.msg}, line=error.lineno) from error
        except (ValueError, RecursionError) as error:
            raise Unreadable(_("This is not valid JSON.")) from error
        records = content.get("records", content.get("results")) if isinstance(content, dict) else content
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            raise Unreadable(_("This is not an export of events: it holds no list of records."))
        check_number(len(records))
        fields = [record["fields"] if isinstance(record.get("fields"), dict) else record for record in records]
        if fields and not any("timings" in row for row in fields):
            raise Unreadable(_("This is not an export of events: no record has a “%(name)s”.") % {"name": "timings"})
        return [Row(rank, row) for rank, row in enumerate(fields, start=1)]

    def label(self, row: Row) -> str:
        return plain(str(row.data.get("title_fr") or ""))
