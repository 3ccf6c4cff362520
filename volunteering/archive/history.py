"""How it reads in Wagtail's history that everything left as a file, or came in from one."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from volunteering.core.city import CitySettings

LEFT, CAME = "volunteering.archive.export", "volunteering.archive.import"


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    actions.register_action(LEFT, _("Export everything"), _("Exported everything from the command line"))
    actions.register_action(CAME, _("Import everything"), _("Imported everything from the command line"))


def note(action: str, *, city: CitySettings, with_people: bool, tables: int) -> None:
    """On the command line, where nobody is signed in: that it was done, and whether people were in it."""
    log(instance=city, action=action, data={"people": with_people, "tables": tables})
