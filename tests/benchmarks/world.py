"""A large city, written in bulk: thousands of published pages of each type with what hangs on them.

One page at a time costs 11 to 37 ms; in bulk the tree's paths are computed here, under the parent's lock, and rows
go in batches. No revisions and no log entries: these pages are read, not edited. Deterministic (a fixed seed).
"""

import random
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.db import transaction
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page

from home.demo.data_files import PICTURES, pictures
from home.models import NewsIndexPage, NewsPage
from volunteering.agenda.models import EventDate, EventIndexPage, EventPage, Occurrence
from volunteering.agenda.models.occurrence import DAY
from volunteering.core.models import Neighbourhood, Theme
from volunteering.core.planner import analyse
from volunteering.core.recurrence import expand
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage, Shift
from volunteering.search.actions import build_index

BATCH = 1000
IMAGES = 12
# One event in so many comes back every week: about ten occurrences per event on average.
WEEKLY_EVERY = 8
# One in so many lasts for weeks.
EXHIBITION_EVERY, EXHIBITION_DAYS = 40, 20
SENTENCE = (
    "Atelier partagé du quartier pour les habitants qui aiment jardiner réparer cuisiner lire chanter marcher "
    "ensemble chaque semaine avec les bénévoles de la maison des associations au bord de la Loire"
)
WORDS = SENTENCE.split()


