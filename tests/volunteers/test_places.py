"""A typed address becomes a cell of 500 metres; then nobody knows it any more."""

import logging

import pytest
from django.conf import settings as site
from django.core.cache import cache
from django.db import connection

from tests.factories import VolunteerFactory
from tests.pages import words
from tests.volunteers.answers import JEANNE, NAMES, PROFILE, resident, say
from volunteering.core.geo import Point, distance_km
from volunteering.core.geocoding import geoplateforme
from volunteering.core.geocoding.memory import MemoryGeocoder
from volunteering.core.grid import on_grid

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
HOME = Point(lat=45.9012, lng=4.0634)
ADDRESS, STREET = "12 rue du Kanari, Rivemont", "Kanari"
MEMORY = "volunteering.core.geocoding.memory.MemoryGeocoder"
STATE = "volunteering.core.geocoding.geoplateforme.GeoplateformeGeocoder"


@pytest.fixture
def jeanne(client, clock, settings, monkeypatch):
    settings.VOLUNTEERING = {**site.VOLUNTEERING, "GEOCODER": MEMORY}
    monkeypatch.setattr(MemoryGeocoder, "places", {ADDRESS: HOME})
    user = resident()
    client.force_login(user)
    return VolunteerFactory(user=user, email=JEANNE, **NAMES | {"last_name": "Durand"})


def everything():
    """What all tables hold, in one text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            told.append(str(cursor.fetchall()))
    return " ".join(told)


def test_an_address_becomes_the_middle_of_a_cell(client, jeanne):
    say(client, "ou", address="12 rue du kanari")
    jeanne.refresh_from_db()
    assert jeanne.area == on_grid(HOME, km=0.5)
    assert jeanne.area != HOME
    assert distance_km(jeanne.area, HOME) < 0.36
    assert "500 mètres" in words(client.get(PROFILE))


def test_a_neighbour_of_the_same_cell_leaves_the_same_point(client, jeanne, monkeypatch):
    say(client, "ou", address=ADDRESS)
    jeanne.refresh_from_db()
    before = jeanne.area
    monkeypatch.setattr(MemoryGeocoder, "places", {"14 rue du Port": Point(lat=HOME.lat - 0.0002, lng=HOME.lng)})
    say(client, "ou", address="14 rue du Port")
    jeanne.refresh_from_db()
    assert jeanne.area == before


def test_a_typed_address_is_in_no_table_no_page_and_no_log(client, jeanne, caplog):
    caplog.set_level(logging.DEBUG)
    say(client, "ou", address=ADDRESS, go="later")
    pages = [client.get(f"{PROFILE}{step}").text for step in ("", "vous/", "ou/", "quand/")]
    assert STREET not in everything()
    assert STREET not in "".join(pages)
    assert not [record for record in caplog.records if STREET in record.getMessage()]


def test_the_answer_about_somebody_s_home_is_not_remembered(client, jeanne, settings, monkeypatch):
    settings.VOLUNTEERING = {**site.VOLUNTEERING, "GEOCODER": STATE}
    where = {"geometry": {"coordinates": [4.0634, 45.9012]}, "properties": {"label": ADDRESS, "score": 0.9}}
    monkeypatch.setattr(geoplateforme, "fetch_json", lambda address: {"features": [where]})
    kept = []
    monkeypatch.setattr(cache, "set", lambda *args, **kwargs: kept.append(args))
    say(client, "ou", address=ADDRESS)
    jeanne.refresh_from_db()
    assert jeanne.area
    assert STREET not in str(kept)


@pytest.mark.parametrize(("typed", "is_down"), [("impasse inconnue", False), (ADDRESS, True)])
def test_an_address_that_is_not_found_is_told_kindly_and_the_rest_stays(client, jeanne, monkeypatch, typed, is_down):
    monkeypatch.setattr(MemoryGeocoder, "is_down", is_down)
    page = say(client, "ou", address=typed, radius="7")
    assert "Votre adresse" in words(page, ".v-errors")
    assert 'value="7"' in page.text
    jeanne.refresh_from_db()
    assert jeanne.area is None


def test_a_guess_of_the_geocoder_is_no_answer(client, jeanne, settings, monkeypatch):
    settings.VOLUNTEERING = {**site.VOLUNTEERING, "GEOCODER": STATE}
    where = {"geometry": {"coordinates": [4.0, 45.0]}, "properties": {"label": "Elsewhere", "score": 0.2}}
    monkeypatch.setattr(geoplateforme, "fetch_json", lambda address: {"features": [where]})
    assert "pas trouvé" in words(say(client, "ou", address="zzz"), ".v-errors")


def test_an_empty_address_keeps_what_is_known_until_its_owner_takes_it_back(client, jeanne):
    say(client, "ou", address=ADDRESS)
    say(client, "ou", address="", radius="3")
    jeanne.refresh_from_db()
    assert jeanne.area
    say(client, "ou", address="", forget_area="on")
    jeanne.refresh_from_db()
    assert jeanne.area is None


def test_the_geocoder_is_no_plaything(client, jeanne):
    for _number in range(20):
        say(client, "ou", address=ADDRESS)
    assert "dans une heure" in words(say(client, "ou", address=ADDRESS), ".v-errors")


def test_a_city_without_a_geocoder_asks_for_no_address(client, jeanne, settings):
    settings.VOLUNTEERING = site.VOLUNTEERING | {"GEOCODER": "volunteering.core.geocoding.NullGeocoder"}
    assert 'name="address"' not in client.get(f"{PROFILE}ou/").text
    assert say(client, "ou", address=ADDRESS).status_code == 302
