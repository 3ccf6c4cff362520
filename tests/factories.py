"""What tests build: pages published beneath a small site, with traits for what matters.

`EventFactory(weekly=True)` is on the site, published, with its occurrences; `draft=True` leaves any page unpublished.
"""

from datetime import date, time, timedelta

import factory
import wagtail_factories
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_published

from home.models import HomePage, NewsIndexPage, NewsPage
from volunteering.agenda.models import EventDate, EventIndexPage, EventPage
from volunteering.alerts.models import SavedSearch
from volunteering.applications.actions import sign_up
from volunteering.applications.models import Application
from volunteering.core.models import Issue, Neighbourhood, Skill, Theme
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage, Shift
from volunteering.volunteers.models import Volunteer

POINT = "SRID=4326;POINT(4.06 45.9)"
SQUARE = {"type": "Polygon", "coordinates": [[[4.0, 45.8], [4.1, 45.8], [4.1, 45.9], [4.0, 45.9], [4.0, 45.8]]]}


class ThemeFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Theme {n}")
    slug = factory.Sequence(lambda n: f"theme-{n}")
    icon = "heart"

    class Meta:
        model = Theme


class SkillFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Skill {n}")
    slug = factory.Sequence(lambda n: f"skill-{n}")

    class Meta:
        model = Skill


class NeighbourhoodFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Quarter {n}")
    slug = factory.Sequence(lambda n: f"quarter-{n}")
    polygon = SQUARE

    class Meta:
        model = Neighbourhood


class IssueFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Issue {n}")
    slug = factory.Sequence(lambda n: f"issue-{n}")

    class Meta:
        model = Issue


class ImageFactory(wagtail_factories.ImageFactory):
    description = "A square of one colour"


class EditorFactory(DjangoModelFactory):
    """Someone of the communications team. Needs the groups that `setup` makes."""

    username = factory.Sequence(lambda n: f"editor-{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@city.example")

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    @factory.post_generation
    def groups(self, create, names, **kwargs):
        self.groups.set(Group.objects.filter(name__in=names or ["Éditeur"]))


def site_root() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def _only(model):
    """The one index page of this type, made beneath the site's root when there is none."""

    def find() -> Page:
        return model.objects.first() or INDEXES[model]()

    return factory.LazyFunction(find)


class PublishedPageFactory(wagtail_factories.PageFactory):
    """Everything that follows publishing has happened. With `revised` through a revision, as editors publish, and so
    are drafts: it costs as much again, and few tests look at revisions.
    """

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(live=False)

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        themes, children = kwargs.pop("themes", ()), kwargs.pop("children", {})
        live, revised = kwargs.pop("live", True), kwargs.pop("revised", False)
        at_once = live and not revised
        if at_once:
            kwargs |= {"first_published_at": timezone.now(), "last_published_at": timezone.now()}
        page = model_class(**kwargs, live=at_once)
        for name, rows in children.items():
            setattr(page, name, rows)
        if themes:
            page.themes = list(themes)
        with disable_reference_index_auto_update():
            Page.objects.get(pk=parent.pk).add_child(instance=page)
        if at_once:
            page_published.send(sender=model_class, instance=page)
        else:
            revision = page.save_revision()
            if live:
                revision.publish()
        page.refresh_from_db()
        return page


class HomePageFactory(PublishedPageFactory):
    title = "Rivemont"
    parent = factory.LazyFunction(site_root)

    class Meta:
        model = HomePage


class AssociationIndexFactory(PublishedPageFactory):
    title, slug, parent = "Associations", "associations", factory.LazyFunction(site_root)

    class Meta:
        model = AssociationIndexPage


class MissionIndexFactory(PublishedPageFactory):
    title, slug, parent = "Missions", "missions", factory.LazyFunction(site_root)

    class Meta:
        model = MissionIndexPage


class EventIndexFactory(PublishedPageFactory):
    title, slug, parent = "Agenda", "agenda", factory.LazyFunction(site_root)

    class Meta:
        model = EventIndexPage


class NewsIndexFactory(PublishedPageFactory):
    title, slug, parent = "News", "news", factory.LazyFunction(site_root)

    class Meta:
        model = NewsIndexPage


INDEXES = {
    AssociationIndexPage: AssociationIndexFactory,
    MissionIndexPage: MissionIndexFactory,
    EventIndexPage: EventIndexFactory,
    NewsIndexPage: NewsIndexFactory,
}


