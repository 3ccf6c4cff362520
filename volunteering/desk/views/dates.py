"""The dates of one event, one by one: cancel with a reason, restore, move, annotate. For those who may publish it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, ListView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from volunteering.agenda import actions
from volunteering.agenda.forms import CancelForm, MoveForm, NoteForm
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceStatus
from volunteering.core.moments import span_in_words

PER_PAGE = 30


def in_words(occurrence: Occurrence) -> str:
    start, end = timezone.localtime(occurrence.start), timezone.localtime(occurrence.end)
    return span_in_words(start, end, all_day=occurrence.all_day, today=timezone.localdate())


class ForPublishers(WagtailAdminTemplateMixin):
    """Only for those who may publish the event; the way back is in the breadcrumbs."""

    header_icon = "date"

    @cached_property
    def event(self) -> EventPage:
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.event.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailadmin_pages:edit", args=[self.event.pk]), "label": self.event.title},
            *self.get_trail(),
            {"url": "", "label": self.get_page_title()},
        ]

    def get_trail(self) -> list[dict[str, Any]]:
        return []


class DateList(ForPublishers, ListView):
    """GET events/<id>/dates/: what is to come, soonest first."""

    template_name = "volunteering/desk/dates.html"
    page_title = gettext_lazy("Dates")
    context_object_name = "occurrences"
    paginator_class = WagtailPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @cached_property
    def event(self) -> EventPage:
        return get_object_or_404(EventPage, pk=self.kwargs["page_id"])

    def get_queryset(self) -> Any:
        return self.event.occurrences.upcoming().soonest()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(event=self.event, **kwargs)
        for occurrence in context["occurrences"]:
            occurrence.event = self.event
            occurrence.in_words = in_words(occurrence)
        context["elided_page_range"] = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return context


class OneDate(ForPublishers):
    """What the verbs on one date share. `act` calls the action; its refusals become sentences."""

    refusals = {
        actions.OccurrenceOver: gettext_lazy("This date is over: nothing about it can be changed any more."),
        actions.EndsBeforeStart: gettext_lazy("The end must come after the start. Choose a later end."),
    }

    @cached_property
    def occurrence(self) -> Occurrence:
        return get_object_or_404(Occurrence.objects.select_related("event"), uid=self.kwargs["uid"])

    @cached_property
    def event(self) -> EventPage:
        return self.occurrence.event

    @property
    def list_url(self) -> str:
        return reverse("volunteering_desk:dates", args=[self.event.pk])

    def get_trail(self) -> list[dict[str, Any]]:
        return [{"url": self.list_url, "label": _("Dates")}]

    def say(self, sentence: str) -> HttpResponseRedirect:
        messages.success(self.request, sentence % {"date": in_words(self.occurrence)})
        return redirect(self.list_url)


class DateFormView(OneDate, FormView):
    """A small form about one date. Subclasses say which, what it does, and the sentence that confirms it."""

    template_name = "volunteering/desk/date_form.html"
    button: str
    done: str

    def get_page_subtitle(self) -> str:
        return in_words(self.occurrence)

    def act(self, form: Form) -> None:
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.act(form)
        except tuple(self.refusals) as refusal:
            form.add_error(None, self.refusals[type(refusal)])
            return self.form_invalid(form)
        return self.say(str(self.done))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            occurrence=self.occurrence, button=self.button, list_url=self.list_url, **kwargs
        )
        return {**context, "media": context["form"].media}


class CancelDate(DateFormView):
    form_class = CancelForm
    page_title = gettext_lazy("Cancel this date")
    button = gettext_lazy("Cancel this date")
    done = gettext_lazy("Cancelled: %(date)s. It stays in the agenda, struck through, with your reason.")

    def act(self, form: Form) -> None:
        actions.cancel_occurrence(occurrence=self.occurrence, reason=form.cleaned_data["reason"], by=self.request.user)


class MoveDate(DateFormView):
    form_class = MoveForm
    page_title = gettext_lazy("Move this date")
    button = gettext_lazy("Move this date")
    done = gettext_lazy("Moved: %(date)s is now at another time.")

    def get_initial(self) -> dict[str, Any]:
        was_moved = self.occurrence.status == OccurrenceStatus.MOVED
        return {
            "start": self.occurrence.start,
            "end": self.occurrence.end,
            # Why it was cancelled does not say why it moves.
            "reason": self.occurrence.reason if was_moved else "",
        }

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "duration": self.occurrence.end - self.occurrence.start}

    def act(self, form: Form) -> None:
        actions.move_occurrence(occurrence=self.occurrence, by=self.request.user, **form.cleaned_data)


class NoteDate(DateFormView):
    form_class = NoteForm
    page_title = gettext_lazy("Note for this date")
    button = gettext_lazy("Save")
    done = gettext_lazy("Noted: %(date)s.")

    def get_initial(self) -> dict[str, Any]:
        return {"note": self.occurrence.note}

    def act(self, form: Form) -> None:
        actions.annotate_occurrence(occurrence=self.occurrence, by=self.request.user, **form.cleaned_data)


class RestoreDate(OneDate, View):
    """POST only: the button stands in the list."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            actions.restore_occurrence(occurrence=self.occurrence, by=request.user)
        except actions.OccurrenceOver as refusal:
            messages.error(request, self.refusals[type(refusal)])
            return redirect(self.list_url)
        return self.say(_("Restored: %(date)s takes place after all."))
