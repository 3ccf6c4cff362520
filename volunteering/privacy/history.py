"""How it reads in Wagtail's history that the data of a person left as a file. The entry does not say whose."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from volunteering.core.city import CitySettings
from volunteering.privacy.ledger import key_of, of_address

EXPORTED, ERASED = "volunteering.person.export", "volunteering.person.erase"


def register_log_actions(actions: LogActionRegistry) -> None:
    """For the hook of the same name."""
    actions.register_action(EXPORTED, _("Hand over a person’s data"), _("Handed over what is held on a person"))
    actions.register_action(ERASED, _("Erase a person"), _("Erased what was held on a person"))


def note(action: str, *, city: CitySettings, email: str) -> None:
    """On the command line, where nobody is signed in. `person`: tells two of them apart, and names neither."""
    log(instance=city, action=action, data={"person": key_of(of_address(email))[:12]})
