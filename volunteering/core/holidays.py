"""French school holidays, offline.

Source: the ministry's calendar as packaged by ``vacances-scolaires-france``. It holds the three zones of
mainland France only: Corsica and the overseas territories set their own calendars and are not in it, so no
zone is offered for them. A school calendar is published one to two years ahead; past `known_until` nobody
knows, and a day nobody knows about counts as a school day (an event is shown rather than silently lost).
"""

from datetime import date
from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _
from vacances_scolaires_france import SchoolHolidayDates


class SchoolZone(models.TextChoices):
    A = "A", _("Zone A")
    B = "B", _("Zone B")
    C = "C", _("Zone C")


def is_school_holiday(day: date, zone: str) -> bool:
    """True when pupils of the zone have no class on that local day, by the calendars published so far.

    Raises ValueError for an unknown zone, never for a year without data.
    """
    return day in _days()[SchoolZone(zone)]


@cache
def school_holidays(zone: str, year: int) -> frozenset[date]:
    """The zone's holidays of one civil year; empty when the year is not in the data."""
    return frozenset(day for day in _days()[SchoolZone(zone)] if day.year == year)


def known_from() -> date:
    """The first day the data speaks of."""
    return min(min(days) for days in _days().values())


def known_until() -> date:
    """The last day the data speaks of: the end of the last published school year.

    The file goes on to 31 December with every zone "at school" because nothing is published yet; those
    rows are absence of knowledge, not school days, so the last summer break is where knowledge ends.
    """
    return max(max(days) for days in _days().values())


@cache
def _days() -> dict[str, frozenset[date]]:
    """Every holiday of every zone; the 14,000 rows are read once per process, then forgotten."""
    source = SchoolHolidayDates()
    return {
        zone: frozenset(day for day in source.data if source.is_holiday_for_zone(day, zone))
        for zone in SchoolZone.values
    }
