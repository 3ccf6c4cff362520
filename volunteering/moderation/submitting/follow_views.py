"""Where a submission stands, and what its author can still do."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from volunteering.core.address_field import AddressField
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.code_form import CodeForm
from volunteering.core.codes import is_code
from volunteering.core.links import BrokenLink, absolute
from volunteering.core.pagination import BoundedPaginator
from volunteering.core.private_views import AskByMail, BehindLink, NotForSearchEngines, WithSite
from volunteering.core.views import asked_page
from volunteering.moderation import actions
from volunteering.moderation.actions.sending import Unfit
from volunteering.moderation.limits import CODE, WRITE, may_ask
from volunteering.moderation.links import CONFIRM, follow_path, submission_to_confirm
from volunteering.moderation.models import LONGEST_WORDS, Submission
from volunteering.moderation.notifications import code_of
from volunteering.moderation.states import SENT, NotPossible, State
from volunteering.moderation.submitting.questionnaire import Questionnaire, Unfinished
from volunteering.moderation.submitting.step_views import BUSY, LINK_OVER, WithSubmission

WRONG_CODE = gettext_lazy("This is not the code of our message. Copy its six figures, with or without the space.")
TOO_MANY_CODES = gettext_lazy("That was a lot of tries. Press the button of our message instead, or call us.")
TOO_MANY_WORDS = gettext_lazy("You wrote a lot today. Call us: we talk about it.")
MOST_LINES = 100


class WordsForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Your message to the town hall"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Write your message first.")},
    )


class Follow(WithSubmission, TemplateView):
    """GET/POST /engagement/propositions/<token>/. `do`: write, withdraw, code."""

    template_name = "volunteering/submitting/follow.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission = self.submission
        context = {
            "lines": submission.exchanges.all()[:MOST_LINES],
            "page": submission.page if self._is_public() else None,
            "words_form": kwargs.get("words_form") or WordsForm(),
            "code_form": kwargs.get("code_form") or CodeForm(),
            "next_step": self.questionnaire.first_unfinished() if submission.state == State.DRAFT else None,
            "waiting_before": self._waiting_before(),
            "onward": self._onward(),
            "speaks_for_it": self._speaks_for_it(),
        }
        return super().get_context_data(**{**kwargs, **context})

    def _onward(self) -> dict[str, Any] | None:
        """What its author can do with what is published now."""
        found = self.questionnaire.kind.next_step(self.submission, self.token) if self._is_public() else None
        return {"url": found[0], "label": found[1]} if found else None

    def _speaks_for_it(self) -> bool:
        """Whether whoever is signed in may change it, and use it again."""
        user = self.request.user
        return self._is_public() and self.questionnaire.kind.may_change(user, self.submission.page.specific)

    def _is_public(self) -> bool:
        submission = self.submission
        return bool(submission.state == State.APPROVED and submission.page and submission.page.live)

    def _waiting_before(self) -> int | None:
        """How many are read before this one; nobody waits without knowing for what."""
        submission = self.submission
        if submission.state != State.WAITING:
            return None
        return Submission.objects.waiting().filter(site=submission.site, sent_at__lt=submission.sent_at).count()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        submission_state = self.submission.state
        match request.POST.get("do"):
            case "withdraw":
                return self.withdraw()
            case "code" if submission_state == State.UNCONFIRMED:
                return self.take_code()
            case "write" if submission_state in SENT:
                return self.write()
        return redirect(request.path)

    def withdraw(self) -> HttpResponse:
        try:
            actions.withdraw(submission=self.submission)
        except NotPossible:
            messages.error(self.request, _("Things have changed meanwhile: see below where it stands now."))
        else:
            messages.success(self.request, _("It is withdrawn: nothing of it is published."))
        return redirect(self.request.path)

    def write(self) -> HttpResponse:
        form = WordsForm(self.request.POST)
        if form.is_valid() and not WRITE.take(str(self.submission.pk)):
            form.add_error("words", TOO_MANY_WORDS)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(words_form=form))
        actions.write_to_office(submission=self.submission, words=form.cleaned_data["words"])
        messages.success(self.request, _("Your message is with the town hall."))
        return redirect(self.request.path)

    def take_code(self) -> HttpResponse:
        form = CodeForm(self.request.POST)
        if form.is_valid():
            if not CODE.take(str(self.submission.pk)):
                form.add_error("code", TOO_MANY_CODES)
            elif not is_code(form.cleaned_data["code"], code_of(self.submission)):
                form.add_error("code", WRONG_CODE)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(code_form=form))
        confirm(self.request, self.submission)
        return redirect(self.request.path)


class Confirm(BehindLink, TemplateView):
    """GET/POST /engagement/propositions/confirmer/<token>/: the page behind the button of the mail."""

    link, over_template = CONFIRM, LINK_OVER
    template_name = "volunteering/submitting/confirm.html"

    @cached_property
    def submission(self) -> Submission:
        return submission_to_confirm(self.kwargs["token"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(submission=self.submission, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        confirm(request, self.submission)
        return redirect(follow_path(self.submission))


def confirm(request: HttpRequest, submission: Submission) -> None:
    """Says what stands in the way."""
    questionnaire = Questionnaire(submission)
    try:
        answers = questionnaire.answers() if submission.state == State.UNCONFIRMED else {}
        actions.confirm(submission=submission, kind=questionnaire.kind, answers=answers)
    except (Unfinished, Unfit):
        actions.reopen(submission=submission)
        messages.error(request, _("Your address is confirmed. One answer needs another look before it can be sent."))
    except (actions.PageBusy, actions.ChangedMeanwhile):
        messages.error(request, BUSY)
    except NotPossible as error:
        raise BrokenLink from error


class LinkForm(GuardedForm):
    email = AddressField()
    field_order = ("email",)


class Later(WithSubmission, AskByMail):
    """GET/POST …/<token>/plus-tard/: the link to keep, or to have sent to oneself."""

    template_name = "volunteering/submitting/later.html"
    form_class = LinkForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(link=absolute(follow_path(self.submission), self.submission.site), **kwargs)

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: GuardedForm) -> HttpResponse:
        actions.send_draft_link(
            submission=self.submission,
            email=form.cleaned_data["email"],
            language=get_language() or "",
            stamp=form.cleaned_data["stamp"],
        )
        messages.success(self.request, _("The link is on its way. You can go on whenever you like."))
        return redirect("volunteering:follow_submission", token=self.token)


class Mine(LoginRequiredMixin, NotForSearchEngines, WithSite, TemplateView):
    """GET /engagement/propositions/: what this account proposed."""

    template_name = "volunteering/submitting/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Submission.objects.filter(user=self.request.user, site=self.site).order_by("-changed_at", "pk")
        results = asked_page(self.request, BoundedPaginator(rows.defer("answers")))
        own = [{"submission": each, "url": follow_path(each)} for each in results.object_list]
        return super().get_context_data(results=results, own=own, **kwargs)


class AskForMyLink(AskByMail):
    """GET/POST /engagement/propositions/mon-lien/: for who has lost the mail."""

    template_name = "volunteering/submitting/ask_for_link.html"
    form_class = LinkForm

    def may_ask(self, address: str) -> bool:
        return may_ask(self.request, address)

    def act(self, form: GuardedForm) -> HttpResponse:
        data = form.cleaned_data
        actions.send_my_links(email=data["email"], site=self.site, language=get_language() or "", stamp=data["stamp"])
        return redirect("volunteering:submissions_link_sent")


class MyLinkSent(NotForSearchEngines, TemplateView):
    """GET /engagement/propositions/verifiez-vos-messages/"""

    template_name = "volunteering/submitting/link_sent.html"
