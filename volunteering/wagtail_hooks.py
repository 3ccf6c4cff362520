"""The editors' desk: wiring only, the logic is in `desk` and in each domain's `viewsets`."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser, Permission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from volunteering.applications import history as applications
from volunteering.applications import hooks as sign_ups
from volunteering.archive import history as archive
from volunteering.core.models import MailWords
from volunteering.core.outbox.words import history as words
from volunteering.desk import dashboard, history
from volunteering.desk.buttons import page_buttons
from volunteering.desk.menu import EngagementGroup, explorers
from volunteering.desk.setup.groups import (
    ANSWER_REPORTS,
    DECIDE_CLAIMS,
    READ_PROCESSINGS,
    SEE_APPLICATIONS,
    SEE_FAILED_MAILS,
    SEE_PAGES,
    SEE_SUBMISSIONS,
    WORD_MAILS,
)
from volunteering.desk.views.processings import processings_item
from volunteering.directory import history as directory
from volunteering.help_requests import history as help_requests
from volunteering.imports import hooks as imports
from volunteering.moderation import history as submissions
from volunteering.moderation import hooks as moderation
from volunteering.privacy import history as privacy
from volunteering.volunteers import history as volunteers

hooks.register("construct_homepage_panels", dashboard.construct_homepage_panels)
hooks.register("register_log_actions", history.register_log_actions)
hooks.register("register_log_actions", applications.register_log_actions)
hooks.register("register_log_actions", directory.register_log_actions)
hooks.register("register_log_actions", help_requests.register_log_actions)
hooks.register("register_log_actions", volunteers.register_log_actions)
hooks.register("register_log_actions", privacy.register_log_actions)
hooks.register("register_log_actions", archive.register_log_actions)
hooks.register("register_log_actions", words.register_log_actions)
hooks.register("register_log_actions", submissions.register_log_actions)
hooks.register("register_log_actions", imports.register_log_actions)
hooks.register("register_reports_menu_item", processings_item)
hooks.register("register_admin_urls", imports.admin_urls)
hooks.register("before_bulk_action", moderation.before_bulk_action)
hooks.register("before_bulk_action", sign_ups.before_bulk_action)
hooks.register("before_delete_page", sign_ups.before_delete_page)

register_admin_url_finder(MailWords, words.MailWordsFinder)


@hooks.register("register_admin_viewset")
def viewsets() -> list[ViewSetGroup | PageViewSet]:
    return [EngagementGroup(), *explorers]


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern | URLResolver]:
    return [path("engagement/", include("volunteering.desk.urls"))]


@hooks.register("register_permissions")
def view_permissions() -> QuerySet[Permission]:
    """ "May see the listing" and the like can be given to a group in the admin."""
    seen = (*SEE_PAGES, *SEE_FAILED_MAILS, *SEE_APPLICATIONS, *SEE_SUBMISSIONS)
    given = (*seen, *ANSWER_REPORTS, *DECIDE_CLAIMS, *WORD_MAILS, *READ_PROCESSINGS)
    codenames = [name.removeprefix("volunteering.") for name in given]
    return Permission.objects.filter(content_type__app_label="volunteering", codename__in=codenames)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: AbstractBaseUser, **kwargs: object) -> Iterator[PageMenuItem]:
    return page_buttons(page, priority=25)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: AbstractBaseUser, **kwargs: object) -> Iterator[PageMenuItem]:
    return page_buttons(page, priority=12)
