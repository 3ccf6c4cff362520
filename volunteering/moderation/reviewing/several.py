"""Approving several submissions at once: what one knows from reading it before, or from its author."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages

from volunteering.moderation import actions
from volunteering.moderation.actions.deciding import ReadAgain
from volunteering.moderation.concerns import in_sentences
from volunteering.moderation.kinds import kind_of
from volunteering.moderation.models import Submission
from volunteering.moderation.publishing import Incomplete
from volunteering.moderation.reviewing.reading import ForTheOffice
from volunteering.moderation.states import NotPossible

MOST_SHOWN = 50


class ApproveSeveral(ForTheOffice, TemplateView):
    """GET/POST several/. `chosen`: "<submission>:<revision that was shown>", as often as one likes."""

    permission_required = "change"
    template_name = "volunteering/reviewing/several.html"
    page_title = gettext_lazy("Approve several")

    def get_page_subtitle(self) -> str:
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = Submission.objects.waiting().select_related("page").oldest_first().defer("answers")
        rows = [
            {"submission": each, "kind": kind_of(each.kind), "concerns": in_sentences(each.concerns)}
            for each in waiting[: MOST_SHOWN + 1]
        ]
        return super().get_context_data(rows=rows[:MOST_SHOWN], has_more=len(rows) > MOST_SHOWN, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        shown = dict(each.partition(":")[::2] for each in request.POST.getlist("chosen")[:MOST_SHOWN])
        keys = {key for key, seen in shown.items() if seen.isdecimal()}
        chosen = [each for each in Submission.objects.waiting().select_related("page") if str(each.pk) in keys]
        left = [each.title for each in chosen if not self.approve(each, seen=int(shown[str(each.pk)]))]
        done = len(chosen) - len(left)
        if done:
            said = ngettext("%(number)d submission is approved.", "%(number)d submissions are approved.", done)
            messages.success(request, said % {"number": done})
        if left:
            said = _("These wait for somebody to read them one by one: %(titles)s")
            messages.warning(request, said % {"titles": ", ".join(left)})
        if not chosen:
            messages.error(request, _("Tick at least one of them first."))
            return redirect(request.path)
        return redirect(self.index_url)

    def approve(self, submission: Submission, *, seen: int) -> bool:
        """Each by itself: one that lacks something does not hold up the others."""
        try:
            actions.approve(submission=submission, seen=seen, by=self.request.user)
        except (NotPossible, ReadAgain, Incomplete):
            return False
        return True
