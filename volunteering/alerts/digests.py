"""Which mails are due, and what they tell: only what is new, never nothing, at most one per address."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from volunteering.alerts.models import SavedSearch
from volunteering.alerts.notifications import Digest
from volunteering.alerts.subjects import SUBJECTS, Window
from volunteering.conf import conf
from volunteering.core.outbox.actions import post

# What is listed of one search; a link leads to the others.
MOST_ITEMS = 10
# Searches in one mail. Those left over come the next day.
MOST_SECTIONS = 20
# What was published in the last minutes may not have been committed yet: it waits for the next mail.
SETTLING = timedelta(minutes=5)


def send_alerts() -> int:
    """Write the mails that are due into the outbox. Returns how many. Running it again on the same day adds none."""
    now = timezone.now()
    return sum(write_digest(searches=keys, to=address, now=now) for address, keys in _by_address(now))


@transaction.atomic
def write_digest(*, searches: list[UUID], to: str, now: datetime) -> bool:
    """One mail about these searches, if any has something new; what it tells is not told again."""
    locked = SavedSearch.objects.select_for_update(of=("self",)).select_related("site").due(now).filter(pk__in=searches)
    until = now - SETTLING
    sections = ((row, _section(row, until)) for row in locked.order_by("asked_at", "pk"))
    found = dict(islice(((row, section) for row, section in sections if section), MOST_SECTIONS))
    if not found:
        return False
    first = next(iter(found))
    is_new = post(
        letter=Digest,
        to=to,
        about={"sections": list(found.values())},
        dedup_key=f"Digest:{first.pk}:{timezone.localdate(now)}",
        site=first.site,
        language=first.language,
    )
    SavedSearch.objects.filter(pk__in=[row.pk for row in found]).update(last_sent_at=until)
    return is_new


def _by_address(now: datetime) -> Iterator[tuple[str, list[UUID]]]:
    due = SavedSearch.objects.due(now).with_address().exclude(reached_at="")
    rows = sorted((address.strip().lower(), key) for address, key in due.values_list("reached_at", "pk"))
    for address, group in groupby(rows, key=lambda row: row[0]):
        yield address, [key for _address, key in group]


def _section(search: SavedSearch, until: datetime) -> dict[str, Any] | None:
    subject = SUBJECTS[search.kind]
    index = subject.index(search.site)
    if index is None:
        return None
    filters = subject.filters(QueryDict(search.query))
    news = subject.news(filters, index, Window(since=search.told_until, until=until))
    # One query reads up to the cap; a city never publishes more in a week.
    keys = list(news[: conf.COUNT_CAP])
    return {"search": str(search.pk), "items": keys[:MOST_ITEMS], "total": len(keys)} if keys else None
