"""The admin's screens: choose a source, send a file, look at what would happen, confirm, read what happened."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import DetailView, FormView, ListView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from volunteering.imports.access import indexes_for, sources_for
from volunteering.imports.actions import NotWaiting, confirm_import, give_up_import, start_import
from volunteering.imports.forms import FORMS, UploadForm
from volunteering.imports.models import ImportRun, Source
from volunteering.imports.registry import IMPORTERS
from volunteering.imports.report import HEADINGS, Outcome
from volunteering.imports.runs import FAULTY_ROWS, PREVIEW_ROWS, REPORT_ROWS

INDEX = "volunteering_imports:index"


class Screen(WagtailAdminTemplateMixin):
    """Only for those who may import something; the way back is in the breadcrumbs."""

    header_icon = "download"
    request: HttpRequest

    @cached_property
    def sources(self) -> list[str]:
        return sources_for(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.sources:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        trail = [] if isinstance(self, Imports) else [{"url": reverse(INDEX), "label": _("Imports")}]
        return [*self.breadcrumbs_items, *trail, {"url": "", "label": self.get_page_title()}]


class Imports(Screen, ListView):
    """GET: the sources, and the imports of all who may import them, newest first."""

    template_name = "volunteering/imports/index.html"
    page_title = gettext_lazy("Imports")
    context_object_name = "runs"
    paginator_class = WagtailPaginator
    paginate_by = 20
    page_kwarg = "p"

    def get_queryset(self) -> Any:
        return ImportRun.objects.filter(source__in=self.sources).select_related("user").defer("report")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["elided_page_range"] = context["paginator"].get_elided_page_range(context["page_obj"].number)
        context["choices"] = [{"key": key, "label": Source(key).label, "help": FORMS[key].help} for key in self.sources]
        return context


class Upload(Screen, FormView):
    """new/<source>/: the file and its options."""

    template_name = "volunteering/imports/upload.html"

    def get_page_title(self) -> str:
        return _("Import: %(source)s") % {"source": Source(self.source).label}

    @cached_property
    def source(self) -> str:
        if self.kwargs["source"] not in IMPORTERS:
            raise Http404
        return self.kwargs["source"]

    @cached_property
    def indexes(self) -> list:
        return indexes_for(self.request.user, self.source)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.indexes:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[UploadForm]:
        return FORMS[self.source]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "indexes": self.indexes, "user": self.request.user}

    def form_valid(self, form: UploadForm) -> HttpResponse:
        run = start_import(
            source=self.source, file=form.cleaned_data["file"], options=form.options(), by=self.request.user
        )
        return redirect("volunteering_imports:run", run.pk)


class OfRun(Screen):
    """One import of a source that the person may import."""

    @cached_property
    def run(self) -> ImportRun:
        return get_object_or_404(ImportRun, pk=self.kwargs["pk"], source__in=self.sources)


class Run(OfRun, DetailView):
    """<id>/: progress, preview or report, as far as the import has come."""

    template_name = "volunteering/imports/run.html"
    context_object_name = "run"

    def get_object(self, queryset: Any = None) -> ImportRun:
        return self.run

    def get_page_title(self) -> str:
        return self.run.file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report = self.run.report
        numbers = report.get("counts", {})
        return super().get_context_data(
            unit=IMPORTERS[self.run.source].unit,
            counts=[{"label": HEADINGS[each], "number": numbers[each]} for each in Outcome if numbers.get(each)],
            others=report.get("others", 0),
            shown=REPORT_ROWS if self.run.was_written else PREVIEW_ROWS,
            faults=FAULTY_ROWS,
            **{name: _in_words(report.get(name, [])) for name in ("refused", "kept", "rows")},
            **kwargs,
        )


def _in_words(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "outcome_label": Outcome(row["outcome"]).label} for row in rows]


class Progress(Run):
    """<id>/progress/: the part of the screen that changes while a job is at work."""

    template_name = "volunteering/imports/_progress.html"


class Confirm(OfRun, View):
    """POST <id>/confirm/"""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            confirm_import(run=self.run, by=request.user)
        except NotWaiting:
            messages.warning(request, _("This import was confirmed or given up already."))
        return redirect("volunteering_imports:run", self.run.pk)


class GiveUp(OfRun, View):
    """POST <id>/give-up/"""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            give_up_import(run=self.run)
        except NotWaiting:
            messages.warning(request, _("This import was confirmed or given up already."))
        else:
            messages.success(request, _("Given up: nothing was imported, and the file is deleted."))
        return redirect(INDEX)
