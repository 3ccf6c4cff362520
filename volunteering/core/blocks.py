"""The StreamField block that belongs to no domain, and what all our blocks share."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

PREVIEW_TEMPLATE = "volunteering/blocks/preview.html"


class ListBlock(blocks.StructBlock):
    """A heading and the first few of a list, narrowed by theme and quarter."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    theme = SnippetChooserBlock("volunteering.Theme", label=_("Only this theme"), required=False)
    neighbourhood = SnippetChooserBlock(
        "volunteering.Neighbourhood", label=_("Only this neighbourhood"), required=False
    )
    number = blocks.IntegerBlock(label=_("How many"), default=3, min_value=1, max_value=12)

    class Meta:
        preview_template = PREVIEW_TEMPLATE

    def narrow(self, queryset: Any, value: dict[str, Any], *, prefix: str = "") -> Any:
        """Apply the chosen theme and quarter; `prefix` leads from the queryset's model to the page."""
        if value.get("theme"):
            queryset = queryset.filter(**{f"{prefix}themes": value["theme"]})
        if value.get("neighbourhood"):
            queryset = queryset.filter(**{f"{prefix}neighbourhood": value["neighbourhood"]})
        return queryset

    def address_of(self, index: type[Page], parent_context: dict[str, Any] | None) -> str:
        """Where the whole list is; empty on a site without it."""
        page = index.objects.live().first()
        return page.get_url((parent_context or {}).get("request")) or "" if page else ""


class CallToActionBlock(blocks.StructBlock):
    """One sentence and one button."""

    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=300)
    button = blocks.CharBlock(label=_("Words on the button"), max_length=40)
    page = blocks.PageChooserBlock(label=_("Leads to this page"), required=False)
    url = blocks.URLBlock(label=_("Or to this address"), required=False)

    class Meta:
        icon = "link-external"
        label = _("Call to action")
        description = _("A sentence and a button: say what happens when people press it.")
        template = "volunteering/blocks/call_to_action.html"
        preview_template = PREVIEW_TEMPLATE
        preview_value = {
            "title": _("Half a day to give?"),
            "text": _("Tell us what you like: we look for a mission near you."),
            "button": _("See the missions"),
            "page": None,
            "url": "/",
        }

    def clean(self, value: dict[str, Any]) -> dict[str, Any]:
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            message = _("Choose a page or write an address: the button leads to one place.")
            raise blocks.StructBlockValidationError(block_errors={"page": ValidationError(message)})
        return value
