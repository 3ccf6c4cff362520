from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from volunteering.core.pages import IndexMixin


class EventIndexPage(IndexMixin, Page):
    """The agenda: /agenda/, as a list, a week (`?week=2027-06-14`) or a month (`?month=2027-06`)."""

    view = "volunteering.agenda.views.Agenda"
    template = "volunteering/agenda/index.html"
    subpage_types = ["volunteering.EventPage"]
    max_count_per_parent = 1

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")
