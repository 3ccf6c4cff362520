"""What submissions promise: a draft behind each that waits, one at a time per page, terms. And reports."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import Invariant, register
from volunteering.moderation.actions import purge, purge_reports
from volunteering.moderation.models import Report, Submission
from volunteering.moderation.states import State

# What a schedule that runs every night may be late.
LATE = timedelta(days=2)


def waiting_for_nothing() -> QuerySet:
    """The page was deleted under it."""
    return Submission.objects.open().filter(page=None).order_by("pk").values_list("pk", flat=True)


def waiting_unproven() -> QuerySet:
    rows = Submission.objects.open().filter(confirmed_at=None).exclude(email="")
    return rows.order_by("pk").values_list("pk", flat=True)


def kept_too_long() -> QuerySet:
    return Submission.objects.over(timezone.now() - LATE).order_by("pk").values_list("pk", flat=True)


def approved_unseen() -> QuerySet:
    """What is approved was sent and decided."""
    rows = Submission.objects.filter(state=State.APPROVED, decided_at=None)
    return rows.order_by("pk").values_list("pk", flat=True)


def reported_and_gone() -> QuerySet:
    return Report.objects.open().filter(page=None).order_by("pk").values_list("pk", flat=True)


def reports_kept_too_long() -> QuerySet:
    return Report.objects.over(timezone.now() - LATE).order_by("pk").values_list("pk", flat=True)


register(
    Invariant(
        name="submissions_have_a_page",
        promise=_("What waits to be read has a draft to read."),
        broken=waiting_for_nothing,
    ),
    Invariant(
        name="submissions_are_proven",
        promise=_("Nothing reaches the office from an address that nobody confirmed."),
        broken=waiting_unproven,
    ),
    Invariant(
        name="approvals_are_dated",
        promise=_("What is approved was decided at some moment."),
        broken=approved_unseen,
    ),
    Invariant(
        name="submissions_forgotten",
        promise=_("Submissions are forgotten when their time is over."),
        broken=kept_too_long,
        repair=lambda _submissions: purge(),
    ),
    Invariant(
        name="reports_have_a_page",
        promise=_("A report that waits for an answer is about a page that is there."),
        broken=reported_and_gone,
    ),
    Invariant(
        name="reports_forgotten",
        promise=_("Reports are forgotten when their time is over."),
        broken=reports_kept_too_long,
        repair=lambda _reports: purge_reports(),
    ),
)
