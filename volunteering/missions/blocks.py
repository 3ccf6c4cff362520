"""Missions on any page of the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from volunteering.core.blocks import ListBlock
from volunteering.missions.models import MissionIndexPage, MissionPage


class MissionsBlock(ListBlock):
    """Missions that take volunteers, soonest first."""

    urgent = blocks.BooleanBlock(
        label=_("Only those that need someone soon"), required=False, help_text=_("They start in the next few days.")
    )

    class Meta:
        icon = "group"
        label = _("Missions")
        description = _("Missions that take volunteers now, soonest first.")
        template = "volunteering/blocks/missions.html"
        preview_value = {
            "title": _("They need a hand"),
            "theme": None,
            "neighbourhood": None,
            "number": 3,
            "urgent": False,
        }

    def get_context(self, value: dict[str, Any], parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        missions = MissionPage.objects.published()
        missions = missions.urgent() if value.get("urgent") else missions.recruiting()
        return {
            **super().get_context(value, parent_context),
            "missions": self.narrow(missions, value).for_cards().soonest()[: value["number"]],
            "url": self.address_of(MissionIndexPage, parent_context),
        }
