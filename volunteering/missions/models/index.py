from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from volunteering.core.pages import IndexMixin


class MissionIndexPage(IndexMixin, Page):
    """All missions: /missions/."""

    view = "volunteering.missions.views.MissionList"
    template = "volunteering/missions/index.html"
    subpage_types = ["volunteering.MissionPage"]
    max_count_per_parent = 1

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of missions")
        verbose_name_plural = _("lists of missions")
