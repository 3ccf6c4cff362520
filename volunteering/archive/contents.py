"""What becomes of the tables of this app, of Wagtail and of Django.

Those of people are in the register of personal data too; what stands between two tables follows them.
"""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from volunteering.archive.tables import Rules, register
from volunteering.core.outbox.models import OPEN

CONTENT = {
    "volunteering": (
        *("Theme", "Skill", "Neighbourhood", "Issue", "CitySettings", "CharterVersion", "MailWords"),
        *("AssociationIndexPage", "AssociationPage", "OpeningHours"),
        *("EventIndexPage", "EventPage", "EventDate", "Occurrence"),
        *("MissionIndexPage", "MissionPage", "Shift", "Capacity", "HeldMission"),
        *("HelpKind", "SourceRecord", "Question", "ReasonTemplate", "ReviewTask"),
        "AccessibilityStatementPage",
    ),
    "wagtailcore": (
        *("Locale", "Site", "Page", "Revision", "Collection", "PageViewRestriction", "CollectionViewRestriction"),
        *("GroupPagePermission", "GroupCollectionPermission", "GroupSitePermission"),
        *("Workflow", "WorkflowTask", "WorkflowPage", "WorkflowContentType", "Task", "GroupApprovalTask"),
    ),
    "wagtailimages": ("Image",),
    "wagtaildocs": ("Document",),
    "wagtailredirects": ("Redirect",),
    "taggit": ("Tag", "TaggedItem"),
    "auth": ("Group",),
}
PEOPLE = {
    "volunteering": ("ReportDecision",),
    # Who did what, and what they said about it.
    "wagtailcore": (
        *("PageLogEntry", "ModelLogEntry", "Comment", "CommentReply", "PageSubscription", "WorkflowState", "TaskState"),
    ),
    "wagtailusers": ("UserProfile",),
}
MADE_AGAIN = _("Made anew from the pages.")
SECRET = _("A secret that opens the site: a new one is made there.")
PASSING = _("Over in minutes or days.")
BY_MIGRATE = _("`migrate` makes it; rows name it in words.")
LEFT_OUT = {
    "contenttypes": {"ContentType": BY_MIGRATE},
    "auth": {"Permission": BY_MIGRATE},
    "sessions": {"Session": PASSING},
    "wagtailsearch": {"IndexEntry": MADE_AGAIN, "SQLiteFTSIndexEntry": MADE_AGAIN},
    "wagtailcore": {"ReferenceIndex": MADE_AGAIN, "UploadedFile": PASSING, "APIToken": SECRET},
    "wagtailimages": {"Rendition": MADE_AGAIN},
    "wagtailembeds": {"Embed": PASSING},
    "wagtailadmin": {"Admin": BY_MIGRATE, "EditingSession": PASSING, "FormState": PASSING},
    "volunteering": {
        **dict.fromkeys(("SearchEntry", "SearchStem", "SearchWord", "SearchSpelling", "SearchPosting"), MADE_AGAIN),
        **dict.fromkeys(("Hits", "UsedStamp", "Freshness"), PASSING),
    },
}
RULES = {
    settings.AUTH_USER_MODEL: Rules(withheld=["password"]),
    # What has left stays known, so that it never leaves twice, but not to whom and about what. The old site sends
    # the rest.
    "volunteering.OutgoingMail": Rules(rows=~Q(status__in=OPEN), emptied={"recipient": "", "about": {}}),
    "volunteering.Capacity": Rules(without_people={"taken": 0, "waiting": 0}),
    # Closed, as nobody can type an empty password.
    "wagtailcore.PageViewRestriction": Rules(without_people={"password": ""}),
    "wagtailcore.CollectionViewRestriction": Rules(without_people={"password": ""}),
}


def full(names: dict) -> list[str]:
    return [f"{app}.{name}" for app, models in names.items() for name in models]


register(
    content=full(CONTENT),
    people=full(PEOPLE),
    left_out={f"{app}.{name}": why for app, models in LEFT_OUT.items() for name, why in models.items()},
    rules=RULES,
)
