"""My data: see, download, erase. Who it is about, and how that was proven, say those who use these views."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView, View

from volunteering.core.private_views import NotForSearchEngines
from volunteering.privacy.actions import Export, erase_person, export_person
from volunteering.privacy.files import FORMATS, merged
from volunteering.privacy.forms import EraseForm
from volunteering.privacy.registry import registered
from volunteering.privacy.words import lines

# Of one part, on the page; all of it is in the files.
MOST_SHOWN = 50


class OfOnePerson:
    """Tells the addresses that are proven to be of whoever asks."""

    def get_addresses(self) -> list[str]:
        raise NotImplementedError

    @cached_property
    def held(self) -> Export:
        return merged(export_person(email=address) for address in self.get_addresses())


class MyData(OfOnePerson, TemplateView):
    template_name = "volunteering/privacy/my_data.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(parts=[self._told(part) for part in registered()], **kwargs)

    def _told(self, part: Any) -> dict[str, Any]:
        rows = self.held[part.NAME]
        entries = [list(lines(part, row)) for row in rows[:MOST_SHOWN]]
        return {"label": part.LABEL, "about": part.ABOUT, "kept": part.KEPT, "entries": entries, "number": len(rows)}


class MyDataFile(OfOnePerson, View):
    """GET …/<kind>/: json or csv."""

    http_method_names = ["get", "head", "options"]
    kwargs: dict[str, Any]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kind = self.kwargs["kind"]
        if kind not in FORMATS:
            raise Http404
        write, content_type = FORMATS[kind]
        response = HttpResponse(write(self.held), content_type=content_type)
        response["Content-Disposition"] = f'attachment; filename="mes-donnees.{kind}"'
        return response


class EraseMyData(OfOnePerson, FormView):
    """GET says what will happen, POST does it."""

    form_class = EraseForm
    template_name = "volunteering/privacy/erase.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(parts=registered(), **kwargs)

    def form_valid(self, form: EraseForm) -> HttpResponse:
        for address in self.get_addresses():
            erase_person(email=address)
        return redirect("volunteering:my_data_erased")


class Erased(NotForSearchEngines, TemplateView):
    """GET /engagement/mes-donnees/effacees/"""

    template_name = "volunteering/privacy/erased.html"
