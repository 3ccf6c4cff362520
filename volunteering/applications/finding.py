"""Volunteers who let themselves be found, as the association of one shift may look for them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from volunteering.applications.models import VOLUNTEER, Application
from volunteering.core.geo import Point, distance_km
from volunteering.missions.models import Capacity, MissionPage
from volunteering.relay.models import Party
from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.models.volunteer import VolunteerQuerySet

# Invitations of one volunteer, whoever they come from.
MOST_A_MONTH = 2
A_MONTH, A_YEAR = timedelta(days=30), timedelta(days=365)
# Kilometres: an association reads in which ring somebody lives, and no more.
RINGS = (1, 3, 5, 10, 20)


class Found(NamedTuple):
    volunteer: Volunteer
    # In words; empty when one of the two places is not known.
    distance: str


def findable(capacity: Capacity) -> VolunteerQuerySet:
    """Who may be invited to this shift, least asked first.

    Not who has anything to do with its mission already, was asked twice this month, wants to hear nothing more from
    this association, is away, is promised elsewhere at the time, or does not go that far. `asked`: times in a year.
    """
    theirs, now = Application.objects.filter(volunteer=OuterRef("pk")), timezone.now()
    rows = Volunteer.objects.findable(timezone.localdate().year)
    rows = rows.exclude(Exists(theirs.for_mission(capacity.mission))).exclude(Exists(_closed_doors(capacity)))
    rows = rows.alias(lately=_invited(theirs, since=now - A_MONTH)).filter(lately__lt=MOST_A_MONTH)
    if capacity.start is not None and capacity.end is not None:
        rows = rows.there_on(timezone.localdate(capacity.start))
        rows = rows.exclude(Exists(theirs.overlapping(capacity.start, capacity.end)))
    if (place := place_of(capacity.mission)) is not None:
        rows = rows.going_as_far_as(place)
    return rows.annotate(asked=_invited(theirs, since=now - A_YEAR)).order_by("asked", "pk")


def _invited(theirs: QuerySet, *, since) -> Coalesce:
    """How often somebody was invited."""
    counted = theirs.filter(invited_at__gte=since).order_by().values("volunteer").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)


def _closed_doors(capacity: Capacity) -> QuerySet:
    """Conversations with this organiser in which the volunteer wants to read nothing more."""
    blocked = Party.objects.filter(role=VOLUNTEER, blocked_at__isnull=False)
    return blocked.filter(
        conversation__application__volunteer=OuterRef("pk"),
        conversation__application__capacity__mission__organiser=capacity.mission.organiser_id,
    )


def place_of(mission: MissionPage) -> Point | None:
    """Where one has to go; None when the map does not know it."""
    return None if mission.lat is None or mission.lng is None else Point(lat=mission.lat, lng=mission.lng)


def with_distance(volunteers: QuerySet, point: Point | None) -> Iterator[Found]:
    for volunteer in volunteers:
        yield Found(volunteer, ring(point, volunteer.area))


def ring(one: Point | None, other: Point | None) -> str:
    """Never how far it is, only between which of the `RINGS`."""
    if one is None or other is None:
        return ""
    km = distance_km(one, other)
    within = next((each for each in RINGS if km <= each), None)
    if within is None:
        return _("More than %(km)d km away") % {"km": RINGS[-1]}
    return _("Less than %(km)d km away") % {"km": within}
