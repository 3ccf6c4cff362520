"""Who asks for a hand, on the dashboard: what is to be done, and how many are open by area and by age."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.desk.panels import DeskPanel
from volunteering.help_requests.listing import AGE_NAMES, AGES, of_age
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.models.help_request import HelpRequestQuerySet
from volunteering.help_requests.states import State


class HelpRequestsPanel(DeskPanel):
    """Nothing while nobody asks."""

    name = "volunteering_help_requests"
    template_name = "volunteering/desk/home/help_requests.html"
    order = 122

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        alive, rows = HelpRequest.objects.running(), counted_by_area()
        todo = {
            "waiting": _todo(alive.filter(state=State.WAITING), "waiting"),
            "unanswered": _todo(alive.unanswered(), "unanswered"),
            "offers": _todo(alive.with_offers(), "offers"),
        }
        if not rows and not any(each["number"] for each in todo.values()):
            return None
        has_charter = bool(charter_version(CitySettings.for_request(request)))
        return {**todo, "rows": rows, "ages": list(AGE_NAMES.values()), "has_charter": has_charter}


def counted_by_area() -> list[dict[str, Any]]:
    """A row for each neighbourhood with open requests; a number for each age. One query."""
    counts = {name: Count("pk", filter=of_age(name)) for name in AGES}
    found = HelpRequest.objects.filter(state=State.OPEN).order_by("neighbourhood__name")
    return [_row(area) for area in found.values("neighbourhood", "neighbourhood__name").annotate(**counts)]


def _row(area: dict[str, Any]) -> dict[str, Any]:
    where = {"neighbourhood": area["neighbourhood"]} if area["neighbourhood"] else None
    cells = [
        {"number": area[name], "age": AGE_NAMES[name], "url": _url(age=name, **where) if where else ""} for name in AGES
    ]
    return {
        "area": area["neighbourhood__name"] or _("Not known"),
        "url": _url(**where) if where else "",
        "cells": cells,
    }


def _todo(rows: HelpRequestQuerySet, answer: str) -> dict[str, Any]:
    index = reverse("volunteering_help_requests:index")
    return {"number": rows.count(), "url": f"{index}?{urlencode({'answer': answer})}"}


def _url(**filters: Any) -> str:
    """The open ones."""
    asked = {**filters, "state": State.OPEN.value}
    return f"{reverse('volunteering_help_requests:index')}?{urlencode(asked)}"
