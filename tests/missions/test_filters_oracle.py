"""What people look for among missions, checked against a plain reading of every mission in Python."""

import random
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import NOW
from tests.factories import MissionFactory, SkillFactory, ThemeFactory
from volunteering.core.days import start_of
from volunteering.missions.filters import MissionFilters
from volunteering.missions.models import Capacity, MissionPage, Shift
from volunteering.missions.queries import FAR_FUTURE

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
TODAY = timezone.localdate(NOW)
THEMES, SKILLS = ("one-theme", "another-theme"), ("sewing", "driving")
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def shifts(chance: random.Random) -> list[Shift]:
    starts = [moment(TODAY + timedelta(days=chance.randrange(-3, 30)), chance.choice([7, 13, 20])) for _each in "123"]
    return [Shift(start=start, end=start + timedelta(hours=2), places=2) for start in starts[: chance.randrange(4)]]


def period(chance: random.Random) -> dict:
    first = TODAY + timedelta(days=chance.randrange(-10, 20))
    return chance.choice(
        [{}, {"period_start": first}, {"period_start": first, "period_end": first + timedelta(days=9)}]
    )


@pytest.fixture(scope="module")
def missions(found_city) -> None:
    """Twenty-five missions of all kinds; in some, every place is taken."""
    chance = random.Random(11)
    with time_machine.travel(NOW, tick=False):
        themes = [ThemeFactory(slug=slug) for slug in THEMES]
        skills = [SkillFactory(slug=slug) for slug in SKILLS]
        for _number in range(25):
            rows = shifts(chance)
            mission = MissionFactory(
                children={"shifts": rows, "skills": chance.sample(skills, chance.randrange(3))},
                themes=chance.sample(themes, chance.randrange(3)),
                commitment=chance.choice(["one_off", "regular", "flexible"]),
                format=chance.choice(["on_site", "remote", "both"]),
                open_to_minors=chance.random() < 0.5,
                wheelchair=chance.random() < 0.5,
                places=chance.choice([None, 3]),
                **({} if rows else period(chance)),
            )
            if chance.random() < 0.3:
                mission.capacities.filter(places__isnull=False).update(taken=2)


def to_come(mission: MissionPage) -> list[Capacity]:
    return [row for row in mission.capacities.all() if row.start and row.end > NOW]


def touches(mission: MissionPage, asked: dict) -> bool:
    """Someone is needed on one of the days asked for."""
    since = max(NOW, start_of(asked["since"])) if "since" in asked else NOW
    until = start_of(asked["until"] + timedelta(days=1)) if "until" in asked else FAR_FUTURE
    if mission.shifts.count():
        return any(row.start < until and row.end > since for row in mission.capacities.all())
    return (mission.starts_at is None or mission.starts_at < until) and mission.ends_at > since


def fits(mission: MissionPage, asked: dict) -> bool:
    """Its shifts fall on the days and times asked for, or people choose their own."""
    if mission.starts_at is None and mission.commitment == "flexible":
        return True
    starts = [timezone.localtime(row.start) for row in to_come(mission)]
    days = not asked.get("day") or any(WEEKDAYS[start.weekday()] in asked["day"] for start in starts)
    part = {7: "morning", 13: "afternoon", 20: "evening"}
    times = not asked.get("time") or any(part[start.hour] in asked["time"] for start in starts)
    return days and times


def passes(mission: MissionPage, asked: dict) -> bool:
    chosen = asked.get
    checks = [
        not chosen("theme") or {theme.slug for theme in mission.themes.all()} & set(asked["theme"]),
        not chosen("skill") or {skill.slug for skill in mission.skills.all()} & set(asked["skill"]),
        not chosen("commitment") or mission.commitment in asked["commitment"],
        not chosen("home") or mission.format in ("remote", "both"),
        not chosen("minors") or mission.open_to_minors,
        not chosen("wheelchair") or mission.wheelchair,
        not chosen("places") or mission.takes_volunteers,
        not {"since", "until"} & set(asked) or touches(mission, asked),
    ]
    return mission.ends_at > NOW and all(checks) and fits(mission, asked)


def several(values) -> st.SearchStrategy:
    return st.lists(st.sampled_from(values), min_size=1, unique=True)


days = st.integers(-5, 45).map(lambda number: TODAY + timedelta(days=number))
questions = st.fixed_dictionaries(
    {},
    optional={
        "theme": several(THEMES),
        "skill": several(SKILLS),
        "commitment": several(["one_off", "regular", "flexible"]),
        "day": several(WEEKDAYS),
        "time": several(["morning", "afternoon", "evening"]),
        **{name: st.just(1) for name in ("home", "minors", "wheelchair", "places")},
        "since": days,
        "until": days,
    },
)


def address(asked: dict) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in asked.items():
        data.setlist(name, [str(each) for each in (value if isinstance(value, list) else [value])])
    return data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(asked=questions)
def test_every_combination_finds_what_a_plain_reading_finds(clock, missions, asked):
    found = MissionFilters(address(asked)).narrow(MissionPage.objects.published().not_past())
    plain = [mission.pk for mission in MissionPage.objects.live() if passes(mission, asked)]
    assert set(found.values_list("pk", flat=True)) == set(plain)
