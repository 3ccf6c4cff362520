"""Associations on any page of the site."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from volunteering.core.blocks import ListBlock
from volunteering.directory.models import AssociationIndexPage, AssociationPage


class AssociationsBlock(ListBlock):
    """Associations to discover: others every day, the same for everyone on one day."""

    recruiting = blocks.BooleanBlock(label=_("Only those that need volunteers"), required=False)

    class Meta:
        icon = "home"
        label = _("Associations")
        description = _("A few associations to discover, others every day.")
        template = "volunteering/blocks/associations.html"
        preview_value = {
            "title": _("Associations to discover"),
            "theme": None,
            "neighbourhood": None,
            "number": 3,
            "recruiting": False,
        }

    def get_context(self, value: dict[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return {
            **super().get_context(value, parent_context),
            "associations": self.get_associations(value),
            "url": self.address_of(AssociationIndexPage, parent_context),
        }

    def get_associations(self, value: dict[str, Any]) -> list[AssociationPage]:
        """A window on the alphabetical list that moves on every day: two bounded queries, no random order."""
        associations = self.narrow(AssociationPage.objects.published(), value)
        if value.get("recruiting"):
            associations = associations.filter(open_missions__gt=0)
        total, number = associations.count(), value["number"]
        if not total:
            return []
        first = timezone.localdate().toordinal() * number % total
        cards = associations.for_cards().alphabetical()
        window = list(cards[first : first + number])
        missing = min(number, total) - len(window)
        return window + list(cards[:missing]) if missing > 0 else window
