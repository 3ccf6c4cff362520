"""One volunteer, as agents of the city see them: masked, until they say why they need to see more."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView
from wagtail.admin.views.generic import CreateView, EditView, InspectView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from volunteering.volunteers.actions import AddressTaken, correct, enter_on_behalf, reveal
from volunteering.volunteers.forms import RevealForm
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.portrait import portrait

TAKEN = gettext_lazy(
    "A volunteer has this address already. Look for them by their name in the list, and correct what has changed."
)


class InspectVolunteer(InspectView):
    """GET inspect/<pk>/"""

    template_name = "volunteering/volunteers/inspect.html"
    page_title = gettext_lazy("Volunteer")
    model = Volunteer

    def get_object(self, queryset: Any = None) -> Volunteer:
        return get_object_or_404(Volunteer.objects.select_related("neighbourhood", "entered_by"), pk=self.pk)

    def get_page_subtitle(self) -> str:
        return self.object.full_name

    def get_fields(self) -> list[str]:
        return []

    def get_fields_context(self) -> list[dict[str, Any]]:
        return [{"label": capfirst(str(label)), "value": value} for label, value in portrait(self.object)]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.user_has_permission("reveal"):
            return []
        url = reverse("volunteering_volunteers:reveal", args=[self.pk])
        return [HeaderButton(_("Contact data"), url=url, icon_name="view")]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        history = reverse("volunteering_volunteers:history", args=[self.pk])
        return [*super().header_more_buttons, Button(_("History"), url=history, icon_name="history", priority=30)]


class UniqueAddress:
    """A refused address stands beside its field, with what to do."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except AddressTaken:
            form.add_error("email", TAKEN)
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class EnterVolunteer(UniqueAddress, CreateView):
    """GET/POST new/: for somebody on the telephone or at the counter."""

    page_title = gettext_lazy("Enter a volunteer")
    submit_button_label = gettext_lazy("Enter this person")
    error_message = gettext_lazy("Nothing was saved yet: see what is missing below.")

    def get_page_subtitle(self) -> str:
        return _("Enter a volunteer")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items()[:-1], {"url": "", "label": self.get_page_subtitle()}]

    def save_instance(self) -> Volunteer:
        values = {name: value for name, value in self.form.cleaned_data.items() if name != "consent"}
        return enter_on_behalf(**values, by=self.request.user)

    def get_success_url(self) -> str:
        return reverse("volunteering_volunteers:inspect", args=[self.object.pk])

    def get_success_message(self, instance: Volunteer) -> str:
        return _("%(name)s is entered.") % {"name": instance.full_name}

    def get_success_buttons(self) -> list:
        return []


class CorrectVolunteer(UniqueAddress, EditView):
    """GET/POST edit/<pk>/"""

    error_message = gettext_lazy("Nothing was saved yet: see what is missing below.")

    def get_page_subtitle(self) -> str:
        return self.object.full_name

    @cached_property
    def can_delete(self) -> bool:
        return False

    def save_instance(self) -> Volunteer:
        return correct(volunteer=self.object, by=self.request.user, **self.form.cleaned_data)

    def get_success_url(self) -> str:
        return reverse("volunteering_volunteers:inspect", args=[self.object.pk])

    def get_success_message(self) -> str:
        return _("%(name)s: corrected.") % {"name": self.object.full_name}

    def get_success_buttons(self) -> list:
        return []


class VolunteerHistory(HistoryView):
    """GET history/<pk>/: entries without a name, under the name of the person."""

    def get_page_subtitle(self) -> str:
        return self.object.full_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        inspect = reverse("volunteering_volunteers:inspect", args=[self.object.pk])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("volunteering_volunteers:index"), "label": _("Volunteers")},
            {"url": inspect, "label": self.object.full_name},
            {"url": "", "label": self.get_page_title(), "sublabel": self.object.full_name},
        ]


@method_decorator(never_cache, name="dispatch")
class RevealContact(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """GET reveal/<pk>/ asks why; POST shows e-mail and telephone on that one answer, and leaves an entry."""

    model = Volunteer
    permission_required = "reveal"
    template_name = "volunteering/volunteers/reveal.html"
    page_title = gettext_lazy("Contact data")
    header_icon = "view"
    form_class = RevealForm

    @cached_property
    def volunteer(self) -> Volunteer:
        return get_object_or_404(Volunteer, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.volunteer.full_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("volunteering_volunteers:index"), "label": _("Volunteers")},
            {"url": self.back_url, "label": self.volunteer.full_name},
            {"url": "", "label": self.get_page_title(), "sublabel": self.volunteer.full_name},
        ]

    @property
    def back_url(self) -> str:
        return reverse("volunteering_volunteers:inspect", args=[self.volunteer.pk])

    def form_valid(self, form: RevealForm) -> HttpResponse:
        contact = reveal(volunteer=self.volunteer, by=self.request.user, **form.cleaned_data)
        return self.render_to_response(self.get_context_data(form=None, contact=contact))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"volunteer": self.volunteer, "back_url": self.back_url, "contact": None}
        return super().get_context_data(**context | kwargs)
