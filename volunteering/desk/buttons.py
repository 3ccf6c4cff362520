"""What our screens add to Wagtail's menus of a page."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from volunteering.agenda.models import EventPage
from volunteering.missions.models import MissionPage


class DatesButton(PageMenuItem):
    label = _("Dates: cancel, move, annotate")
    icon_name = "date"
    url_name = "volunteering_desk:dates"

    def is_shown(self, user: AbstractBaseUser) -> bool:
        return self.page.permissions_for_user(user).can_publish()


class NextEditionButton(PageMenuItem):
    label = _("Next edition")
    icon_name = "copy"
    url_name = "volunteering_desk:next_edition"

    def is_shown(self, user: AbstractBaseUser) -> bool:
        return self.page.permissions_for_user(user).can_copy()


class SignUpsButton(PageMenuItem):
    label = _("Sign-ups")
    icon_name = "list-ul"
    url_name = "volunteering_applications:of_mission"

    def is_shown(self, user: AbstractBaseUser) -> bool:
        return user.has_perm("volunteering.view_application")


def page_buttons(page: Page, *, priority: int) -> Iterator[PageMenuItem]:
    """Those of its type; a page of the general explorer may not be its specific type yet."""
    model = page.cached_content_type.model_class()
    if model is EventPage:
        yield DatesButton(page=page, priority=priority)
        yield NextEditionButton(page=page, priority=priority + 1)
    if model is MissionPage:
        yield SignUpsButton(page=page, priority=priority)
