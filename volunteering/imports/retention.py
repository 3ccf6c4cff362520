"""How long a file is kept that an editor brought, and what became of it."""

from django.utils.translation import gettext_lazy as _

from volunteering.core.retention import Retention, register
from volunteering.imports.actions import purge_previews, purge_reports, stop_stalled
from volunteering.imports.models import PREVIEW_FOR, REPORT_FOR, SILENT_FOR, ImportRun

register(
    Retention(
        part="imports",
        name="imports_previews",
        what=_("Files to import that nobody confirmed"),
        keep_for=PREVIEW_FOR,
        over=ImportRun.objects.abandoned,
        forget=purge_previews,
    ),
    Retention(
        part="imports",
        name="imports_stalled",
        what=_("Files of imports that were interrupted"),
        keep_for=SILENT_FOR,
        over=ImportRun.objects.stalled,
        forget=stop_stalled,
    ),
    Retention(
        part="imports",
        name="imports_reports",
        what=_("Reports of imports that are over"),
        keep_for=REPORT_FOR,
        over=ImportRun.objects.told_long_ago,
        forget=purge_reports,
    ),
)
