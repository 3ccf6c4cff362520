"""Suspending an association, and lifting that: each a small page before the button. For those who may publish it."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from volunteering.directory import actions
from volunteering.directory.forms import SuspendForm
from volunteering.directory.models import AssociationPage

ALREADY_SO = _("Somebody was quicker: see below where it stands now.")


class AboutRecord(WagtailAdminTemplateMixin, FormView):
    """Subclasses say what the button does, and the sentence after it."""

    template_name = "volunteering/desk/suspension.html"
    form_class = Form
    header_icon = "warning"
    says: ClassVar[tuple[Any, ...]]
    done: ClassVar[Any]

    @cached_property
    def association(self) -> AssociationPage:
        return get_object_or_404(AssociationPage, pk=self.kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.association.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.association.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = {"url": self.get_success_url(), "label": self.association.title}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.get_page_title()}]

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.association.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"association": self.association, "says": self.says, "back": self.get_success_url()}
        return super().get_context_data(**told, **kwargs)

    def act(self, form: Form) -> None:
        """Raises `AlreadySo`."""
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.act(form)
        except actions.AlreadySo:
            messages.error(self.request, ALREADY_SO)
        else:
            messages.success(self.request, self.done)
        return redirect(self.get_success_url())


class SuspendRecord(AboutRecord):
    """GET/POST records/<id>/suspend/"""

    page_title = _("Suspend this association")
    form_class = SuspendForm
    says = (
        _("Its record and its missions that are not over leave the site. Events stay, without its name."),
        _("People who signed up are told to wait for news; their sign-ups stay."),
        _("Nobody acts for the association meanwhile; its volunteers’ questions come to the city."),
        _("Those who speak for it read your reason."),
    )
    done = _("Suspended. The record, its missions and its space wait until you lift the suspension.")

    def act(self, form: Form) -> None:
        actions.suspend(association=self.association, reason=form.cleaned_data["reason"], by=self.request.user)


class LiftSuspension(AboutRecord):
    """GET/POST records/<id>/lift/"""

    page_title = _("Lift the suspension")
    header_icon = "undo"
    says = (
        _("The record and the missions that it took along are public again, in the version that visitors saw."),
        _("Those who speak for it and people who signed up are told."),
    )
    done = _("The suspension is lifted: all is back as it was.")

    def act(self, form: Form) -> None:
        actions.lift_suspension(association=self.association, by=self.request.user)
