"""What people look for in the agenda, checked against a plain reading of every date in Python."""

import random
from datetime import time, timedelta

import pytest
import time_machine
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import NOW
from tests.factories import EventFactory, NeighbourhoodFactory, ThemeFactory, once
from volunteering.agenda.filters import EventFilters
from volunteering.agenda.models import Occurrence
from volunteering.core.days import start_of
from volunteering.core.geo import Point, distance_km

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
CENTRE = Point(lat=45.9, lng=4.06)
THEMES, QUARTERS, ACCESS = (
    ("one-theme", "another-theme", "third-theme"),
    ("one-quarter", "another-quarter"),
    ("hi", "mi"),
)
TODAY = timezone.localdate(NOW)


def attributes(chance: random.Random, number: int, themes, quarters) -> dict:
    day = TODAY + timedelta(days=chance.randrange(-3, 40))
    start = chance.choice([time(0, 30), time(9), time(14), time(23)])
    lat, lng = (chance.uniform(45.8, 46.0), chance.uniform(3.95, 4.17)) if chance.random() < 0.8 else (None, None)
    return {
        "title": f"Fête numéro {number}",
        "children": {"dates": [once(day, start_time=start, end_time=time(1) if start.hour == 23 else time(18))]},
        "themes": chance.sample(themes, chance.randrange(3)),
        "neighbourhood": chance.choice([None, *quarters]),
        "location": f"SRID=4326;POINT({lng:.6f} {lat:.6f})" if lat else "",
        "is_free": chance.random() < 0.5,
        "audience": chance.choice(["everyone", "families", "children", "seniors"]),
        "age_min": chance.choice([None, 3, 18]),
        "age_max": chance.choice([None, 30, 99]),
        "attendance": chance.choice(["on_site", "online", "mixed"]),
        "access_hi": chance.random() < 0.5,
        "access_mi": chance.random() < 0.5,
    }


@pytest.fixture(scope="module")
def events(found_city) -> None:
    """Thirty events of all kinds."""
    chance = random.Random(7)
    with time_machine.travel(NOW, tick=False):
        themes = [ThemeFactory(slug=slug) for slug in THEMES]
        quarters = [NeighbourhoodFactory(slug=slug) for slug in QUARTERS]
        for number in range(30):
            EventFactory(**attributes(chance, number, themes, quarters))


def passes(row: Occurrence, asked: dict) -> bool:
    """The same questions, asked of one date."""
    event, chosen = row.event, asked.get
    themes = {theme.slug for theme in event.themes.all()}
    checks = [
        not chosen("theme") or themes & set(asked["theme"]),
        not chosen("neighbourhood") or (event.neighbourhood and event.neighbourhood.slug in asked["neighbourhood"]),
        not chosen("free") or event.is_free,
        not chosen("online") or event.attendance in ("online", "mixed"),
        not chosen("children") or event.audience in ("families", "children") or (event.age_min or 99) <= 11,
        "age" not in asked or (event.age_min or 0) <= asked["age"] <= (event.age_max or 999),
        all(getattr(event, f"access_{code}") for code in chosen("access", ())),
        "km" not in asked or (event.point and distance_km(CENTRE, event.point) <= asked["km"]),
    ]
    return all(checks) and touches(row, asked)


def touches(row: Occurrence, asked: dict) -> bool:
    """Not over, and on one of the days asked for."""
    first, last = asked.get("since"), asked.get("until")
    if row.end <= NOW or (last and row.start >= start_of(last + timedelta(days=1))):
        return False
    return not (first and first > TODAY and row.start < start_of(first))


def address(asked: dict) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in asked.items():
        data.setlist(name, [str(each) for each in value] if isinstance(value, list) else [str(value)])
    if "km" in asked:
        data["near"] = f"{CENTRE.lat},{CENTRE.lng}"
    return data


days = st.integers(-5, 45).map(lambda number: TODAY + timedelta(days=number))
questions = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.lists(st.sampled_from(THEMES), min_size=1, unique=True),
        "neighbourhood": st.lists(st.sampled_from(QUARTERS), min_size=1, unique=True),
        "access": st.lists(st.sampled_from(ACCESS), min_size=1, unique=True),
        "free": st.just(1),
        "online": st.just(1),
        "children": st.just(1),
        "age": st.integers(0, 100),
        "km": st.sampled_from([1, 3, 5, 10, 20]),
        "since": days,
        "until": days,
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(asked=questions)
def test_every_combination_finds_what_a_plain_reading_finds(clock, events, asked):
    found = EventFilters(address(asked)).narrow(Occurrence.objects.published())
    rows = Occurrence.objects.published().select_related("event__neighbourhood").prefetch_related("event__themes")
    assert set(found.values_list("pk", flat=True)) == {row.pk for row in rows if passes(row, asked)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(asked=questions, name=st.sampled_from(["theme", "neighbourhood", "access"]))
def test_a_count_beside_an_answer_is_what_that_answer_leaves(clock, events, asked, name):
    form, rows = EventFilters(address(asked)), Occurrence.objects.published()
    counts = form.count(rows).of[name]
    for answer in dict(form.fields[name].choices):
        before = asked.get(name, []) if name == "access" else []
        with_it = {**asked, name: sorted({*before, answer})}
        assert counts.get(answer, 0) == EventFilters(address(with_it)).narrow(rows).count()
