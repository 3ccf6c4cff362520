"""Who proposed an association, or started something with neighbours, speaks for it once it is published."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from volunteering.core.links import BrokenLink
from volunteering.core.private_views import BehindLink
from volunteering.directory import actions
from volunteering.directory.models import AssociationPage
from volunteering.moderation.links import FOLLOW, submission_behind
from volunteering.moderation.models import Submission
from volunteering.moderation.states import State


class TakeCharge(LoginRequiredMixin, BehindLink, TemplateView):
    """GET/POST /engagement/associations/prendre-en-main/<token>/: with the link of one's submission, and an account."""

    link, over_template = FOLLOW, "volunteering/submitting/link_over.html"
    template_name = "volunteering/directory/take_charge.html"

    @cached_property
    def submission(self) -> Submission:
        """Proven and published. Raises `BrokenLink`."""
        submission = submission_behind(self.link, self.kwargs["token"])
        if submission.state != State.APPROVED or submission.is_change or submission.confirmed_at is None:
            raise BrokenLink
        return submission

    @cached_property
    def association(self) -> AssociationPage:
        """The record, or that of the collective behind a mission. Raises `BrokenLink` when others speak for it."""
        found = proposed_association(self.submission)
        if found is None:
            raise BrokenLink
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(association=self.association, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            actions.take_charge(association=self.association, user=request.user)
        except actions.SpokenFor as error:
            raise BrokenLink from error
        messages.success(request, _("Welcome! Here is what your association needs."))
        return redirect("volunteering:my_space")


def proposed_association(submission: Submission) -> AssociationPage | None:
    """Published, and with nobody who speaks for it yet; None for a submission of another kind."""
    if submission.kind not in {"association", "initiative"} or submission.page_id is None:
        return None
    page = submission.page.specific
    found = page if isinstance(page, AssociationPage) else getattr(page, "organiser", None)
    if found is None or not found.live or found.memberships.exists():
        return None
    return found


def to_take_charge(submission: Submission, token: str) -> tuple[str, Any] | None:
    """For the page that says where a submission stands."""
    if proposed_association(submission) is None:
        return None
    return reverse("volunteering:take_charge", args=[token]), gettext_lazy("Open its space")
