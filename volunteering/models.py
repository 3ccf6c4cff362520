"""Every domain's models, for Django. Inside the code, import the domain itself."""

from volunteering.agenda.models import EventDate, EventIndexPage, EventPage, Occurrence
from volunteering.alerts.models import SavedSearch
from volunteering.core.models import (
    CitySettings,
    Freshness,
    Hits,
    Issue,
    Neighbourhood,
    OutgoingMail,
    Skill,
    Theme,
    UsedStamp,
)
from volunteering.directory.models import AssociationIndexPage, AssociationPage, OpeningHours
from volunteering.imports.models import ImportRun, SourceRecord
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage, Shift
from volunteering.search.models import SearchEntry, SearchPosting, SearchSpelling, SearchStem, SearchWord

__all__ = [
    "AssociationIndexPage",
    "AssociationPage",
    "Capacity",
    "CitySettings",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "Freshness",
    "Hits",
    "ImportRun",
    "Issue",
    "MissionIndexPage",
    "MissionPage",
    "Neighbourhood",
    "Occurrence",
    "OpeningHours",
    "OutgoingMail",
    "SavedSearch",
    "SearchEntry",
    "SearchPosting",
    "SearchSpelling",
    "SearchStem",
    "SearchWord",
    "Shift",
    "Skill",
    "SourceRecord",
    "Theme",
    "UsedStamp",
]