class AssociationFactory(PublishedPageFactory):
    title = factory.Sequence(lambda n: f"Association {n}")
    slug = factory.Sequence(lambda n: f"association-{n}")
    summary = "Neighbours who help each other."
    parent = _only(AssociationIndexPage)

    class Meta:
        model = AssociationPage

    class Params:
        located = factory.Trait(location=POINT, address="12 rue du Port", city="Rivemont")
        with_office = factory.Trait(office_email="office@asso.example", office_phone="04 65 71 00 01")
        publishes_contact = factory.Trait(with_office=True, publish_contact=True)


class NewsFactory(PublishedPageFactory):
    title = factory.Sequence(lambda n: f"News {n}")
    slug = factory.Sequence(lambda n: f"news-{n}")
    summary, body = "Something happened.", "<p>Something happened.</p>"
    parent = _only(NewsIndexPage)

    class Meta:
        model = NewsPage


def shift(*, days: float = 7, hours: float = 3, **kwargs) -> Shift:
    """A shift that starts in `days` days and lasts `hours`."""
    start = timezone.now() + timedelta(days=days)
    return Shift(**{"start": start, "end": start + timedelta(hours=hours), "places": 5, **kwargs})


class MissionFactory(PublishedPageFactory):
    """By default without dates and without a limit. `children={"shifts": [shift(days=3)]}` gives shifts."""

    title = factory.Sequence(lambda n: f"Mission {n}")
    slug = factory.Sequence(lambda n: f"mission-{n}")
    summary, tasks = "Half a day to give.", "<p>Carry, sort, smile.</p>"
    parent = _only(MissionIndexPage)

    class Meta:
        model = MissionPage

    class Params:
        dated = factory.Trait(children=factory.LazyFunction(lambda: {"shifts": [shift()]}))
        past = factory.Trait(children=factory.LazyFunction(lambda: {"shifts": [shift(days=-7)]}))
        remote = factory.Trait(format="remote")


def once(day: date | None = None, **kwargs) -> EventDate:
    """A date from 14:00 to 16:00, a week from now unless told otherwise."""
    day = day or timezone.localdate() + timedelta(days=7)
    return EventDate(**{"first_day": day, "start_time": time(14), "end_time": time(16), **kwargs})


class EventFactory(PublishedPageFactory):
    """By default once, in a week, from 14:00 to 16:00. `children={"dates": [once(…)]}` gives other dates."""

    title = factory.Sequence(lambda n: f"Event {n}")
    slug = factory.Sequence(lambda n: f"event-{n}")
    summary = "An afternoon together."
    parent = _only(EventIndexPage)
    children = factory.LazyFunction(lambda: {"dates": [once()]})

    class Meta:
        model = EventPage

    class Params:
        weekly = factory.Trait(children=factory.LazyFunction(lambda: {"dates": [once(frequency="weekly")]}))
        past = factory.Trait(
            children=factory.LazyFunction(lambda: {"dates": [once(timezone.localdate() - timedelta(days=7))]})
        )


class SavedSearchFactory(DjangoModelFactory):
    """Confirmed yesterday, by an address. `user=…, email=""` gives it to an account."""

    site = factory.LazyFunction(lambda: Site.objects.get(is_default_site=True))
    kind, query, label, language = "events", "", "Tous les événements", "fr"
    email = factory.Sequence(lambda n: f"resident-{n}@people.example")
    frequency = "daily"
    confirmed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))

    class Meta:
        model = SavedSearch

    class Params:
        unconfirmed = factory.Trait(confirmed_at=None)


class VolunteerFactory(DjangoModelFactory):
    """Somebody whose address is proven."""

    first_name, last_name, language = "Jeanne", "Durand", "fr"
    email = factory.Sequence(lambda n: f"volunteer-{n}@people.example")
    confirmed_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = Volunteer

    class Params:
        on_paper = factory.Trait(email="", confirmed_at=None)


def shift_of(*, places: int | None = 5, days: float = 7, automatic: bool = False, **mission) -> Capacity:
    """The one shift of a published mission."""
    acceptance = "automatic" if automatic else "manual"
    children = {"shifts": [shift(places=places, days=days)]}
    return MissionFactory(children=children, acceptance=acceptance, **mission).capacities.get()


def apply(capacity: Capacity, volunteer: Volunteer | None = None, **answers) -> Application:
    """Somebody signs up, and it works. Where time stands still, whoever comes next comes later."""
    [outcome] = sign_up(volunteer=volunteer or VolunteerFactory(), capacities=[capacity], **answers)
    assert outcome.application is not None, outcome.refusal
    capacity.refresh_from_db()
    if outcome.application.waiting_since:
        earlier = Application.objects.filter(capacity=capacity).count()
        outcome.application.waiting_since += timedelta(microseconds=earlier)
        outcome.application.save(update_fields=["waiting_since"])
    return outcome.application
