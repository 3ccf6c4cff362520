"""The list of what was submitted, and what editors word and ask themselves."""

from datetime import timedelta
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from volunteering.core.listings.exports import SafeExportMixin
from volunteering.core.listings.filters import one_of
from volunteering.moderation.concerns import in_sentences
from volunteering.moderation.kinds import kind_of, kinds
from volunteering.moderation.models import Answer, Question, ReasonTemplate, Submission
from volunteering.moderation.reviewing.deleting import DeleteQuestion
from volunteering.moderation.reviewing.reading import Download, Read
from volunteering.moderation.reviewing.several import ApproveSeveral
from volunteering.moderation.states import SENT, State

PER_PAGE = 50
SCREENS = {"index", "index_results"}
LATE = timedelta(days=7)


def kind_choices() -> list[tuple[str, Any]]:
    return [(kind.name, kind.label) for kind in kinds()]


class SubmissionFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"),
        choices=lambda: list(STATES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Kind"), choices=kind_choices, widget=forms.CheckboxSelectMultiple
    )
    age = one_of(gettext_lazy("Age"), [("late", gettext_lazy("Waiting for more than 7 days"))], "filter_age")

    class Meta:
        model = Submission
        fields: list[str] = []

    def filter_age(self, submissions: QuerySet, name: str, value: str) -> QuerySet:
        return submissions.waiting().filter(sent_at__lt=timezone.now() - LATE)


class SubmissionsView(SafeExportMixin, IndexView):
    """Without a filter: what waits to be read, the oldest first."""

    results_template_name = "volunteering/reviewing/listing_results.html"
    default_ordering = "sent_at"
    is_searchable = True

    def get_base_queryset(self) -> QuerySet:
        rows = Submission.objects.filter(state__in=SENT).select_related("page").defer("answers", "message")
        if not self.request.GET.getlist("state") and not self.is_searching:
            rows = rows.waiting()
        if self.is_export:
            answers = Answer.objects.select_related("question").defer("content")
            rows = rows.prefetch_related(Prefetch("extra_answers", queryset=answers))
        return rows

    def order_queryset(self, submissions: QuerySet) -> QuerySet:
        return submissions.order_by(self.ordering, "pk")

    def search_queryset(self, submissions: QuerySet) -> QuerySet:
        return submissions.filter(title__icontains=self.search_query) if self.is_searching else submissions

    def get_add_url(self) -> None:
        return None

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.request.user.has_perm("volunteering.change_submission"):
            return []
        several = reverse("volunteering_submissions:several")
        return [HeaderButton(_("Approve several"), url=several, icon_name="check", priority=10)]

    export_values: ClassVar[dict[str, Any]] = {
        "kind": lambda each: str(getattr(kind_of(each.kind), "label", each.kind)),
        "state": lambda each: str(STATES.get(each.state, each.state)),
        "concerns": lambda each: " ".join(map(str, in_sentences(each.concerns))),
        "answers": lambda each: told(each),
    }


def told(submission: Submission) -> str:
    """The answers to the city's own questions, a line each; of a file its name."""
    rows = submission.extra_answers.all()
    return "\n".join(f"{row.question.label} {row.text or row.file_name}" for row in rows)


def read_url(submission: Submission) -> str:
    return reverse("volunteering_submissions:read", args=[submission.pk])


