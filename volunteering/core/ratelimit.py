"""How often something may be done: exactly so many times, however many ask at the same moment.

    SUBSCRIBE = Limit("alerts.subscribe", times=5, within=timedelta(hours=1))
    if not SUBSCRIBE.take(fingerprint(address)): …

One statement counts and decides, in the database that all processes share: a cache in one process's memory would let
through as many as there are processes, and reading first then writing lets through whoever asks in between. Count by
account or by address, with the connection beside it if need be, never by connection alone: a town hall shares one.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection, models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from volunteering.conf import conf

COUNT = """
    INSERT INTO {table} ("key", "number", "until") VALUES (%s, 1, %s)
    ON CONFLICT ("key") DO UPDATE SET "number" = {table}."number" + 1 WHERE {table}."number" < %s
    RETURNING "number"
"""


class HitsQuerySet(models.QuerySet):
    def over(self, now: datetime | None = None) -> "HitsQuerySet":
        """Counts that count no more."""
        return self.filter(until__lte=now or timezone.now())


class Hits(models.Model):
    """How often in this window. The key is a digest: nothing can be read from it."""

    key = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    objects = HitsQuerySet.as_manager()

    class Meta:
        verbose_name = "hits"
        verbose_name_plural = "hits"

    def __str__(self) -> str:
        return f"{self.number} until {self.until:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Limit:
    """Windows are fixed: those of an hour begin with the hour (UTC)."""

    name: str
    times: int
    within: timedelta

    def take(self, *who: str) -> bool:
        """Whether it may be done once more by whoever these words stand for; if so, it counts."""
        if self.times < 1:
            return False
        window, until = self._window(timezone.now())
        key = salted_hmac(
            "volunteering.ratelimit", "\0".join([self.name, window, *who]), algorithm="sha256"
        ).hexdigest()
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(Hits._meta.db_table)
            stored = connection.ops.adapt_datetimefield_value(until)
            cursor.execute(COUNT.format(table=table), [key, stored, self.times])
            return bool(cursor.fetchall())

    def _window(self, now: datetime) -> tuple[str, datetime]:
        seconds = int(self.within.total_seconds())
        number = int(now.timestamp()) // seconds
        return str(number), datetime.fromtimestamp((number + 1) * seconds, UTC)


def connection_of(request: HttpRequest) -> str:
    """The address a request comes from, as the outermost web server of ours saw it (a setting says how many)."""
    forwarded = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    proxies = conf.TRUSTED_PROXIES
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")
