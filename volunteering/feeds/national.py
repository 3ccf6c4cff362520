"""What the State's hub of missions (API Engagement) and the site that shows them (JeVeuxAider) accept. Pure.

Source: betagouv/api-engagement, `api/src/jobs/import-missions/` and `api/docs/openapi.yaml`.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from html import unescape

from dateutil.relativedelta import relativedelta
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.core.taxonomy import NationalDomain

LONGEST_DESCRIPTION = 20_000
SHORTEST_DESCRIPTION = 300
OLDEST = relativedelta(months=6)
SOON, SHORT = timedelta(days=7), timedelta(days=21)
RNA = re.compile(r"W\d{9}")
SIREN = re.compile(r"\d{9}|\d{14}")


@dataclass(frozen=True, kw_only=True)
class NationalMission:
    """One <mission>. Moments are aware; empty texts and None are left out of the XML."""

    client_id: str
    title: str
    description: str
    application_url: str
    domain: str
    organisation: str
    organisation_id: str
    organisation_url: str = ""
    organisation_description: str = ""
    rna: str = ""
    siren: str = ""
    posted_at: datetime | None = None
    start_at: datetime | None = None
    end_at: datetime | None = None
    schedule: str = ""
    remote: str = "no"
    wheelchair: bool = False
    public_transport: bool = False
    open_to_minors: bool = False
    places: int | None = None
    image: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    lat: float | None = None
    lng: float | None = None


class Site(StrEnum):
    HUB = "API Engagement"
    JEVEUXAIDER = "JeVeuxAider.gouv.fr"


@dataclass(frozen=True)
class Refusal:
    """`by` whom; the sentence says why, and how to repair it."""

    by: Site
    code: str
    sentence: str | Promise


def refusals(mission: NationalMission, *, now: datetime) -> list[Refusal]:
    """Why this mission would not be shown nationally; empty when nothing stands against it."""
    return [*_by_hub(mission), *_by_jeveuxaider(mission, now)]


def is_for_hub(mission: NationalMission) -> bool:
    """Whether it may stand in the XML: a mission that the hub refuses, or worse, that breaks its whole import."""
    return not _by_hub(mission)


def _by_hub(mission: NationalMission) -> list[Refusal]:
    title = unescape(mission.title)
    checks = [
        (not mission.client_id, "client-id", _("It has no identifier. Save the page again.")),
        (len(title.split()) < 2, "title", _("The title has only one word. Write at least two.")),
        ("&#" in title, "title-code", _("The title holds a code (&#…). Write the character itself.")),
        (not mission.description, "description", _("There is no description. Say what one does.")),
        (
            len(mission.description) > LONGEST_DESCRIPTION,
            "description-long",
            _("The description is longer than 20,000 characters. Shorten it."),
        ),
        (not mission.application_url, "address", _("The page has no web address.")),
        (
            mission.domain not in NationalDomain.values,
            "domain",
            _("The theme’s national domain is not in the national list. Choose one in the theme."),
        ),
        (
            not (mission.organisation and mission.organisation_id),
            "organisation",
            _("The association’s own page is not published. Publish it first."),
        ),
    ]
    return [Refusal(Site.HUB, code, sentence) for is_wrong, code, sentence in checks if is_wrong]


def _by_jeveuxaider(mission: NationalMission, now: datetime) -> list[Refusal]:
    starts_soon = bool(mission.start_at and mission.start_at < now + SOON)
    ends_soon = bool(mission.end_at and mission.end_at < now + SHORT)
    checks = [
        (
            bool(mission.posted_at and mission.posted_at < now - OLDEST),
            "old",
            _("It was published more than six months ago. Copy it into a new mission."),
        ),
        (
            starts_soon and ends_soon,
            "soon",
            _("It starts in less than 7 days and ends in less than 21. Announce the next one earlier."),
        ),
        (
            0 < len(mission.description) < SHORTEST_DESCRIPTION,
            "description-short",
            _("The description has fewer than 300 characters. Say more about the context and what one does."),
        ),
        (not mission.city, "city", _("There is no town. Fill in “Town” in the address.")),
    ]
    return [Refusal(Site.JEVEUXAIDER, code, sentence) for is_wrong, code, sentence in checks if is_wrong]
