"""The beginning of a submission: what would you like to propose? Then its first questions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Page

from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.antispam.stamps import BadStamp
from volunteering.core.private_views import NotForSearchEngines, WithSite
from volunteering.moderation import actions
from volunteering.moderation.kinds import Kind, kind_of, kinds
from volunteering.moderation.limits import may_begin
from volunteering.moderation.links import FOLLOW
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.questionnaire import Questionnaire
from volunteering.moderation.submitting.steps import StepForm

TOO_MANY = _("A lot has been proposed from here within the last hour. Try again a little later, or call us.")
GUARDS = {"website", "stamp", "csrfmiddlewaretoken", "go"}


class Propose(NotForSearchEngines, WithSite, TemplateView):
    """GET /engagement/proposer/: one door per kind that this site takes."""

    template_name = "volunteering/submitting/propose.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_kinds = [kind for kind in kinds() if kind.parent(self.site) is not None]
        return super().get_context_data(kinds=open_kinds, **kwargs)


class Begin(NotForSearchEngines, WithSite, TemplateView):
    """GET/POST /engagement/proposer/<kind>/: the first step. Nothing is written before it is answered.

    ?depuis=<key of a page>: start from a page of one's own, like last year's edition.
    """

    template_name = "volunteering/submitting/begin.html"

    @cached_property
    def kind(self) -> Kind:
        kind = kind_of(self.kwargs["kind"])
        if kind is None or kind.parent(self.site) is None:
            raise Http404
        return kind

    @cached_property
    def draft(self) -> Submission:
        user = self.request.user if self.request.user.is_authenticated else None
        return Submission(kind=self.kind.name, site=self.site, user=user, language=get_language() or "")

    @cached_property
    def copied(self) -> Page | None:
        """A published page that this account speaks for."""
        asked = self.request.GET.get("depuis", "")
        if not asked.isascii() or not asked.isdecimal() or len(asked) > 9 or not self.request.user.is_authenticated:
            return None
        page = self.kind.model.objects.filter(pk=int(asked)).first()
        return page if page and self.kind.may_change(self.request.user, page) else None

    @property
    def first_step(self) -> str:
        return self.kind.steps[0].name

    def get_form(self, posted: Any = None) -> StepForm:
        questionnaire = Questionnaire(self.draft)
        if posted is not None:
            return questionnaire.form(self.first_step, posted=posted)
        if self.copied is not None:
            self.draft.answers = self.kind.typed_again(self.copied, user=self.request.user)
        return questionnaire.form(self.first_step)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "kind": self.kind,
            "form": kwargs.get("form") or self.get_form(),
            "guard": kwargs.get("guard") or GuardedForm(),
            "number": 1,
            "total": len(Questionnaire(self.draft).steps),
            "copied": self.copied,
        }
        return super().get_context_data(**{**kwargs, **context})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, guard = self.get_form(self.posted()), GuardedForm(request.POST)
        if not form.is_valid() or not guard.is_valid() or guard.is_unstamped:
            return self.again(form, guard)
        if not may_begin(request):
            guard.add_error(None, TOO_MANY)
            return self.again(form, guard, status=429)
        try:
            submission = self.begin(form, stamp=guard.cleaned_data["stamp"])
        except BadStamp as problem:
            guard.refuse_stamp(problem)
            return self.again(form, guard)
        second = Questionnaire(submission).names[1]
        return redirect("volunteering:submission_step", token=FOLLOW.sign(str(submission.pk)), step=second)

    def posted(self) -> dict[str, list[str]]:
        names = self.get_form({"": [""]}).names
        return StepForm.typed_in(self.request.POST, names)

    def again(self, form: StepForm, guard: GuardedForm, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, guard=guard), status=status)

    def begin(self, form: StepForm, *, stamp: str) -> Submission:
        copied = self.copied
        typed = self.kind.typed_again(copied, user=self.request.user) if copied else {}
        return actions.begin(
            kind=self.kind,
            site=self.site,
            user=self.draft.user,
            language=self.draft.language,
            typed={**typed, self.first_step: form.settled(self.posted())},
            stamp=stamp,
            copied_from=copied,
            picture=getattr(copied, "image", None),
        )
