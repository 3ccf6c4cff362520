"""Choosing several pages out of many, with Wagtail's own page chooser."""

from typing import Any

from django import forms
from django.utils.html import format_html_join
from wagtail.admin.widgets import AdminPageChooser


class PagesInput(forms.Widget):
    """One page chooser per chosen page, and `spare` empty ones: a list of thousands never enters the form."""

    def __init__(self, *, target_models: list[type], spare: int = 2, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.target_models, self.spare = target_models, spare
        # A choice field hands its choices to its widget; this one asks the chooser instead.
        self.choices: Any = ()

    @property
    def media(self) -> forms.Media:
        return self._chooser().media

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
        chooser = self._chooser()
        chosen = [*(value or []), *[None] * self.spare]
        identity = (attrs or {}).get("id", f"id_{name}")
        return format_html_join(
            "",
            '<div class="v-pages__page">{}</div>',
            ([chooser.render(name, page, {"id": f"{identity}_{number}"})] for number, page in enumerate(chosen)),
        )

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return [value for value in values if value]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        # Nothing chosen sends nothing: that empties the list.
        return False

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def _chooser(self) -> AdminPageChooser:
        return AdminPageChooser(target_models=self.target_models)
