"""The same for people with a spreadsheet: one row per thing, in words. Programs read `data/`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.applications.models import Application
from volunteering.archive.rows import PORTION
from volunteering.archive.tables import exported
from volunteering.core.listings.exports import readable
from volunteering.core.spreadsheets import BYTE_ORDER_MARK, neutralised
from volunteering.directory.models import AssociationPage
from volunteering.feeds.open_data import theme_names
from volunteering.help_requests.models import HelpRequest
from volunteering.missions.models import Capacity, MissionPage
from volunteering.volunteers.models import Volunteer

THEMES = "themes"
PLACE = ("place_name", "address", "postal_code", "city", "neighbourhood__name", "lat", "lng")
PAGE = ("id", "title", "live", "first_published_at", "last_published_at", "url_path")
# Where the column's own field is named for itself alone.
HEADINGS = {
    "id": _("Number"),
    "title": _("Title"),
    "live": _("Published"),
    "url_path": _("Address on the site"),
    "lat": _("Latitude"),
    "lng": _("Longitude"),
    "neighbourhood__name": _("Neighbourhood"),
    "organiser__title": _("Association"),
    "event__title": _("Event"),
    "event_id": _("Number of the event"),
    "mission__title": _("Mission"),
    "mission_id": _("Number of the mission"),
    "capacity_id": _("Number of the shift"),
    "capacity__mission__title": _("Mission"),
    "capacity__start": _("Start"),
    "capacity__end": _("End"),
    "start": _("Start"),
    "end": _("End"),
    "starts_at": _("Start"),
    "ends_at": _("End"),
    "places": _("Places"),
    "taken": _("Places taken"),
    "waiting": _("People who wait"),
    "cancelled_at": _("Cancelled"),
    "kind__name": _("Kind"),
    "volunteer_id": _("Number of the volunteer"),
    "volunteer__first_name": _("First name"),
    "volunteer__last_name": _("Name"),
    "volunteer__email": _("E-mail"),
    "volunteer__phone": _("Phone"),
    "created_at": _("Since"),
    THEMES: _("Themes"),
}


@dataclass(frozen=True)
class Sheet:
    """`name`: of the file, in the words of the city. `columns`: paths as a query reads them, or THEMES."""

    name: str
    model: type[models.Model]
    columns: tuple[str, ...]

    def write(self, file: IO[str]) -> int:
        """Returns how many rows."""
        file.write(BYTE_ORDER_MARK)
        writer, number = csv.writer(file), 0
        writer.writerow([neutralised(self.heading(path)) for path in self.columns])
        for row in self.rows():
            writer.writerow([neutralised(readable(cell)) for cell in row])
            number += 1
        return number

    def rows(self) -> Iterator[list[Any]]:
        paths = ["pk", *(path for path in self.columns if path != THEMES)]
        themes = theme_names(self.model) if THEMES in self.columns else {}
        words = {path: dict(field.flatchoices) for path in paths if (field := self.field(path)) and field.flatchoices}
        for values in self.model._base_manager.order_by("pk").values_list(*paths).iterator(chunk_size=PORTION):
            row = {path: words.get(path, {}).get(value, value) for path, value in zip(paths, values, strict=True)}
            row[THEMES] = " | ".join(themes.get(row["pk"], []))
            yield [row[path] for path in self.columns]

    def heading(self, path: str) -> str:
        field = self.field(path)
        return str(HEADINGS.get(path) or capfirst(field.verbose_name if field else path))

    def field(self, path: str) -> models.Field | None:
        try:
            return self.model._meta.get_field(path)
        except FieldDoesNotExist:
            return None


ASSOCIATIONS = (
    *PAGE,
    *("acronym", "kind", "rna", "siret", "founded", "summary", THEMES, "website", "office_email", "office_phone"),
    *PLACE,
)
MISSIONS = (*PAGE, "organiser__title", "summary", THEMES, "format", "commitment", "places", "starts_at", *PLACE)
EVENTS = (
    *PAGE,
    *("summary", THEMES, "status", "attendance", "is_free", "price", "age_min", "age_max", "audience"),
    *PLACE,
)
DATES = ("id", "event_id", "event__title", "start", "end", "all_day", "status", "reason", "note")
VOLUNTEERS = (
    *("id", "first_name", "last_name", "email", "phone", "neighbourhood__name", THEMES, "birth_year", "is_paused"),
    *("mail_frequency", "charter_version", "created_at"),
)
SIGN_UPS = (
    *("id", "capacity_id", "capacity__mission__title", "capacity__start", "capacity__end", "state", "people"),
    *("volunteer_id", "volunteer__first_name", "volunteer__last_name", "volunteer__email", "volunteer__phone"),
    *("asked_at", "answered_at"),
)
HELP_REQUESTS = (
    *("id", "state", "kind__name", "for_whom", "moment", "day", "duration", "frequency", "neighbourhood__name"),
    *("words", "need", "first_name", "last_name", "email", "phone", "address", "asked_at", "closed_at"),
)
SHEETS = (
    Sheet("pages", Page, PAGE),
    Sheet("associations", AssociationPage, ASSOCIATIONS),
    Sheet("missions", MissionPage, MISSIONS),
    Sheet(
        "creneaux",
        Capacity,
        ("id", "mission_id", "mission__title", "start", "end", "places", "taken", "waiting", "cancelled_at"),
    ),
    Sheet("evenements", EventPage, EVENTS),
    Sheet("dates", Occurrence, DATES),
    Sheet("benevoles", Volunteer, VOLUNTEERS),
    Sheet("inscriptions", Application, SIGN_UPS),
    Sheet("coups-de-main", HelpRequest, HELP_REQUESTS),
)


def sheets(*, without_people: bool = False) -> list[Sheet]:
    tables = exported(without_people=without_people)
    return [sheet for sheet in SHEETS if sheet.model in tables]
