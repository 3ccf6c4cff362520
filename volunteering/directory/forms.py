"""What editors type about associations."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.core.pages import PublishingForm


class AssociationForm(PublishingForm):
    """What comes from the national register is shown, and changes only there: the next import would undo an edit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.from_register:
            for name in self.instance.legal_fields:
                if name in self.fields:
                    self._lock(name)

    def _lock(self, name: str) -> None:
        field = self.fields[name]
        # Django then ignores what is posted, whatever a browser sends.
        field.disabled = True
        field.help_text = _("Comes from the national register: have it corrected there, at the prefecture’s office.")
