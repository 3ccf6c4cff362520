from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from volunteering.core.pages import IndexMixin


class EventIndexPage(IndexMixin, Page):
    """The agenda: /agenda/, as a list or (`?month=2027-06`) as a month."""

    view = "volunteering.agenda.views.Agenda"
    template = "volunteering/agenda/index.html"
    subpage_types = ["volunteering.EventPage"]
    max_count_per_parent = 1

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")
