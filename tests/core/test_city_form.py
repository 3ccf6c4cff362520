"""The city's settings, as an editor changes them in the admin."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.admin import errors, sign_in, soup
from volunteering.core.models import CitySettings


@pytest.fixture
def url(db):
    call_command("setup", verbosity=0)
    return reverse("wagtailsettings:edit", args=["volunteering", "citysettings", CitySettings.objects.get().site_id])


def form(client, url, **changes):
    page = soup(client.get(url))
    fields = {each["name"]: each.get("value", "") for each in page.select("main form [name]") if each.name == "input"}
    return {
        **fields,
        "tiles": "none",
        "base_map": "null",
        "legal_notice": "null",
        "privacy": "null",
        "charter": "null",
    } | changes


def test_an_editor_places_the_centre_of_the_city_by_its_coordinates(url):
    client = sign_in()
    client.post(url, form(client, url, name="Rivemont", centre_coordinates="45.9, 4.06"))
    city = CitySettings.objects.get()
    assert (city.name, city.centre) == ("Rivemont", "SRID=4326;POINT(4.060000 45.900000)")


@pytest.mark.parametrize("nonsense", ["ici", "95, 4", "45.9", "<script>"])
def test_an_editor_cannot_place_the_centre_off_the_globe(url, nonsense):
    client = sign_in()
    response = client.post(url, form(client, url, centre_coordinates=nonsense))
    assert len(errors(response)) == 1
    assert CitySettings.objects.get().centre == ""


@pytest.mark.parametrize("nonsense", ["5", "[]", '{"features": 5}', '{"features": [5]}'])
def test_an_editor_cannot_paste_an_outline_that_no_map_draws(url, nonsense):
    client = sign_in()
    assert len(errors(client.post(url, form(client, url, base_map=nonsense)))) == 1
    assert CitySettings.objects.get().base_map is None


@pytest.mark.parametrize("edges", [("46", "4", "45", "5"), ("45", "5", "46", "4"), ("45", "4", "91", "5")])
def test_an_editor_cannot_give_edges_that_enclose_nothing(url, edges):
    client = sign_in()
    given = dict(zip(("south", "west", "north", "east"), edges, strict=True))
    assert len(errors(client.post(url, form(client, url, **given)))) == 1
    assert CitySettings.objects.get().bounds is None


def test_the_city_s_own_map_proposes_no_search_for_an_address(url, settings):
    settings.VOLUNTEERING = {"GEOCODER": "volunteering.core.geocoding.memory.MemoryGeocoder"}
    page = soup(sign_in().get(url))
    assert page.select_one(".v-location")
    assert not page.select_one("[data-action='volunteering-location#find']")
