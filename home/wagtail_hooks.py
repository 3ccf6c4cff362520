"""The city's own on the editors' desk, beside what the plugin puts there: its news, and its queues."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from home.models import NewsIndexPage, NewsPage
from volunteering.desk.dashboard import StartPanel

AFTER_THE_PLUGIN = 10


class CityStartPanel(StartPanel):
    """One click to the form of a news item, too."""

    def get_buttons(self, user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
        yield from super().get_buttons(user)
        index = NewsIndexPage.objects.live().first()
        if index and index.permissions_for_user(user).can_add_subpage():
            kind = NewsPage._meta
            url = reverse("wagtailadmin_pages:add", args=[kind.app_label, kind.model_name, index.pk])
            yield {"label": _("New news item"), "url": url}


@hooks.register("register_account_menu_item")
def lead_to_passkeys(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_list_webauthn"),
        "label": _("My passkeys"),
        "help_text": _("Sign in with your finger, your face or the code of your telephone, without a password."),
    }


@hooks.register("construct_homepage_panels", order=AFTER_THE_PLUGIN)
def start_with_news(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [CityStartPanel() if isinstance(panel, StartPanel) else panel for panel in panels]


class QueuesMenuItem(MenuItem):
    """For superusers, where there is a queue (home/queue_urls.py)."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.is_superuser and apps.is_installed("django_rq")


@hooks.register("register_settings_menu_item")
def queues() -> MenuItem:
    # Not by its name, which is known only where there is a queue.
    url = f"{reverse('wagtailadmin_home')}queues/"
    return QueuesMenuItem(gettext_lazy("Queues of jobs"), url, icon_name="tasks", order=950)