class World:
    """Grows a city to the sizes asked. `timings` collects rows per second by page type."""

    def __init__(self) -> None:
        self.random = random.Random(20260304)
        self.now = timezone.now()
        self.timings: dict[str, float] = {}
        self.themes = list(Theme.objects.all())
        self.neighbourhoods = [self._neighbourhood(number) for number in range(8)]
        self.images = self._pictures()

    def grow(self, *, associations: int, missions: int, events: int, news: int = 0) -> None:
        """Add pages until there are so many of each type."""
        self._fill(AssociationIndexPage, AssociationPage, associations, self._association, self._after_associations)
        self.associations = list(AssociationPage.objects.values_list("pk", flat=True))
        self._fill(MissionIndexPage, MissionPage, missions, self._mission, self._after_missions)
        self._fill(EventIndexPage, EventPage, events, self._event, self._after_events)
        self._fill(NewsIndexPage, NewsPage, news, self._news, self._after_news)
        analyse()

    def index(self) -> None:
        """Make the search know them."""
        started = time.perf_counter()
        report = build_index()
        self.timings["search"] = round(report.written / (time.perf_counter() - started), 1)

    def _fill(self, index: type, model: type, wanted: int, build: Callable, after: Callable) -> None:
        have = model.objects.count()
        if have >= wanted:
            return
        started = time.perf_counter()
        pages = [build(number) for number in range(have, wanted)]
        with transaction.atomic():
            write_pages(index.objects.get(), pages)
            after(pages)
        name = model._meta.model_name
        self.timings[name] = round((wanted - have) / (time.perf_counter() - started), 1)

    def _association(self, number: int) -> AssociationPage:
        page = AssociationPage(title=f"{self._words(3)} {number}", slug=f"association-{number}")
        page.summary, page.image_id = self._words(24), self._image()
        self._place(page)
        return page

    def _mission(self, number: int) -> MissionPage:
        page = MissionPage(
            title=f"{self._words(4)} {number}", slug=f"mission-{number}", tasks=f"<p>{self._words(60)}</p>"
        )
        page.summary, page.image_id = self._words(24), self._image()
        page.organiser_id = self.random.choice(self.associations)
        start = self.now + timedelta(hours=self.random.randrange(24, 24 * 365))
        page.starts_at = page.sort_at = start
        page.ends_at = start + timedelta(hours=3)
        self._place(page)
        return page

    def _event(self, number: int) -> EventPage:
        page = EventPage(title=f"{self._words(4)} {number}", slug=f"event-{number}", body=f"<p>{self._words(60)}</p>")
        page.summary, page.image_id = self._words(24), self._image()
        self._place(page)
        return page

    def _news(self, number: int) -> NewsPage:
        page = NewsPage(title=f"{self._words(4)} {number}", slug=f"news-{number}", body=f"<p>{self._words(60)}</p>")
        page.summary, page.image_id = self._words(24), self._image()
        page.date = timezone.localdate(self.now - timedelta(days=self.random.randrange(2000)))
        return page

    def _after_news(self, pages: list[NewsPage]) -> None:
        self._themes(NewsPage, pages)

    def _after_associations(self, pages: list[AssociationPage]) -> None:
        self._themes(AssociationPage, pages)

    def _after_missions(self, pages: list[MissionPage]) -> None:
        self._themes(MissionPage, pages)
        shifts = [Shift(mission_id=page.pk, start=page.starts_at, end=page.ends_at, places=5) for page in pages]
        Shift.objects.bulk_create(shifts, batch_size=BATCH)
        rows = [
            Capacity(mission_id=each.mission_id, shift_uid=each.uid, start=each.start, end=each.end, places=5, taken=2)
            for each in shifts
        ]
        Capacity.objects.bulk_create(rows, batch_size=BATCH)

    def _after_events(self, pages: list[EventPage]) -> None:
        self._themes(EventPage, pages)
        dates = [self._date(page, number) for number, page in enumerate(pages)]
        EventDate.objects.bulk_create(dates, batch_size=BATCH)
        Occurrence.objects.bulk_create(self._occurrences(dates), batch_size=BATCH)
        through = EventPage.organisers.through
        ties = [
            through(eventpage_id=page.pk, associationpage_id=self.random.choice(self.associations)) for page in pages
        ]
        through.objects.bulk_create(ties, batch_size=BATCH)

    def _date(self, page: EventPage, number: int) -> EventDate:
        day = timezone.localdate(self.now + timedelta(days=self.random.randrange(-60, 300)))
        if number % EXHIBITION_EVERY == 1:
            return EventDate(event_id=page.pk, first_day=day, last_day=day + EXHIBITION_DAYS * DAY, all_day=True)
        hour = self.random.randrange(9, 20)
        start, end = datetime(2000, 1, 1, hour).time(), datetime(2000, 1, 1, hour + 2).time()
        frequency = "weekly" if number % WEEKLY_EVERY == 0 else "once"
        return EventDate(event_id=page.pk, first_day=day, start_time=start, end_time=end, frequency=frequency)

    def _occurrences(self, dates: Iterable[EventDate]) -> Iterable[Occurrence]:
        zone, horizon = timezone.get_default_timezone(), (self.now + timedelta(days=548)).date()
        for date in dates:
            for slot in expand(date.to_rule(), since=date.first_day, until=horizon, zone=zone):
                moments = {"recurrence_id": slot.recurrence_id, "start": slot.start, "end": slot.end}
                lasts = slot.end - slot.start > DAY
                yield Occurrence(event_id=date.event_id, all_day=date.all_day, spans_days=lasts, **moments)

    def _themes(self, model: type, pages: list[Page]) -> None:
        through, field = model.themes.through, f"{model._meta.model_name}_id"
        ties = [through(**{field: page.pk}, theme_id=self.random.choice(self.themes).pk) for page in pages]
        through.objects.bulk_create(ties, batch_size=BATCH)

    def _place(self, page: Page) -> None:
        page.neighbourhood = self.random.choice(self.neighbourhoods)
        lat, lng = 45.9 + self.random.uniform(-0.03, 0.03), 4.06 + self.random.uniform(-0.04, 0.04)
        page.location, page.address, page.city = f"SRID=4326;POINT({lng:.6f} {lat:.6f})", "1 rue du Port", "Rivemont"

    def _neighbourhood(self, number: int) -> Neighbourhood:
        return Neighbourhood.objects.get_or_create(slug=f"quartier-{number}", defaults={"name": f"Quartier {number}"})[
            0
        ]

    def _pictures(self) -> list[int]:
        model = get_image_model()
        for key in sorted(pictures())[:IMAGES]:
            if not model.objects.filter(title=key).exists():
                with (PICTURES / f"{key}.webp").open("rb") as file:
                    model.objects.create(title=key, description=key, file=ImageFile(file, name=f"{key}.webp"))
        return list(model.objects.values_list("pk", flat=True))

    def _image(self) -> int:
        return self.random.choice(self.images)

    def _words(self, number: int) -> str:
        return " ".join(self.random.choice(WORDS) for _word in range(number)).capitalize()


def write_pages(parent: Page, pages: list[Page]) -> None:
    """Insert published pages beneath `parent`. Slugs must be unique; `save()` is not called, computed fields are."""
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    content_type = ContentType.objects.get_for_model(type(pages[0]))
    now = timezone.now()
    for number, page in enumerate(pages, step + 1):
        page.path, page.depth = Page._get_path(parent.path, parent.depth + 1, number), parent.depth + 1
        page.numchild, page.content_type, page.locale_id = 0, content_type, parent.locale_id
        page.draft_title, page.url_path = page.title, f"{parent.url_path}{page.slug}/"
        page.live, page.first_published_at, page.last_published_at = True, now, now
        page.published_at = now
        if hasattr(page, "sync_point"):
            page.sync_point()
        if hasattr(page, "sort_title"):
            page.sort_title = page.title.casefold()[:120]
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    Page.objects.bulk_create(rows, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(rows))
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.page_ptr_id = row.pk
        page.save_base(raw=True, force_insert=True)
