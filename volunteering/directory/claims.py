"""The offices' list of claims: who says that a record is theirs, and what the city answers."""

from typing import Any, ClassVar

import django_filters
from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

from volunteering.core.listings.exports import NoExportMixin
from volunteering.core.next_page import next_page
from volunteering.directory import actions
from volunteering.directory.forms import RefuseClaimForm
from volunteering.directory.models import Claim, ClaimState, Membership

PER_PAGE = 50
SCREENS = {"index", "index_results"}
MOVED_ON = gettext_lazy("Somebody has decided meanwhile: see in the list.")
# Codes that nobody has typed yet concern nobody here.
STATES = [choice for choice in ClaimState.choices if choice[0] != ClaimState.CODE]


class ClaimFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"), choices=STATES, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Claim
        fields: list[str] = []


class ClaimsView(NoExportMixin, IndexView):
    default_ordering = "-asked_at"
    results_template_name = "volunteering/directory/claims/listing_results.html"

    def get_base_queryset(self) -> QuerySet:
        rows = Claim.objects.exclude(state=ClaimState.CODE).select_related("association", "user")
        return rows.defer("association__body", "association__access_note")

    def order_queryset(self, claims: QuerySet) -> QuerySet:
        return claims.order_by(self.ordering, "pk")

    def get_add_url(self) -> None:
        return None


class DecideClaim(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """A small page before a button. Subclasses say what it does."""

    model = Claim
    permission_required = "change"
    header_icon = "key"
    template_name = "volunteering/directory/claims/decide.html"
    form_class = Form
    button: ClassVar[Any]
    says: ClassVar[Any]
    done: ClassVar[Any]

    @cached_property
    def claim(self) -> Claim:
        rows = Claim.objects.exclude(state=ClaimState.CODE).select_related("association", "user")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.button

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("volunteering_claims:index"), "label": _("Claims")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.claim.association.title}
        return [*self.breadcrumbs_items, index, here]

    def get_success_url(self) -> str:
        return next_page(self.request, otherwise="volunteering_claims:index")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.claim.state != ClaimState.WAITING:
            messages.error(request, MOVED_ON)
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Membership.objects.managers().filter(association=self.claim.association_id).select_related("user")
        context = {"claim": self.claim, "managers": [row.masked_address for row in rows]}
        told = {"says": self.says, "button": self.button, "next": self.get_success_url()}
        return super().get_context_data(**context, **told, **kwargs)

    def act(self, form: Form) -> None:
        """Raises `ClaimOver`."""
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.act(form)
        except actions.ClaimOver:
            messages.error(self.request, MOVED_ON)
        else:
            messages.success(self.request, self.done % {"title": self.claim.association.title})
        return redirect(self.get_success_url())


class AcceptClaim(DecideClaim):
    button = gettext_lazy("Give the keys")
    says = gettext_lazy("This person speaks for the association from now on, and is told by e-mail.")
    done = gettext_lazy("The keys are given: %(title)s.")

    def act(self, form: Form) -> None:
        actions.accept_claim(claim=self.claim, by=self.request.user)


class RefuseClaim(DecideClaim):
    form_class = RefuseClaimForm
    button = gettext_lazy("Refuse the claim")
    says = gettext_lazy("Nothing changes for the association. The person reads your reason by e-mail.")
    done = gettext_lazy("Refused: %(title)s.")

    def act(self, form: Form) -> None:
        actions.refuse_claim(claim=self.claim, reason=form.cleaned_data["reason"], by=self.request.user)


class RecordColumn(ButtonsColumnMixin, TitleColumn):
    """The association, with the two answers."""

    def __init__(self) -> None:
        super().__init__("association", label=gettext_lazy("Association"), accessor="association.title")

    def get_link_url(self, instance: Claim, parent_context: dict[str, Any]) -> str:
        return reverse("wagtailadmin_pages:edit", args=[instance.association_id])

    def get_buttons(self, instance: Claim, parent_context: dict[str, Any]) -> list[ButtonWithDropdown]:
        user = parent_context["request"].user
        if instance.state != ClaimState.WAITING or not user.has_perm("volunteering.change_claim"):
            return []
        ways = (("accept", AcceptClaim, "check"), ("refuse", RefuseClaim, "cross"))
        buttons = [
            Button(view.button, url=reverse(f"volunteering_claims:{name}", args=[instance.pk]), icon_name=icon)
            for name, view, icon in ways
        ]
        label = {"aria-label": _("Decide: %(title)s") % {"title": instance.association.title}}
        return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs=label)]


class ClaimViewSet(ModelViewSet):
    model = Claim
    name = "volunteering_claims"
    url_prefix = "engagement/claims"
    icon = "key"
    menu_label = gettext_lazy("Claims")
    index_view_class = ClaimsView
    filterset_class = ClaimFilterSet
    list_per_page = PER_PAGE
    copy_view_enabled = False
    # Nothing is edited here but by the two answers; Wagtail asks for the name of a form's fields all the same.
    form_fields: ClassVar[list[str]] = ["state"]
    list_display: ClassVar[list] = [
        RecordColumn(),
        Column("who", label=gettext_lazy("Account"), accessor="masked_address"),
        Column("words", label=gettext_lazy("Who they are there"), accessor="words"),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display", sort_key="state"),
        DateColumn("asked_at", label=gettext_lazy("Asked"), sort_key="asked_at"),
    ]

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a claim."""

    def register_admin_url_finder(self) -> None:
        """It has no page of its own."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("<uuid:pk>/accept/", self.construct_view(AcceptClaim), name="accept"),
            path("<uuid:pk>/refuse/", self.construct_view(RefuseClaim), name="refuse"),
        ]
