"""Model fields the domains share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class CodesField(models.JSONField):
    """Several codes out of a closed list, kept as a JSON list in the list's own order: `["MO", "WE"]`.

    `codes` is a `TextChoices` class or a list of pairs; it is code, not data, and stays out of migrations.
    """

    def __init__(self, *args: Any, codes: Any = (), **kwargs: Any) -> None:
        self.codes = list(getattr(codes, "choices", codes))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        unknown = set(value or ()) - {str(code) for code, _label in self.codes}
        if unknown:
            raise ValidationError(
                _("Choose among the proposed answers: %(codes)s is not one of them."),
                params={"codes": ", ".join(sorted(unknown))},
            )

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=not self.blank,
            label=kwargs.get("label") or capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=kwargs.get("widget") or forms.CheckboxSelectMultiple,
        )

    def labels(self, instance: models.Model) -> list[str]:
        """The chosen codes in words, in the list's order."""
        chosen = set(getattr(instance, self.attname) or ())
        return [str(label) for code, label in self.codes if code in chosen]
