"""Merging two records of one association: choose, see both side by side, confirm."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser

from volunteering.directory.actions import CannotMerge, can_redirect, gains, merge_records, why_not
from volunteering.directory.duplicates import likely_duplicates
from volunteering.directory.models import AssociationPage

# What tells two records apart.
COMPARED = (
    "title",
    "acronym",
    "kind",
    "summary",
    "rna",
    "siret",
    "founded",
    "address",
    "postal_code",
    "city",
    "website",
)


class ChooseOtherForm(forms.Form):
    other = forms.ModelChoiceField(
        label=_("The record that goes"),
        queryset=AssociationPage.objects.all(),
        widget=AdminPageChooser(target_models=[AssociationPage]),
        error_messages={"required": _("Choose a record."), "invalid_choice": _("Choose a record.")},
    )


class MergeRecords(WagtailAdminTemplateMixin, TemplateView):
    """GET records/<id>/merge/ asks which; GET ?other=<id> shows both; POST merges. For who may publish both."""

    template_name = "volunteering/desk/merge.html"
    page_title = _("Merge with another record")
    header_icon = "duplicate"

    @cached_property
    def kept(self) -> AssociationPage:
        return get_object_or_404(AssociationPage, pk=self.kwargs["page_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may(self.kept):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self, page: AssociationPage) -> bool:
        return page.permissions_for_user(self.request.user).can_publish()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.kept.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, {"url": edit_url, "label": self.kept.title}, here]

    @cached_property
    def form(self) -> ChooseOtherForm:
        data = self.request.POST if self.request.method == "POST" else self.request.GET
        form = ChooseOtherForm(data if "other" in data else None)
        # The chooser would look for whatever stands there.
        return form if form.is_valid() or not form.is_bound else ChooseOtherForm({})

    @cached_property
    def other(self) -> AssociationPage | None:
        """Chosen, and theirs to take off."""
        chosen = self.form.cleaned_data["other"] if self.form.is_bound and self.form.is_valid() else None
        if chosen and not self.may(chosen):
            raise PermissionDenied
        return chosen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kept = self.kept
        context = {"kept": kept, "other": self.other, "form": self.form, "media": self.form.media}
        if self.other:
            context |= self.compare(self.other)
        else:
            known = {"title": kept.title, "rna": kept.rna, "siret": kept.siret, "exclude_pk": kept.pk}
            context["likely"] = likely_duplicates(**known)
        return super().get_context_data(**context, **kwargs)

    def compare(self, other: AssociationPage) -> dict[str, Any]:
        taken = set(gains(self.kept, other))
        rows = [_row(name, self.kept, other) for name in COMPARED]
        labels = [capfirst(AssociationPage._meta.get_field(name).verbose_name) for name in sorted(taken)]
        moves = {
            "missions": other.missions.count(),
            "events": other.events.count(),
            "people": other.memberships.count(),
        }
        problem = why_not(kept=self.kept, other=other)
        return {"rows": rows, "taken": labels, "problem": problem, "can_redirect": can_redirect(), **moves}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.other is None:
            return self.render_to_response(self.get_context_data())
        try:
            merge_records(kept=self.kept, other=self.other, by=request.user)
        except CannotMerge as refusal:
            messages.error(request, refusal.sentence)
            return redirect(request.get_full_path())
        messages.success(request, _("The two records are one now, and the other’s address leads here."))
        return redirect("wagtailadmin_pages:edit", self.kept.pk)


def _row(name: str, kept: AssociationPage, other: AssociationPage) -> dict[str, Any]:
    shown = f"get_{name}_display"
    values = [getattr(page, shown)() if hasattr(page, shown) else getattr(page, name) for page in (kept, other)]
    label = capfirst(AssociationPage._meta.get_field(name).verbose_name)
    return {"label": label, "kept": values[0], "other": values[1]}
