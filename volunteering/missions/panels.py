"""Panels of the mission editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from volunteering.core.moment_inputs import LocalDateInput
from volunteering.core.panels import location_panels, summary_panel, ticks_panel

CONTENT = [
    *Page.content_panels,
    FieldPanel("organiser"),
    summary_panel(),
    FieldPanel("context"),
    FieldPanel("tasks"),
    FieldPanel("offer"),
    FieldPanel("good_to_know"),
    FieldPanel("image"),
    MultiFieldPanel([ticks_panel("themes"), ticks_panel("skills")], heading=_("Themes and skills")),
]
PRACTICAL = [
    MultiFieldPanel(
        [FieldPanel("commitment"), FieldRowPanel([FieldPanel("duration"), FieldPanel("rhythm")])],
        heading=_("Commitment"),
    ),
    InlinePanel("shifts", heading=_("Shifts"), label=_("Shift")),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("period_start", widget=LocalDateInput), FieldPanel("period_end", widget=LocalDateInput)]
            ),
            FieldPanel("places"),
        ],
        heading=_("Or an open period, when there is no shift"),
    ),
    MultiFieldPanel([FieldPanel("format"), *location_panels()], heading=_("Place")),
    MultiFieldPanel(
        [
            FieldPanel("open_to_minors"),
            FieldPanel("minimum_age"),
            FieldPanel("public_transport"),
            FieldPanel("wheelchair"),
        ],
        heading=_("For whom"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("signup_open"),
            FieldPanel("deadline", widget=LocalDateInput),
            FieldPanel("acceptance"),
            FieldPanel("group_size"),
        ],
        heading=_("Sign-up"),
    ),
]
