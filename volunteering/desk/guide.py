"""The first-run guide: what a new site still needs, each step ticked by what is in the database."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site, Workflow

from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.core.models import CitySettings, Neighbourhood
from volunteering.desk.menu import association_listing, event_listing, mission_listing
from volunteering.desk.setup.groups import ROLES
from volunteering.desk.setup.wording import every_name
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import MissionIndexPage, MissionPage
from volunteering.statements.models import AccessibilityStatementPage

# The key in Wagtail's own record of what a person has closed for good.
DISMISSED = "volunteering-guide"


@dataclass(frozen=True)
class Step:
    """`url` is where one does it, "" when this person cannot; `by_button` when that address takes a POST."""

    label: Promise
    hint: Promise
    is_done: bool
    url: str = ""
    by_button: bool = False


def is_for(user: AbstractBaseUser) -> bool:
    """For those who run the site, until they have seen enough of it."""
    profile = getattr(user, "wagtail_userprofile", None)
    return user.has_perm("volunteering.change_citysettings") and not (profile and profile.dismissibles.get(DISMISSED))


def steps(user: AbstractBaseUser) -> list[Step]:
    return [_ground(user), _city(), _quarters(), _colleagues(user), _associations(), _event(), _mission(), _statement()]


def _ground(user: AbstractBaseUser) -> Step:
    indexes = (EventIndexPage, MissionIndexPage, AssociationIndexPage)
    is_done = all(model.objects.exists() for model in indexes) and _workflow_exists()
    return Step(
        label=_("Create the agenda, the directory and the list of missions"),
        hint=_("With the groups, the approval workflow, themes and skills: one button, which administrators have."),
        is_done=is_done,
        url=reverse("volunteering_desk:setup") if user.is_superuser else "",
        by_button=True,
    )


def _workflow_exists() -> bool:
    return Workflow.objects.filter(name__in=every_name("workflow", "name")).exists()


def _city() -> Step:
    city = CitySettings.objects.filter(site__is_default_site=True).first()
    site = Site.objects.filter(is_default_site=True).first()
    return Step(
        label=_("Say who the city is"),
        hint=_("Its name, its helpline and its colours stand on every page."),
        is_done=bool(city and city.name and city.helpline_number),
        url=reverse("wagtailsettings:edit", args=["volunteering", "citysettings", site.pk]) if site else "",
    )


def _quarters() -> Step:
    return Step(
        label=_("Name the neighbourhoods"),
        hint=_("Residents look for what is near them. An outline on the map can follow later."),
        is_done=Neighbourhood.objects.exists(),
        url=reverse(Neighbourhood.snippet_viewset.get_url_name("add")),
    )


def _colleagues(user: AbstractBaseUser) -> Step:
    names = [name for key in ROLES for name in every_name("groups", key)]
    return Step(
        label=_("Give your colleagues their role"),
        hint=_("Editor, moderator, desk agent or reader: put each person into a group."),
        is_done=get_user_model().objects.filter(Q(groups__name__in=names)).exists(),
        url=reverse("wagtailusers_users:index") if user.has_perm("auth.change_user") else "",
    )


def _associations() -> Step:
    return Step(
        label=_("Publish the first association"),
        hint=_("Write its record, or import a list."),
        is_done=AssociationPage.objects.live().exists(),
        url=reverse(association_listing.get_url_name("choose_parent")),
    )


def _event() -> Step:
    return Step(
        label=_("Publish the first event"),
        hint=_("With at least one date, so that it stands in the agenda."),
        is_done=EventPage.objects.live().filter(occurrences__isnull=False).exists(),
        url=reverse(event_listing.get_url_name("choose_parent")),
    )


def _mission() -> Step:
    return Step(
        label=_("Publish the first mission"),
        hint=_("Something small and dated works best to begin with."),
        is_done=MissionPage.objects.live().exists(),
        url=reverse(mission_listing.get_url_name("choose_parent")),
    )


def _statement() -> Step:
    """The draft that the set-up made, once it is read; where there is none, the page of the tree where one adds it."""
    statement = AccessibilityStatementPage.objects.order_by("-live", "path").first()
    site = Site.objects.filter(is_default_site=True).first()
    address = reverse("wagtailadmin_pages:edit", args=[statement.pk]) if statement else ""
    return Step(
        label=_("Publish your accessibility statement"),
        hint=_(
            "The law asks it of every city. A draft is there: add the result of your audit, or say that there is none."
        ),
        is_done=bool(statement and statement.live),
        url=address or (reverse("wagtailadmin_explore", args=[site.root_page_id]) if site else ""),
    )
