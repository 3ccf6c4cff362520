"""What is asked of the large city."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone

from tests.benchmarks.report import REFERENCE
from volunteering.agenda.models import EventPage
from volunteering.core.taxonomy import Theme
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage


@dataclass(frozen=True)
class Workload:
    """`unchanged`: whoever asks already has the answer, and says so (If-None-Match)."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)
    unchanged: bool = False

    @property
    def status(self) -> int:
        return 304 if self.unchanged else 200


# The page cache does not look at who has one.
SESSION = {"Cookie": "sessionid=none"}
LISTS = ("agenda", "directory", "missions")


def workloads(*, lists_only: bool = False) -> dict[str, Workload]:
    theme = Theme.objects.order_by("pk").first().slug
    quarter = "neighbourhood=quartier-1"
    search, near = reverse("volunteering:search"), "near=45.900,4.060&km=3"
    calendar = "/engagement/agenda.ics"
    paths = {
        "agenda": "/agenda/",
        "agenda, narrowed": f"/agenda/?theme={theme}&when=month&{quarter}",
        "agenda, a word": "/agenda/?q=jardiner",
        "agenda, newest": "/agenda/?sort=newest",
        "agenda, month": f"/agenda/?month={timezone.localdate():%Y-%m}",
        "agenda, week": f"/agenda/?week={timezone.localdate():%Y-%m-%d}",
        "agenda, missions too": "/agenda/?missions=1",
        "directory": "/associations/",
        "directory, narrowed": f"/associations/?theme={theme}&{quarter}",
        "missions": "/missions/",
        "missions, narrowed": f"/missions/?theme={theme}&when=month&{near}&places=1",
        "association": AssociationPage.objects.order_by("pk").first().url,
        "mission": MissionPage.objects.order_by("pk").first().url,
        "event": EventPage.objects.order_by("pk").first().url,
        # A number stands in one title of each type; the word stands on most pages, and two of them on half.
        "search, narrow": f"{search}?q=711",
        "search, broad": f"{search}?q=jardiner",
        "search, two broad": f"{search}?q=jardiner+loire",
        "search, misspelt": f"{search}?q=assosiation",
        "search, suggestions": f"{reverse('volunteering:suggestions')}?q=jard",
        "calendar": calendar,
        "RSS": "/engagement/agenda.rss",
        "GeoJSON": "/engagement/agenda.geojson",
    }
    asked = {name: Workload(path) for name, path in paths.items()}
    asked["calendar, unchanged"] = Workload(calendar, unchanged=True)
    if lists_only:
        asked = {name: each for name, each in asked.items() if name.startswith(LISTS) and "?q=" not in each.path}
    return {**asked, REFERENCE: Workload("/constant/", SESSION)}
