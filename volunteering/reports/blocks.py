"""The city's key figures on any page of the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from volunteering.core.blocks import PREVIEW_TEMPLATE
from volunteering.reports.figures import FIGURES

CHOICES = [
    ("associations", _("Associations in the directory")),
    ("open_missions", _("Missions that take volunteers now")),
    ("coming_events", _("Events to come")),
]


class KeyFiguresBlock(blocks.StructBlock):
    """Figures in words, counted when the page is shown."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80, required=False)
    figures = blocks.MultipleChoiceBlock(
        label=_("Figures"), choices=CHOICES, default=[name for name, _label in CHOICES]
    )

    class Meta:
        icon = "order"
        label = _("Key figures")
        description = _("How many associations, open missions and events to come.")
        template = "volunteering/blocks/key_figures.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = {"title": "", "figures": [name for name, _label in CHOICES]}

    def get_context(self, value: dict[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        counted = [(FIGURES[name].count(), FIGURES[name].words) for name in value["figures"] if name in FIGURES]
        figures = [{"number": number, "words": words % number} for number, words in counted]
        return {**super().get_context(value, parent_context), "figures": figures}
