"""A map of what happens, on any page of the site."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from volunteering.agenda.models import Occurrence
from volunteering.core.blocks import PREVIEW_TEMPLATE, ListBlock
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage

# Enough for a city's map at a glance; beyond, pins hide each other and the page grows heavy.
LIMIT = 200


class MapBlock(ListBlock):
    """Pins of events, missions or associations, with the same items as a list beneath."""

    SUBJECTS = [("events", _("Events to come")), ("missions", _("Open missions")), ("associations", _("Associations"))]

    number = None
    subject = blocks.ChoiceBlock(label=_("Show"), choices=SUBJECTS, default="events")

    class Meta:
        icon = "site"
        label = _("Map")
        description = _("Events, missions or associations on a map, with the same ones in a list beneath.")
        template = "volunteering/blocks/map.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"title": _("Near you"), "theme": None, "neighbourhood": None, "subject": "events"}

    def get_context(self, value: dict[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        pages = getattr(self, f"get_{value['subject']}")(value)
        request = (parent_context or {}).get("request")
        points = [
            {"lat": page.lat, "lng": page.lng, "title": page.title, "url": page.get_url(request)} for page in pages
        ]
        return {**super().get_context(value, parent_context), "points": points}

    def get_events(self, value: dict[str, Any]) -> list:
        rows = self.narrow(Occurrence.objects.published().short(timezone.now()), value, prefix="event__")
        located = rows.filter(event__lat__isnull=False).exclude(status="cancelled").exclude(event__status="cancelled")
        columns = ("event__title", "event__url_path", "event__lat", "event__lng")
        return list(
            {
                row.event_id: row.event for row in located.select_related("event").only(*columns).soonest()[:LIMIT]
            }.values()
        )

    def get_missions(self, value: dict[str, Any]) -> Any:
        missions = self.narrow(MissionPage.objects.published().recruiting(), value)
        return missions.filter(lat__isnull=False).only("title", "url_path", "lat", "lng").soonest()[:LIMIT]

    def get_associations(self, value: dict[str, Any]) -> Any:
        associations = self.narrow(AssociationPage.objects.published(), value)
        return associations.filter(lat__isnull=False).only("title", "url_path", "lat", "lng").alphabetical()[:LIMIT]
