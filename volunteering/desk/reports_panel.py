"""What visitors reported, on the dashboard: how many pages wait for an answer, and for how many it is late."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from volunteering.desk.panels import DeskPanel
from volunteering.moderation.models import Report

LISTED = 8


class ReportsPanel(DeskPanel):
    """Nothing while nothing waits."""

    name = "volunteering_reports"
    template_name = "volunteering/desk/home/reports.html"
    order = 121

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        rows = Report.objects.open().defer("words", "email")
        shown = list(rows.one_per_page().order_by("reported_at", "pk")[:LISTED])
        if not shown:
            return None
        index = reverse("volunteering_reports:index")
        return {
            "reports": shown,
            "total": pages_of(rows),
            "late": pages_of(Report.objects.late()),
            "listing_url": index,
            "late_url": f"{index}?{urlencode({'age': 'late'})}",
        }


def pages_of(reports: Any) -> int:
    return reports.values("page").distinct().count()
