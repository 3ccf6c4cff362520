"""Dates of events as an iCalendar feed (RFC 5545, RFC 7986).

One VEVENT per date, with the date's own UID, and no RRULE: our dates are rows, each with an identity that survives when
it is moved, cancelled or annotated and when the rule's hour changes. A calendar program then needs to understand
neither recurrence nor overrides (several do not), and what it shows is what our pages show, by construction.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

import volunteering
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.conf import conf
from volunteering.feeds import ical_text as ical
from volunteering.feeds.characters import clean
from volunteering.feeds.ical_events import Writer
from volunteering.feeds.subjects import AGENDA
from volunteering.feeds.versions import today
from volunteering.feeds.views import Feed

# The soonest dates: some weeks of a large city, years of a village. Calendar programs ask again every six hours.
MOST_DATES = 2000
EVERY = "PT6H"
YEARS_AHEAD = 10


class AgendaICal(Feed):
    """GET /engagement/agenda.ics, narrowed by its address."""

    subject = AGENDA
    content_type, extension = "text/calendar", "ics"

    def chunks(self, rows: OccurrenceQuerySet) -> Iterator[str]:
        yield head(self.title, self.address)
        writer = Writer(self.addresses, domain=conf.ICAL_DOMAIN or self.site.hostname)
        yield from writer.vevents(self.pick(rows))
        yield f"END:VCALENDAR{ical.LINE}"

    def pick(self, rows: OccurrenceQuerySet) -> list[tuple[Any, ...]]:
        """What lasts several days first: those are few, and would be cut off behind the others."""
        since, columns = today(), Writer.DATE_COLUMNS
        lasting, short = (found.soonest().values_list(*columns) for found in (rows.long(since), rows.short(since)))
        return list(islice(chain(lasting[:MOST_DATES], short[:MOST_DATES]), MOST_DATES))


class EventICal(AgendaICal):
    """GET /engagement/event/<uuid>.ics: the dates to come of one event; the uuid is the page's translation key."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.event is None:
            raise Http404(_("This event is not published."))
        return super().get(request, *args, **kwargs)

    @cached_property
    def event(self) -> EventPage | None:
        return self.published_events().filter(translation_key=self.kwargs["uid"]).first()

    def published_events(self) -> Any:
        events = EventPage.objects.published().filter(path__startswith=self.site.root_page.path)
        return events.only("title", "slug", "path", "translation_key")

    @property
    def rows(self) -> OccurrenceQuerySet:
        return Occurrence.objects.filter(event=self.event)

    @property
    def title(self) -> str:
        return self.event.title

    @property
    def file_name(self) -> str:
        return self.event.slug


class DateICal(EventICal):
    """GET /engagement/date/<uuid>.ics: one date, to put into one's own calendar."""

    @cached_property
    def event(self) -> EventPage | None:
        return self.published_events().filter(occurrences__uid=self.kwargs["uid"]).first()

    def pick(self, rows: OccurrenceQuerySet) -> list[tuple[Any, ...]]:
        return list(rows.filter(uid=self.kwargs["uid"]).values_list(*Writer.DATE_COLUMNS))


def head(name: str, address: str) -> str:
    zone, year = timezone.get_default_timezone(), timezone.localdate().year
    return "".join(
        [
            f"BEGIN:VCALENDAR{ical.LINE}VERSION:2.0{ical.LINE}",
            ical.line("PRODID", f"-//wagtail-volunteering//{volunteering.__version__}//FR"),
            f"CALSCALE:GREGORIAN{ical.LINE}METHOD:PUBLISH{ical.LINE}",
            ical.text("NAME", name),
            ical.text("X-WR-CALNAME", name),
            ical.line("SOURCE;VALUE=URI", clean(address)),
            f"REFRESH-INTERVAL;VALUE=DURATION:{EVERY}{ical.LINE}X-PUBLISHED-TTL:{EVERY}{ical.LINE}",
            ical.time_zone(zone, year - 1, year + YEARS_AHEAD),
        ]
    )
