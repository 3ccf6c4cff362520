"""Every domain's models, for Django. Inside the code, import the domain itself."""

from volunteering.agenda.models import EventDate, EventIndexPage, EventPage, Occurrence
from volunteering.alerts.models import SavedSearch
from volunteering.applications.models import Application, CalendarAddress, SignUp
from volunteering.core.models import (
    CharterVersion,
    CitySettings,
    Freshness,
    Hits,
    Issue,
    MailWords,
    Neighbourhood,
    OutgoingMail,
    Skill,
    Theme,
    UsedStamp,
)
from volunteering.directory.models import (
    AssociationIndexPage,
    AssociationPage,
    Claim,
    Invitation,
    Membership,
    OpeningHours,
)
from volunteering.help_requests.models import HelpKind, HelpRequest, Offer
from volunteering.imports.models import ImportRun, SourceRecord
from volunteering.missions.models import Capacity, HeldMission, MissionIndexPage, MissionPage, Shift
from volunteering.moderation.models import (
    Answer,
    Exchange,
    Question,
    ReasonTemplate,
    Report,
    ReportDecision,
    ReviewTask,
    Submission,
)
from volunteering.privacy.models import Erasure
from volunteering.relay.models import Conversation, Message, Party
from volunteering.search.models import SearchEntry, SearchPosting, SearchSpelling, SearchStem, SearchWord
from volunteering.statements.models import AccessibilityStatementPage
from volunteering.volunteers.models import Absence, Stance, Volunteer, VolunteerSkill

__all__ = [
    "Absence",
    "AccessibilityStatementPage",
    "Answer",
    "Application",
    "AssociationIndexPage",
    "AssociationPage",
    "CalendarAddress",
    "Capacity",
    "CharterVersion",
    "CitySettings",
    "Claim",
    "Conversation",
    "Erasure",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "Exchange",
    "Freshness",
    "HeldMission",
    "HelpKind",
    "HelpRequest",
    "Hits",
    "ImportRun",
    "Invitation",
    "Issue",
    "MailWords",
    "Membership",
    "Message",
    "MissionIndexPage",
    "MissionPage",
    "Neighbourhood",
    "Occurrence",
    "Offer",
    "OpeningHours",
    "OutgoingMail",
    "Party",
    "Question",
    "ReasonTemplate",
    "Report",
    "ReportDecision",
    "ReviewTask",
    "SavedSearch",
    "SearchEntry",
    "SearchPosting",
    "SearchSpelling",
    "SearchStem",
    "SearchWord",
    "Shift",
    "SignUp",
    "Skill",
    "SourceRecord",
    "Stance",
    "Submission",
    "Theme",
    "UsedStamp",
    "Volunteer",
    "VolunteerSkill",
]
