"""What came from elsewhere, and the runs that brought it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


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

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        constraints = [models.UniqueConstraint(fields=["source", "source_id"], name="source_record_unique")]

    def __str__(self) -> str:
        return f"{self.source}:{self.source_id}"


class RunStatus(models.TextChoices):
    PREVIEWED = "previewed", _("Waiting for your confirmation")
    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Stopped")


class ImportRun(models.Model):
    """One file brought by an editor: previewed, then confirmed, then written by a job that reports its progress."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(_("source"), max_length=20, choices=Source.choices)
    file = models.FileField(upload_to="volunteering/imports/")
    file_name = models.CharField(_("file"), max_length=255)
    options = models.JSONField(default=dict)
    status = models.CharField(_("status"), max_length=10, choices=RunStatus.choices, default=RunStatus.PREVIEWED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name
