"""What our screens add to Wagtail's menus of a page."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page

from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage
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


class SuspendButton(PageMenuItem):
    label = _("Suspend this association")
    icon_name = "warning"
    url_name = "volunteering_desk:suspend_record"

    def is_shown(self, user: AbstractBaseUser) -> bool:
        return self.page.permissions_for_user(user).can_publish()


class LiftButton(SuspendButton):
    label = _("Lift the suspension")
    icon_name = "undo"
    url_name = "volunteering_desk:lift_suspension"


class MergeButton(SuspendButton):
    label = _("Merge with another record")
    icon_name = "duplicate"
    url_name = "volunteering_desk:merge_records"


def page_buttons(page: Page, *, priority: int) -> Iterator[PageMenuItem]:
    """Those of its type; a page of the general explorer may not be its specific type yet."""
    model = page.cached_content_type.model_class()
    if model is EventPage:
        yield DatesButton(page=page, priority=priority)
        yield NextEditionButton(page=page, priority=priority + 1)
    if model is AssociationPage:
        # Asking the database would cost a query for each row of a list.
        suspended = getattr(page, "suspended_at", None)
        yield (LiftButton if suspended else SuspendButton)(page=page, priority=priority)
        yield MergeButton(page=page, priority=priority + 1)
    if model is MissionPage:
        yield SignUpsButton(page=page, priority=priority)
