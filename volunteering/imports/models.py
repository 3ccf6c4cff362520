"""What came from elsewhere, and the runs that brought it."""

import uuid
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.conf import conf

# A preview that nobody confirms, and a job that says nothing.
PREVIEW_FOR, SILENT_FOR = timedelta(days=1), timedelta(hours=1)
# What an import that is over has to say: a season's lists are compared with the last one's.
REPORT_FOR = relativedelta(years=1)


class Source(models.TextChoices):
    OPENAGENDA = "openagenda", "OpenAgenda"
    RNA = "rna", _("National register of associations (RNA)")
    ICAL = "ical", _("iCalendar file")


class SourceRecord(models.Model):
    """The tie between a page and the row it came from.

    `values` keeps what the last import wrote, field by field: a field that differs from it today was edited here,
    and the edit wins over the next import.
    """

    source = models.CharField(max_length=20, choices=Source.choices)
    source_id = models.CharField(max_length=255)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField(default=dict)
    imported_at = models.DateTimeField(auto_now=True)
    # When an import took the page down, because its source said so. The source may change its mind.
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="source_record_unique")]

    def __str__(self) -> str:
        return f"{self.source}:{self.source_id}"

    def is_as_withdrawn(self, page: Page) -> bool:
        """Whether the page is down because an import took it down, and nobody has touched it since."""
        touched = [moment for moment in (page.last_published_at, page.latest_revision_created_at) if moment]
        return bool(self.withdrawn_at) and not page.live and all(moment <= self.withdrawn_at for moment in touched)


class RunStatus(models.TextChoices):
    READING = "reading", _("Being read")
    PREVIEWED = "previewed", _("Waiting for your confirmation")
    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Stopped")


# What a job works on; the rest waits for somebody, or is over.
BUSY = [RunStatus.READING, RunStatus.QUEUED, RunStatus.RUNNING]


def upload_storage() -> Storage:
    return storages[conf.PRIVATE_STORAGE]


def upload_name(run: "ImportRun", _file_name: str) -> str:
    """Nobody can guess it, and no server takes it for a page: the person's own file name is kept apart."""
    return f"volunteering/imports/{uuid.uuid4().hex}.upload"


class ImportRunQuerySet(models.QuerySet):
    def abandoned(self, now: datetime | None = None) -> "ImportRunQuerySet":
        """Previews nobody confirmed within a day."""
        return self.filter(status=RunStatus.PREVIEWED, updated_at__lt=(now or timezone.now()) - PREVIEW_FOR)

    def stalled(self, now: datetime | None = None) -> "ImportRunQuerySet":
        """Their job died: it has said nothing for an hour, and it speaks every second."""
        return self.filter(status__in=BUSY, updated_at__lt=(now or timezone.now()) - SILENT_FOR)

    def told_long_ago(self, now: datetime | None = None) -> "ImportRunQuerySet":
        """Over for a year."""
        return self.filter(finished_at__lt=(now or timezone.now()) - REPORT_FOR)


class ImportRun(models.Model):
    """One file brought by an editor: read, previewed, confirmed, then written by a job that reports its progress."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(_("source"), max_length=20, choices=Source.choices)
    file = models.FileField(upload_to=upload_name, storage=upload_storage, blank=True)
    file_name = models.CharField(_("file"), max_length=255)
    options = models.JSONField(default=dict)
    status = models.CharField(_("status"), max_length=10, choices=RunStatus.choices, default=RunStatus.READING)
    message = models.TextField(_("message"), blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("started"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    finished_at = models.DateTimeField(_("finished"), null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_busy(self) -> bool:
        return self.status in BUSY

    @property
    def was_written(self) -> bool:
        """The report tells what happened, not what would."""
        return self.status == RunStatus.DONE

    def drop_file(self) -> None:
        """The upload is needed no longer: it may hold what we must not keep (the register names declarants)."""
        if self.file:
            self.file.delete(save=False)
            self.file = ""
