"""A JSON list typed as text, one entry per line: what a form without JavaScript can do, and a script can fill in."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

# Reads one line into what is stored. Raises ValidationError with a sentence that says how to repair it.
ReadLine = Callable[[str], Any]
WriteLine = Callable[[Any], str]


class LinesInput(forms.Textarea):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 3, "cols": 30, "spellcheck": "false", "autocomplete": "off", **(attrs or {})})


class LinesFormField(forms.Field):
    """The value is the stored list; the widget shows text."""

    widget = LinesInput

    def __init__(self, *, read_line: ReadLine, write_line: WriteLine, **kwargs: Any) -> None:
        self.read_line, self.write_line = read_line, write_line
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else "\n".join(self.write_line(entry) for entry in value or ())

    def to_python(self, value: Any) -> list:
        if isinstance(value, list):
            return value
        entries = [self.read_line(line.strip()) for line in (value or "").splitlines() if line.strip()]
        return [entry for position, entry in enumerate(entries) if entry not in entries[:position]]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True


class LinesField(models.JSONField):
    """A JSON list of entries that `write_line` turns into a line of text and `read_line` back."""

    read_line: ReadLine
    write_line: WriteLine
    widget: type[forms.Widget] = LinesInput

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value or [], list):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        for entry in value or ():
            self.read_line(self.write_line(entry))

    def formfield(self, **kwargs: Any) -> forms.Field:
        return LinesFormField(
            read_line=self.read_line,
            write_line=self.write_line,
            required=not self.blank,
            label=kwargs.get("label") or capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=kwargs.get("widget") or self.widget,
        )
