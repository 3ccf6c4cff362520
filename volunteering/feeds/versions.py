"""Has anything changed? Asked of a few indexed columns, so that a feed that did not change costs nearly nothing."""

import hashlib
from datetime import datetime, time

from django.db.models import Max
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

import volunteering
from volunteering.feeds.subjects import Subject


def last_change() -> datetime:
    """When something was last published, changed or withdrawn; at the earliest this midnight, when a day leaves feeds.

    Wagtail logs every publication, withdrawal, move and restriction of a page, and every change of a theme or of the
    city's settings. It says more often than needed that something changed, and never that nothing did.
    """
    moments = [model.objects.aggregate(latest=Max("timestamp"))["latest"] for model in (PageLogEntry, ModelLogEntry)]
    return max([today(), *(moment for moment in moments if moment)])


def version_of(subject: Subject, *, address: str, changed: datetime) -> str:
    """An ETag for one subject at one address, host included."""
    parts = [volunteering.__version__, address, changed.isoformat(), *map(str, subject.version())]
    return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'


def today() -> datetime:
    """This morning's midnight in the site's zone: what took place today is still told."""
    return timezone.make_aware(datetime.combine(timezone.localdate(), time.min), timezone.get_default_timezone())
