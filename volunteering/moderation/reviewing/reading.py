"""One submission as the office reads it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log
from wagtail.models import Page

from volunteering.core.publishing import what_they_lack
from volunteering.moderation import actions
from volunteering.moderation.access import may_decide
from volunteering.moderation.concerns import in_sentences, passing
from volunteering.moderation.history import DOWNLOAD, action_of
from volunteering.moderation.kinds import Kind, kind_of
from volunteering.moderation.models import Answer, Submission
from volunteering.moderation.publishing import Incomplete
from volunteering.moderation.reviewing.comparing import changes
from volunteering.moderation.reviewing.forms import AnswerForm
from volunteering.moderation.states import SENT, NotPossible, State
from volunteering.moderation.submitting.questionnaire import Questionnaire

MOST_DUPLICATES = 5
MOST_LINES = 100


class ForTheOffice(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    model = Submission
    permission_required = "view"
    header_icon = "clipboard-list"
    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def submission(self) -> Submission:
        rows = Submission.objects.filter(state__in=SENT).select_related("site", "page", "picture", "revision", "user")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def index_url(self) -> str:
        return reverse("volunteering_submissions:index")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": self.index_url, "label": _("Submissions")}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, index, here]


@method_decorator(never_cache, name="dispatch")
class Read(ForTheOffice, TemplateView):
    """GET/POST <pk>/. `do`: approve, ask, refuse, write, undo."""

    template_name = "volunteering/reviewing/read.html"

    def get_page_title(self) -> str:
        kind = self.kind
        return str(kind.label) if kind else self.submission.kind

    def get_page_subtitle(self) -> str:
        return self.submission.title

    @property
    def kind(self) -> Kind | None:
        return kind_of(self.submission.kind)

    @cached_property
    def page(self) -> Page | None:
        return self.submission.page and self.submission.page.specific

    @cached_property
    def proposed(self) -> Page | None:
        """The newest version: what would become public."""
        return self.page and self.page.get_latest_revision_as_object()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        submission, page = self.submission, self.page
        context = {
            "submission": submission,
            "kind": self.kind,
            "page": page,
            "proposed": self.proposed,
            "may_decide": submission.state == State.WAITING and may_decide(self.request.user, submission),
            "may_undo": self._may_undo(),
            "concerns": self._concerns(),
            "duplicates": self._duplicates(),
            "changes": self._changes(),
            "sections": self._sections(),
            "lines": submission.exchanges.select_related("by")[:MOST_LINES],
            "answers": submission.extra_answers.select_related("question").defer("content"),
            "form": kwargs.get("form") or AnswerForm(initial={"seen": page.latest_revision_id if page else None}),
            "next_one": self._next_one(),
        }
        return super().get_context_data(**{**kwargs, **context})

    def _may_undo(self) -> bool:
        until = self.submission.undo_until
        return until is not None and until > timezone.now() and self.page is not None

    def _concerns(self) -> list[Any]:
        if self.kind is None or self.proposed is None:
            return []
        return in_sentences([*self.submission.concerns, *passing(self.proposed, kind=self.kind)])

    def _duplicates(self) -> list[Any]:
        if self.kind is None or self.proposed is None or self.submission.state != State.WAITING:
            return []
        return [
            each for each, _n in zip(self.kind.likely_duplicates(self.proposed), range(MOST_DUPLICATES), strict=False)
        ]

    def _changes(self) -> list[Any]:
        """Against what is public; nothing for a page that is not."""
        page = self.page
        if page is None or not page.live or self.submission.state not in {State.WAITING, State.CHANGES}:
            return []
        return changes(page, public=page, proposed=self.proposed, request=self.request)

    def _sections(self) -> list[dict[str, Any]]:
        """All that was answered, question by question."""
        if self.kind is None:
            return []
        forms = Questionnaire(self.submission).forms()
        told = ({"heading": form.heading, "lines": form.told()} for form in forms if form.is_valid())
        return [section for section in told if section["lines"]]

    def _next_one(self) -> Submission | None:
        waiting = Submission.objects.waiting().exclude(pk=self.submission.pk).oldest_first()
        return waiting.only("pk", "title").first()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("do") == "undo":
            return self.undo()
        form = AnswerForm(request.POST)
        if form.do not in {"approve", "ask", "refuse", "write"}:
            raise Http404
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            return self.answer(form)
        except NotPossible:
            messages.error(request, _("Somebody has answered meanwhile: see below where it stands."))
        except actions.ReadAgain:
            messages.error(request, _("Its author has changed it since you opened it: read it again, then decide."))
        except Incomplete as refusal:
            lacking = what_they_lack({refusal.page: refusal.problems})
            said = _("Not published yet: something is missing. Complete it in the editor, or ask its author.")
            messages.error(request, format_html("{}{}", said, lacking))
        return redirect(request.path)

    def answer(self, form: AnswerForm) -> HttpResponse:
        """Raises `NotPossible`, `ReadAgain`, `Incomplete`, PermissionDenied."""
        whole, by = form.cleaned_data["whole"], self.request.user
        match form.do:
            case "approve":
                actions.approve(submission=self.submission, seen=form.cleaned_data["seen"], words=whole, by=by)
                said = _("“%(title)s” is approved.")
            case "ask":
                actions.ask_for_change(submission=self.submission, words=whole, by=by)
                said = _("“%(title)s” goes back to its author.")
            case "refuse":
                actions.refuse(submission=self.submission, words=whole, by=by)
                said = _("“%(title)s” is refused.")
            case _:
                actions.write_to_author(submission=self.submission, words=whole, by=by)
                messages.success(self.request, _("Your message is on its way."))
                return redirect(self.request.path)
        undo = messages.button(self.request.path, _("Take it back within ten minutes"))
        messages.success(self.request, said % {"title": self.submission.title}, buttons=[undo])
        return redirect(self.index_url)

    def undo(self) -> HttpResponse:
        try:
            actions.undo(submission=self.submission, by=self.request.user)
        except (actions.TooLate, NotPossible):
            messages.error(self.request, _("The ten minutes are over: its author knows. Write to them instead."))
        else:
            messages.success(self.request, _("The decision is taken back: it waits again, and nobody was told."))
        return redirect(self.request.path)


@method_decorator(never_cache, name="dispatch")
class Download(ForTheOffice, View):
    """POST <pk>/files/<answer>/: a file of the author, saved and never shown by the browser; noted in the history."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (may_decide(request.user, self.submission) or request.user.has_perm("volunteering.change_submission")):
            raise PermissionDenied
        answer = get_object_or_404(Answer, submission=self.submission, pk=self.kwargs["answer"], content__isnull=False)
        log(instance=self.submission, action=action_of(DOWNLOAD), user=request.user)
        response = HttpResponse(bytes(answer.content), content_type=answer.file_type)
        response["Content-Disposition"] = (
            f'attachment; filename="{answer.file_name.encode("ascii", "ignore").decode()}"'
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
