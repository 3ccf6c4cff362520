"""The search for an address, and the map, in the editor."""

import pytest
from django.test import override_settings
from django.urls import reverse

from tests.admin import READER, add_url, edit_url, sign_in, soup
from tests.factories import EventFactory, NeighbourhoodFactory
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.core.geo import Point
from volunteering.core.geocoding.memory import MemoryGeocoder
from volunteering.core.models import CitySettings

MEMORY = {"GEOCODER": "volunteering.core.geocoding.memory.MemoryGeocoder"}


@pytest.fixture(autouse=True)
def _places(monkeypatch):
    monkeypatch.setattr(MemoryGeocoder, "places", {"12 rue du Port, Rivemont": Point(lat=45.9, lng=4.06)})


def search(query, client=None):
    return (client or sign_in()).get(reverse("volunteering_desk:geocode"), {"q": query})


@override_settings(VOLUNTEERING=MEMORY)
def test_an_editor_finds_an_address():
    found = search("12 rue du port").json()["matches"]
    assert found == [{"label": "12 rue du Port, Rivemont", "lat": 45.9, "lng": 4.06}]


@override_settings(VOLUNTEERING=MEMORY)
def test_an_address_nobody_knows_is_answered_with_what_to_do():
    answer = search("impasse inconnue")
    assert answer.status_code == 200
    assert answer.json()["matches"] == []
    assert answer.json()["message"].endswith(".")


def test_without_a_service_the_pin_is_placed_by_hand():
    answer = search("12 rue du port")
    assert answer.status_code == 200
    assert answer.json()["matches"] == []


@override_settings(VOLUNTEERING=MEMORY)
def test_a_service_out_of_order_is_said_kindly(monkeypatch):
    monkeypatch.setattr(MemoryGeocoder, "is_down", True)
    answer = search("12 rue du port")
    assert answer.status_code == 503
    assert answer.json()["matches"] == []


@pytest.mark.parametrize("query", ["", "ab", "x" * 500])
def test_what_is_no_address_is_refused_with_a_sentence(query):
    answer = search(query)
    assert answer.status_code == 400
    assert answer.json()["message"].endswith(".")


def test_only_the_admin_searches_addresses(client):
    assert search("12 rue du port", client).status_code == 302
    assert search("12 rue du port", sign_in(READER)).status_code == 200


def test_the_map_draws_the_city_without_asking_anybody():
    NeighbourhoodFactory(name="La Plaine")
    plan = sign_in().get(reverse("volunteering_desk:plan")).json()
    assert [feature["properties"]["name"] for feature in plan["features"]] == ["La Plaine"]


def test_the_map_opens_at_the_centre_of_the_city():
    CitySettings.objects.update(centre="SRID=4326;POINT(4.06 45.9)")
    page = soup(sign_in().get(add_url(EventPage, EventIndexPage.objects.get())))
    assert '"lat": 45.9' in page.select_one(".v-location")["data-volunteering-location-options-value"]


def test_the_coordinates_stand_in_a_text_field_for_keyboards():
    event = EventFactory(location="SRID=4326;POINT(4.06 45.9)")
    page = soup(sign_in().get(edit_url(event)))
    field = page.select_one("input[name=location_coordinates]")
    assert field["value"] == "45.900000, 4.060000"
    assert page.select_one(f"label[for={field['id']}]")


def test_the_editor_loads_nothing_from_elsewhere():
    page = soup(sign_in().get(edit_url(EventFactory())))
    loaded = [each.get("src") or each.get("href") for each in page.select("script[src], link[rel=stylesheet]")]
    assert loaded
    assert all(url.startswith("/") and not url.startswith("//") for url in loaded)


def test_the_search_button_is_there_only_with_a_service():
    url = edit_url(EventFactory())
    find = "[data-action='volunteering-location#find']"
    assert not soup(sign_in().get(url)).select_one(find)
    with override_settings(VOLUNTEERING=MEMORY):
        assert soup(sign_in().get(url)).select_one(find)
