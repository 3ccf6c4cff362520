"""The "Engagement" menu."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.contrib.settings.registry import SettingMenuItem

from volunteering.agenda.viewsets import EventExplorer, EventListing
from volunteering.applications.viewsets import ApplicationViewSet
from volunteering.applications.volunteer_pages import VolunteerWithSignUps
from volunteering.core.listings.view import may_list
from volunteering.core.models import CitySettings
from volunteering.core.outbox.viewsets import FailedMailViewSet
from volunteering.core.outbox.words.history import PERMISSION as WORD_MAILS
from volunteering.core.viewsets import IssueViewSet, NeighbourhoodViewSet, SkillViewSet, ThemeViewSet
from volunteering.desk.views.charter import PERMISSION as WRITE_CHARTER
from volunteering.directory.claims import ClaimViewSet
from volunteering.directory.viewsets import AssociationExplorer, AssociationListing
from volunteering.help_requests.viewsets import HelpKindViewSet, HelpRequestViewSet
from volunteering.imports.hooks import menu_item
from volunteering.missions.models import MissionPage
from volunteering.missions.viewsets import MissionExplorer, MissionListing
from volunteering.moderation.reported.viewsets import ReportViewSet
from volunteering.moderation.reviewing.viewsets import QuestionViewSet, ReasonViewSet, SubmissionViewSet
from volunteering.volunteers.viewsets import VolunteerViewSet

event_listing = EventListing()
mission_listing = MissionListing()
association_listing = AssociationListing()
explorers = [EventExplorer(), MissionExplorer(), AssociationExplorer()]


class EngagementGroup(ViewSetGroup):
    menu_label = _("Engagement")
    menu_name = "engagement"
    menu_icon = "group"
    menu_order = 150  # after Wagtail's own "Pages", before images
    items = (
        event_listing,
        mission_listing,
        association_listing,
        SubmissionViewSet,
        ReportViewSet,
        ClaimViewSet,
        ApplicationViewSet,
        HelpRequestViewSet,
        VolunteerViewSet(inspect_view_class=VolunteerWithSignUps),
        ThemeViewSet,
        SkillViewSet,
        HelpKindViewSet,
        NeighbourhoodViewSet,
        IssueViewSet,
        QuestionViewSet,
        ReasonViewSet,
        FailedMailViewSet,
    )

    def get_submenu_items(self) -> list[MenuItem]:
        return [*super().get_submenu_items(), mails_item(), *others()]


def others() -> list[MenuItem]:
    return [charter_item(), national_item(), menu_item(order=800), city_item()]


class CharterMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(WRITE_CHARTER)


def charter_item() -> MenuItem:
    """Every text that volunteers and authors accepted."""
    url = reverse("volunteering_desk:charter")
    return CharterMenuItem(_("Versions of the charter"), url, icon_name="doc-full", order=660)


class MailsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(WORD_MAILS)


def mails_item() -> MenuItem:
    """How each kind of mail begins."""
    return MailsMenuItem(_("Words of the mails"), reverse("volunteering_desk:mails"), icon_name="edit", order=650)


class NationalMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_list(request.user, MissionPage)


def national_item() -> MenuItem:
    """What the national site would refuse of our missions."""
    return NationalMenuItem(_("National site"), reverse("volunteering_desk:national"), icon_name="globe", order=700)


def city_item() -> MenuItem:
    """The city's settings, where editors look for them."""
    return SettingMenuItem(CitySettings, icon="site", name="engagement-city", order=900)
