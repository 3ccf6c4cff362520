"""What a date in the event editor means, while it is being typed."""

from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from volunteering.agenda.forms import DateForm
from volunteering.agenda.models import EventDate
from volunteering.agenda.next_dates import upcoming
from volunteering.core.recurrence import describe


class NextDates(TemplateView):
    """GET with the fields of one date → its sentence and its next ten dates, as a fragment. Saves nothing."""

    http_method_names = ["get", "head", "options"]
    template_name = "volunteering/desk/_next_dates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = DateForm(self.request.GET)
        context = {"errors": [], "is_complete": False, "sentence": "", "dates": []}
        if not form.is_valid():
            return super().get_context_data(**{**context, "errors": list(_errors(form))})
        date = form.instance
        if date.is_complete:
            context |= self.get_meaning(date)
        return super().get_context_data(**context)

    def get_meaning(self, date: EventDate) -> dict[str, Any]:
        rule, today = date.to_rule(), timezone.localdate()
        return {
            "is_complete": True,
            "sentence": describe(rule, today=today),
            "dates": upcoming(rule, picked=date.extra_dates, today=today),
        }


def _errors(form: DateForm) -> Any:
    for name, messages in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        yield {"label": label, "messages": messages}
