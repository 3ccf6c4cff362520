"""The city's news on the editors' desk, beside what the plugin puts there."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
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


@hooks.register("construct_homepage_panels", order=AFTER_THE_PLUGIN)
def start_with_news(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [CityStartPanel() if isinstance(panel, StartPanel) else panel for panel in panels]
