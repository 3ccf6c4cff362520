"""The ground of the filters: places, positions, counts, and what an address may hold."""

import random

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import AssociationFactory, NeighbourhoodFactory
from volunteering.core.filtering.facets import Facet, boolean, count, single
from volunteering.core.filtering.places import GRID, NoSuchPlace, find, on_grid
from volunteering.core.geo import Point
from volunteering.core.geocoding.memory import MemoryGeocoder
from volunteering.directory.filters import AssociationFilters
from volunteering.directory.models import AssociationPage

pytestmark = pytest.mark.databases

MEMORY = {"GEOCODER": "volunteering.core.geocoding.memory.MemoryGeocoder"}


@given(lat=st.floats(-90, 90), lng=st.floats(-180, 180))
def test_a_position_is_read_on_a_grid_that_tells_no_more_than_a_street_block(lat, lng):
    point = on_grid(f"{lat:.6f},{lng:.6f}")
    assert abs(point.lat - lat) <= GRID / 2 + 1e-6
    assert abs(point.lng - lng) <= GRID / 2 + 1e-6
    assert abs(point.lat / GRID - round(point.lat / GRID)) < 1e-6


@pytest.mark.parametrize(
    "text", ["", "91,0", "0,181", "nan,1", "45.9", "45.9,4.06,1", "a,b", "45.9;4.06", "1e3,1", "²,1"]
)
def test_what_is_no_position_is_none(text):
    assert on_grid(text) is None


@pytest.mark.django_db
def test_a_neighbourhood_is_found_by_part_of_its_name_without_accents():
    NeighbourhoodFactory(name="Les Églantiers")
    assert find("eglantiers").words == "Les Églantiers"


@pytest.mark.django_db
def test_an_address_is_found_by_the_geocoder_and_a_silent_one_finds_nothing(settings, monkeypatch):
    settings.VOLUNTEERING = MEMORY
    monkeypatch.setattr(MemoryGeocoder, "places", {"12 rue du Port": Point(lat=45.9, lng=4.06)})
    assert find("12 rue du Port").point == Point(lat=45.9, lng=4.06)
    monkeypatch.setattr(MemoryGeocoder, "is_down", True)
    with pytest.raises(NoSuchPlace):
        find("12 rue du Port")


@pytest.mark.django_db
@pytest.mark.parametrize(("lat", "lng"), [(-20.88, 55.45), (89.9, 10.0), (-89.9, -170.0), (0.0, 179.99)])
def test_what_is_near_is_found_anywhere_on_earth(lat, lng, clock):
    near = AssociationFactory(location=f"SRID=4326;POINT({lng:.6f} {lat:.6f})")
    AssociationFactory(location=f"SRID=4326;POINT({-lng:.6f} {-lat:.6f})")
    found = AssociationFilters(QueryDict(f"near={lat},{lng}&km=1")).narrow(AssociationPage.objects.published())
    assert [page.pk for page in found] == [near.pk]


@pytest.mark.django_db
def test_counts_agree_with_narrowing_whatever_is_chosen(clock):
    chance = random.Random(3)
    for _each in range(12):
        AssociationFactory(
            kind=chance.choice(["collective", "mutual_aid"]),
            access_hi=chance.random() < 0.5,
            access_mi=chance.random() < 0.5,
        )
    rows = AssociationPage.objects.published()
    for query in (
        "",
        "kind=collective",
        "access=hi",
        "access=hi&access=mi&kind=mutual_aid",
        "kind=collective&access=mi",
    ):
        form = AssociationFilters(QueryDict(query))
        assert form.count(rows).total == form.narrow(rows).count()


@pytest.mark.django_db
def test_counts_read_a_bounded_number_of_rows_in_one_query(clock, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("volunteering.core.filtering.facets.LIMIT", 3)
    AssociationFactory.create_batch(5)
    with django_assert_num_queries(1):
        counts = count(AssociationPage.objects.order_by("pk"), {"kind": single("kind")}, {"kind": set()})
    assert (counts.total, counts.are_complete) == (3, False)


def test_several_kinds_of_access_must_all_hold_and_one_theme_is_enough():
    all_of, one_of = Facet((), set, needs_all=True), boolean("x")
    assert not all_of.holds({"hi"}, {"hi", "mi"})
    assert one_of.holds({"a"}, {"a", "b"})


HOSTILE = st.text(max_size=60) | st.sampled_from(["\x00", "'; DROP TABLE", "%", "🎉", "\u202e", "9" * 400, "[]", "-1"])


@pytest.mark.django_db
@given(answers=st.dictionaries(st.sampled_from(sorted(AssociationFilters.base_fields)), HOSTILE, max_size=5))
def test_no_address_breaks_the_directory(answers):
    data = QueryDict(mutable=True)
    data.update(answers)
    form = AssociationFilters(data)
    assert list(form.order(form.narrow(AssociationPage.objects.published()))[:1]) == []
    assert all(isinstance(note, str) for note in form.notes)


@pytest.mark.django_db
def test_a_question_whose_answer_was_left_out_is_described_by_the_notes_that_say_so():
    field = AssociationFilters(QueryDict("km=far"))["km"]
    assert (bool(field.errors), field.aria_describedby) == (True, "filter_notes")
