"""What our panels on the admin's home page share."""

from collections.abc import Mapping
from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.admin.ui.components import Component


class DeskPanel(Component):
    """A panel with nothing to say leaves no trace: `get_content` returns None."""

    def get_content(self, request: HttpRequest) -> dict[str, Any] | None:
        raise NotImplementedError

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        request = parent_context["request"]
        content = self.get_content(request)
        if content is None:
            return ""
        return render_to_string(self.template_name, content, request=request)

    @property
    def media(self) -> Media:
        return Media(css={"all": ["volunteering/admin/desk.css"]})
