"""How long is kept what the public proposes and reports."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from volunteering.core.retention import Retention, register
from volunteering.moderation.actions import purge, purge_reports
from volunteering.moderation.models import (
    DRAFT_FOR,
    KEEP_FOR,
    REPORTS_KEPT_FOR,
    UNCONFIRMED_FOR,
    Report,
    Submission,
)

register(
    Retention(
        part="submissions",
        name="submissions_drafts",
        what=_("Drafts of submissions, after their last change"),
        keep_for=DRAFT_FOR,
        over=Submission.objects.drafts_over,
        forget=partial(purge, over=Submission.objects.drafts_over),
    ),
    Retention(
        part="submissions",
        name="submissions_unconfirmed",
        what=_("Submissions that nobody confirmed"),
        keep_for=UNCONFIRMED_FOR,
        over=Submission.objects.unconfirmed_over,
        forget=partial(purge, over=Submission.objects.unconfirmed_over),
    ),
    Retention(
        part="submissions",
        name="submissions",
        what=_("Submissions, after they were decided or withdrawn"),
        keep_for=KEEP_FOR,
        over=Submission.objects.closed_over,
        forget=partial(purge, over=Submission.objects.closed_over),
    ),
    Retention(
        part="reports",
        name="reports",
        what=_("Reports of pages, after their decision"),
        keep_for=REPORTS_KEPT_FOR,
        over=Report.objects.over,
        forget=purge_reports,
    ),
)
