"""The steps of a submission, and reading it over before it leaves."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView

from volunteering.core.accounts import address_of, is_reached
from volunteering.core.charter import charter_version
from volunteering.core.links import BrokenLink
from volunteering.core.private_views import BehindLink
from volunteering.moderation import actions
from volunteering.moderation.actions.sending import Unfit
from volunteering.moderation.limits import SEND, UPLOAD, may_ask
from volunteering.moderation.links import FOLLOW, submission_behind
from volunteering.moderation.models import Submission
from volunteering.moderation.pictures import NoPicture
from volunteering.moderation.states import NotPossible
from volunteering.moderation.submitting.author_form import AuthorForm
from volunteering.moderation.submitting.extra_form import ExtraForm
from volunteering.moderation.submitting.picture_form import PictureForm
from volunteering.moderation.submitting.questionnaire import Questionnaire, Unfinished
from volunteering.moderation.submitting.steps import StepForm, TypedStep

LINK_OVER = "volunteering/submitting/link_over.html"
BUSY = gettext_lazy(
    "The town hall is at work on this page. Your answers are kept: send them a little later, or call us."
)
CHANGED = gettext_lazy("Some answers have changed meanwhile: read it over once more, then send it.")
TOO_OFTEN = gettext_lazy("That was sent a lot of times today. Your answers are kept: try again tomorrow, or call us.")
TOO_MANY_FILES = gettext_lazy("That was a lot of files. Try again in an hour, or go on without.")
# Characters typed in one step that are kept before they are in order.
MOST_KEPT = 30_000


class WithSubmission(BehindLink):
    """The link says which; whoever holds it goes on with it."""

    link, over_template = FOLLOW, LINK_OVER
    kwargs: dict[str, Any]

    @cached_property
    def submission(self) -> Submission:
        submission = submission_behind(self.link, self.kwargs["token"])
        try:
            Questionnaire(submission)
        except LookupError as error:
            # The site takes no such submissions any more.
            raise BrokenLink from error
        return submission

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return Questionnaire(self.submission)

    @property
    def token(self) -> str:
        return self.kwargs["token"]

    def address(self, name: str, **parts: str) -> str:
        return reverse(f"volunteering:{name}", kwargs={"token": self.token, **parts})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"submission": self.submission, "kind": self.questionnaire.kind, "token": self.token}
        return super().get_context_data(**{**context, **kwargs})


# Who it is from is in no report of an error either.
@method_decorator(sensitive_post_parameters(), name="dispatch")
class Step(WithSubmission, TemplateView):
    """GET/POST …/<token>/etape/<step>/. `go`: back, later, here (stay), else on."""

    template_name = "volunteering/submitting/step.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.request = request
        try:
            if not self.submission.is_editable:
                return redirect(self.address("follow_submission"))
            if kwargs["step"] not in self.questionnaire.names:
                raise Http404
        except BrokenLink:
            # Said by the page that says so.
            pass
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def number(self) -> int:
        """From 1 on."""
        return self.questionnaire.names.index(self.kwargs["step"]) + 1

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.questionnaire.form(self.kwargs["step"])
        names = self.questionnaire.names
        context = {"form": form, "number": self.number, "total": len(names), "city": self.questionnaire.city}
        return super().get_context_data(**context, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name, go = self.kwargs["step"], request.POST.get("go", "")
        if request.FILES and not UPLOAD.take(str(self.submission.pk)):
            messages.error(request, TOO_MANY_FILES)
            return redirect(request.path)
        posted = StepForm.typed_in(request.POST, self.questionnaire.form(name).names)
        form = self.questionnaire.form(name, posted=posted, files=request.FILES)
        is_valid = form.is_valid()
        try:
            self.keep(form, posted, is_valid=is_valid)
        except NotPossible:
            return redirect(self.address("follow_submission"))
        except NoPicture as problem:
            form.add_error("file", problem.sentence)
            is_valid = False
        if not is_valid and go not in {"later", "back"}:
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(self.next_address(go))

    def keep(self, form: StepForm, posted: TypedStep, *, is_valid: bool) -> None:
        """What is not in order yet is kept too, as it was typed: nobody types it twice."""
        common = {"submission": self.submission}
        match form:
            case PictureForm():
                if is_valid:
                    data = form.cleaned_data
                    actions.keep_picture(
                        picture=form.picture,
                        description=data["description"],
                        remove=data.get("remove", False),
                        kind=self.questionnaire.kind,
                        **common,
                    )
            case ExtraForm():
                if is_valid:
                    given = {each: form.cleaned_data.get(each.field_name) for each in form.questions}
                    actions.keep_extra(given=given, **common)
            case AuthorForm():
                if is_valid:
                    values = {name: value for name, value in form.cleaned_data.items() if name != "charter"}
                    version = charter_version(self.questionnaire.city) if "charter" in form.fields else ""
                    actions.keep_author(values=values, charter_version=version, **common)
            case _:
                typed = form.settled(posted) if is_valid else posted
                if is_valid or _size(typed) <= MOST_KEPT:
                    actions.keep_step(kind=self.questionnaire.kind, step=form.name, typed=typed, **common)

    def next_address(self, go: str) -> str:
        names = self.questionnaire.names
        match go:
            case "here":
                return f"{self.request.path}#suite"
            case "later":
                return self.address("continue_later")
            case "back" if self.number > 1:
                return self.address("submission_step", step=names[self.number - 2])
            case "over":
                return self.address("review_submission")
        if self.number < len(names):
            return self.address("submission_step", step=names[self.number])
        return self.address("review_submission")


def _size(typed: TypedStep) -> int:
    return sum(len(value) for values in typed.values() for value in values)


class Review(WithSubmission, TemplateView):
    """GET/POST …/<token>/relire/: everything on one page, what would make it better, and the button that sends it."""

    template_name = "volunteering/submitting/review.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if not self.submission.is_editable or self.submission.state == "unconfirmed":
                return redirect(self.address("follow_submission"))
        except BrokenLink:
            pass
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        questionnaire = self.questionnaire
        sections = [
            {
                "form": form,
                "url": self.address("submission_step", step=form.name),
                "lines": form.told() if form.is_valid() else [],
                "is_ready": form.is_valid(),
            }
            for form in questionnaire.forms()
        ]
        missing = [
            {"missing": each, "url": self.address("submission_step", step=each.step)}
            for each in questionnaire.missing()
        ]
        context = {
            "sections": sections,
            "missing": missing,
            "is_ready": all(section["is_ready"] for section in sections),
            "completeness": questionnaire.completeness(),
            "duplicates": [],
        }
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        submission, questionnaire = self.submission, self.questionnaire
        try:
            answers = questionnaire.answers()
        except Unfinished as unfinished:
            messages.error(request, _("One step still needs an answer."))
            return redirect(self.address("submission_step", step=unfinished.step))
        if not self.may_send():
            return self.refuse(TOO_OFTEN, status=429)
        user = submission.user
        try:
            actions.send(
                submission=submission,
                kind=questionnaire.kind,
                answers=answers,
                email=address_of(user).strip().lower() if user else "",
                is_proven=bool(user and is_reached(user)),
            )
        except actions.ChangedMeanwhile:
            return self.refuse(CHANGED)
        except actions.PageBusy:
            return self.refuse(BUSY)
        except Unfit as unfit:
            return self.refuse(" ".join(map(str, unfit.problems)))
        except NotPossible:
            return redirect(self.address("follow_submission"))
        return redirect(self.address("follow_submission"))

    def may_send(self) -> bool:
        """Counts this request: each may write a mail to the address that was typed, or to the office."""
        submission = self.submission
        if not SEND.take(str(submission.pk)):
            return False
        return submission.confirmed_at is not None or may_ask(self.request, submission.email or str(submission.user_id))

    def refuse(self, sentence: Any, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(problem=sentence), status=status)
