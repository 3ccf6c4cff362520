"""What the app itself lets people find: events at their next date, missions that are not over, associations."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.core.restrictions import everyone_may_read
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage
from volunteering.missions.queries import MissionQuerySet
from volunteering.search.registry import SearchKind, Texts


def _names(related) -> str:
    return " ".join(each.name for each in related.all())


def _place(page: EventPage | MissionPage | AssociationPage) -> str:
    quarter = page.neighbourhood.name if page.neighbourhood else ""
    return f"{page.place_name} {page.address} {page.city} {quarter}"


def _readable(relation: str) -> Prefetch:
    """An association whose record not everyone may read is not to be found by its name either."""
    return Prefetch(relation, queryset=AssociationPage.objects.filter(everyone_may_read()).only("title", "acronym"))


def _coming(now: datetime) -> OccurrenceQuerySet:
    """The dates of the event of the row around, soonest first."""
    return Occurrence.objects.upcoming(now).filter(event=OuterRef("pk")).soonest()


def events_found() -> QuerySet:
    """An event without a date to come is left out, as it is from the agenda."""
    coming = _coming(timezone.now())
    events = EventPage.objects.filter(Exists(coming))
    return events.annotate(next_start=Subquery(coming.values("start")[:1]))


def event_cards(pks: list[int]) -> QuerySet:
    """The next date of each."""
    coming = _coming(timezone.now()).values("pk")[:1]
    first_dates = EventPage.objects.filter(pk__in=pks).annotate(next_date=Subquery(coming)).values("next_date")
    return Occurrence.objects.filter(pk__in=first_dates).for_cards()


def event_texts(event: EventPage) -> Texts:
    organisers = " ".join(f"{each.title} {each.acronym}" for each in event.organisers.all())
    return Texts(
        title=event.title,
        keywords=f"{event.summary} {_names(event.themes)} {organisers} {_place(event)} {event.get_audience_display()}",
        body=event.plain("body"),
    )


def missions_found() -> MissionQuerySet:
    return MissionPage.objects.not_past()


def mission_texts(mission: MissionPage) -> Texts:
    organiser = f"{mission.organiser.title} {mission.organiser.acronym}" if mission.organiser else ""
    subjects = f"{_names(mission.themes)} {_names(mission.skills)}"
    return Texts(
        title=mission.title,
        keywords=f"{mission.summary} {subjects} {organiser} {_place(mission)}",
        body=" ".join(mission.plain(name) for name in ("context", "tasks", "offer", "good_to_know")),
    )


def association_texts(association: AssociationPage) -> Texts:
    return Texts(
        title=f"{association.title} {association.acronym}",
        keywords=f"{association.summary} {_names(association.themes)} {_place(association)}",
        body=association.plain("body"),
    )


OURS = [
    SearchKind(
        name="events",
        label=_("Events to come"),
        rank=10,
        model=EventPage,
        found=events_found,
        order=["next_start"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related(
            "themes", _readable("organisers")
        ),
        texts=event_texts,
        naming=lambda page: EventPage.objects.filter(organisers=page.pk),
        cards=event_cards,
        template="volunteering/search/_events.html",
    ),
    SearchKind(
        name="missions",
        label=_("Missions"),
        rank=20,
        model=MissionPage,
        found=missions_found,
        order=["sort_at"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related(
            "themes", "skills", _readable("organiser")
        ),
        texts=mission_texts,
        naming=lambda page: MissionPage.objects.filter(organiser=page.pk),
        cards=lambda pks: MissionPage.objects.filter(pk__in=pks).for_cards(),
        template="volunteering/search/_missions.html",
    ),
    SearchKind(
        name="associations",
        label=_("Associations"),
        rank=30,
        model=AssociationPage,
        found=AssociationPage.objects.all,
        order=["sort_title"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related("themes"),
        texts=association_texts,
        cards=lambda pks: AssociationPage.objects.filter(pk__in=pks).for_cards(),
        template="volunteering/search/_associations.html",
    ),
]
