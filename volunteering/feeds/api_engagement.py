"""Missions as the XML that API Engagement, the State's hub of missions, fetches every six hours.

A full snapshot: what is absent is taken down there, so it is never cut to a page. One mission without `clientId` would
break the whole import: what the hub refuses is left out (`national.refusals` says why).
Source: betagouv/api-engagement, `api/src/jobs/import-missions/`.
"""

from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from django.db.models import QuerySet
from django.utils import timezone

from volunteering.feeds.national import NationalMission, is_for_hub
from volunteering.feeds.national_missions import national_missions
from volunteering.feeds.subjects import MISSIONS
from volunteering.feeds.views import Feed

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
YES, NO = "yes", "no"


class ApiEngagement(Feed):
    """GET /engagement/missions.xml"""

    subject = MISSIONS
    content_type, extension = "application/xml", "xml"

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        yield from document(mission for _page, mission in national_missions(rows, site=self.site))


def document(missions: Iterator[NationalMission]) -> Iterator[str]:
    """The whole file, mission by mission."""
    yield f"{DECLARATION}<source>\n"
    for mission in missions:
        if is_for_hub(mission):
            yield element("mission", "".join(_parts(mission)), is_markup=True) + "\n"
    yield "</source>\n"


def element(name: str, value: str, *, is_markup: bool = False) -> str:
    """Nothing for an empty value."""
    return f"<{name}>{value if is_markup else escape(value)}</{name}>" if value else ""


def _parts(mission: NationalMission) -> Iterator[str]:
    told = {
        "clientId": mission.client_id,
        "title": mission.title,
        "description": mission.description,
        "applicationUrl": mission.application_url,
        "postedAt": _iso(mission.posted_at),
        "startAt": _iso(mission.start_at),
        "endAt": _iso(mission.end_at),
        "domain": mission.domain,
        "schedule": mission.schedule,
        "remote": mission.remote,
        # Unticked means unknown, which is not "no".
        "reducedMobilityAccessible": YES if mission.wheelchair else "",
        "closeToTransport": YES if mission.public_transport else "",
        "openToMinors": YES if mission.open_to_minors else NO,
        "places": str(mission.places) if mission.places else "",
        "image": mission.image,
        "organizationName": mission.organisation,
        "organizationClientId": mission.organisation_id,
        "organizationRNA": mission.rna,
        "organizationSiren": mission.siren,
        "organizationUrl": mission.organisation_url,
        "organizationDescription": mission.organisation_description,
    }
    yield from (element(name, value) for name, value in told.items())
    yield element("addresses", element("address", "".join(_address(mission)), is_markup=True), is_markup=True)


def _address(mission: NationalMission) -> Iterator[str]:
    if not (mission.city or mission.postal_code or mission.lat is not None):
        return
    told = {
        "street": mission.street,
        "postalCode": mission.postal_code,
        "city": mission.city,
        "departmentCode": department(mission.postal_code),
        "country": "FR",
    }
    yield from (element(name, value) for name, value in told.items())
    if mission.lat is not None and mission.lng is not None:
        # <location>, not <lonLat>: the hub reads the two differently.
        point = f"<lon>{mission.lng:.6f}</lon><lat>{mission.lat:.6f}</lat>"
        yield element("location", point, is_markup=True)


def department(postal_code: str) -> str:
    """The code of the department, from a French postcode; nothing when it is none."""
    if len(postal_code) != 5 or not postal_code.isascii() or not postal_code.isdecimal():
        return ""
    if postal_code.startswith("20"):  # Corsica, cut in two in 1976 with its postcodes kept
        return "2A" if postal_code < "20200" else "2B"
    return postal_code[:3] if postal_code[:2] in ("97", "98") else postal_code[:2]


def _iso(moment: datetime | None) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""