class SubmissionsMenuItem(MenuItem):
    """With how many wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("volunteering.view_submission")

    def render_component(self, request: HttpRequest) -> Any:
        component, waiting = super().render_component(request), Submission.objects.waiting().count()
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


class SubmissionViewSet(ModelViewSet):
    model = Submission
    name = "volunteering_submissions"
    url_prefix = "engagement/submissions"
    icon = "clipboard-list"
    menu_label = gettext_lazy("Submissions")
    index_view_class = SubmissionsView
    filterset_class = SubmissionFilterSet
    list_per_page = PER_PAGE
    copy_view_enabled = False
    menu_item_class = SubmissionsMenuItem
    form_fields: ClassVar[list[str]] = ["state"]
    search_fields: ClassVar[list[str]] = ["title"]
    list_display: ClassVar[list] = [
        TitleColumn("title", label=gettext_lazy("Title"), sort_key="title", get_url=read_url),
        Column(
            "kind", label=gettext_lazy("Kind"), accessor=lambda each: getattr(kind_of(each.kind), "label", each.kind)
        ),
        Column(
            "change",
            label=gettext_lazy("New or change"),
            accessor=lambda each: _("A change") if each.is_change else _("New"),
        ),
        Column("author", label=gettext_lazy("Author"), accessor="short_name"),
        Column(
            "concerns",
            label=gettext_lazy("To look at"),
            accessor=lambda each: " ".join(map(str, in_sentences(each.concerns))),
        ),
        Column("state", label=gettext_lazy("State"), accessor=lambda each: STATES.get(each.state, each.state)),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
    ]

    list_export: ClassVar[list[str]] = [
        "title",
        "kind",
        "state",
        "is_change",
        "concerns",
        "sent_at",
        "decided_at",
        "answers",
    ]
    export_headings: ClassVar[dict[str, Any]] = {
        "is_change": gettext_lazy("Change"),
        "concerns": gettext_lazy("To look at"),
        "answers": gettext_lazy("Answers to your questions"),
    }
    export_filename = "submissions"

    def register_reference_index(self) -> None:
        """Nothing an editor could delete is used by a submission."""

    def register_admin_url_finder(self) -> None:
        """It has no page of its own to edit."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in SCREENS),
            path("several/", self.construct_view(ApproveSeveral), name="several"),
            path("<uuid:pk>/", self.construct_view(Read), name="read"),
            path("<uuid:pk>/files/<uuid:answer>/", self.construct_view(Download), name="download"),
        ]


STATES = {
    State.WAITING: gettext_lazy("To be read"),
    State.CHANGES: gettext_lazy("A change was asked for"),
    State.APPROVED: gettext_lazy("Approved"),
    State.REFUSED: gettext_lazy("Refused"),
}


class KindField(forms.ChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=kind_choices, **kwargs)


class QuestionForm(forms.ModelForm):
    kind = KindField(label=gettext_lazy("Form"))

    class Meta:
        model = Question
        fields = ["kind", "label", "help_text", "answering", "choices", "is_required", "is_asked", "sort_order"]


class QuestionViewSet(ModelViewSet):
    """What a city asks beside our own questions. One that has been answered is not deleted: it is asked no more."""

    model = Question
    name = "volunteering_questions"
    url_prefix = "engagement/questions"
    icon = "help"
    menu_label = gettext_lazy("Questions of the forms")
    copy_view_enabled = False
    delete_view_class = DeleteQuestion
    form_fields: ClassVar[list[str]] = ["label"]
    list_display: ClassVar[list] = [
        "label",
        Column(
            "kind", label=gettext_lazy("Form"), accessor=lambda each: getattr(kind_of(each.kind), "label", each.kind)
        ),
        Column("answering", label=gettext_lazy("Answered by"), accessor="get_answering_display"),
        Column(
            "is_asked", label=gettext_lazy("Asked now"), accessor=lambda each: _("Yes") if each.is_asked else _("No")
        ),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return QuestionForm


class ReasonViewSet(ModelViewSet):
    """What the office often has to write."""

    model = ReasonTemplate
    name = "volunteering_reasons"
    url_prefix = "engagement/reasons"
    icon = "comment"
    menu_label = gettext_lazy("Reasons of decisions")
    copy_view_enabled = False
    form_fields: ClassVar[list[str]] = ["decision", "name", "words", "sort_order"]
    list_display: ClassVar[list] = [
        "name",
        Column("decision", label=gettext_lazy("Decision"), accessor="get_decision_display", sort_key="decision"),
    ]
    panels: ClassVar[list] = [FieldPanel("decision"), FieldPanel("name"), FieldPanel("words"), FieldPanel("sort_order")]
