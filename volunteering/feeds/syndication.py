"""RSS 2.0 and Atom: what was published lately.

Django's own generators write the XML. Its view (`django.contrib.syndication.views`) is not used: it wants
`django.contrib.sites`, knows no conditional answer, and asks for each part of each item by a call of its own.
"""

from collections.abc import Iterator
from io import StringIO

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.feeds.characters import clean
from volunteering.feeds.subjects import AGENDA
from volunteering.feeds.views import Feed
from volunteering.feeds.words import when

SHOWN = 30
# Of the newest events some may be over by now.
EVENTS_READ = 60
COLUMNS = ("title", "url_path", "summary", "translation_key", "first_published_at", "last_published_at")


class Syndication(Feed):
    generator: type[SyndicationFeed]
    is_kept = True

    def chunks(self, rows: QuerySet) -> Iterator[str]:
        feed = self.generator(
            title=clean(self.title),
            link=self.list_address,
            description=clean(self.city.tagline or self.title),
            language=get_language(),
            feed_url=self.address,
            feed_guid=self.address,
        )
        for page, told in self.newest(rows):
            self._add(feed, page, told)
        # The generator declares UTF-8; what it writes into is text.
        written = StringIO()
        feed.write(written, "utf-8")
        yield written.getvalue()

    def newest(self, rows: QuerySet) -> list[tuple[Page, str]]:
        """The pages published last, each with what a reader is told of it."""
        if self.subject is AGENDA:
            return self._newest_events(rows)
        pages = rows.order_by("-published_at", "-pk").only(*COLUMNS).prefetch_related("themes")
        return [(page, page.summary) for page in pages[:SHOWN]]

    def _newest_events(self, rows: QuerySet) -> list[tuple[Page, str]]:
        """Those that still have a date to come, which is told first."""
        events = EventPage.objects.published().filter(path__startswith=self.site.root_page.path)
        if self.is_narrowed:
            events = events.filter(pk__in=rows.values("event"))
        newest = events.order_by("-published_at", "-pk").only(*COLUMNS).prefetch_related("themes")[:EVENTS_READ]
        dates = next_dates(rows, [event.pk for event in newest])
        coming = [event for event in newest if event.pk in dates]
        return [(event, f"{when(dates[event.pk])}. {event.summary}") for event in coming[:SHOWN]]

    def _add(self, feed: SyndicationFeed, page: Page, told: str) -> None:
        published = page.first_published_at or page.last_published_at
        feed.add_item(
            title=clean(page.title),
            link=self.addresses.of_page(page.url_path),
            # Readers take it for HTML.
            description=escape(clean(told)),
            unique_id=page.translation_key.urn,
            unique_id_is_permalink=False,
            pubdate=published,
            updateddate=page.last_published_at or published,
            categories=[clean(theme.name) for theme in page.themes.all()],
        )


class Rss(Syndication):
    """GET /engagement/<subject>.rss"""

    generator = Rss201rev2Feed
    content_type, extension = "application/rss+xml", "rss"


class Atom(Syndication):
    """GET /engagement/<subject>.atom"""

    generator = Atom1Feed
    content_type, extension = "application/atom+xml", "atom"


def next_dates(rows: QuerySet, events: list[int]) -> dict[int, Occurrence]:
    """The next date of each of these events, by the event's id."""
    coming = rows.filter(event=OuterRef("pk"), end__gt=timezone.now()).soonest().values("pk")[:1]
    first = EventPage.objects.filter(pk__in=events).values_list(Subquery(coming), flat=True)
    return {date.event_id: date for date in Occurrence.objects.filter(pk__in=[pk for pk in first if pk])}
