import pytest
from wagtail.models import Site

from tests.factories import SQUARE, NeighbourhoodFactory
from volunteering.core.city import CitySettings, Tiles
from volunteering.core.tiles import TILE_SERVERS

ADDRESS = "/engagement/base-map.geojson"
RIVER = {"type": "Feature", "properties": {"kind": "water"}, "geometry": {"type": "Point", "coordinates": [4, 45]}}


@pytest.mark.django_db
def test_the_map_draws_the_quarters_beneath_the_city_s_own_outline(client):
    NeighbourhoodFactory(name="Port", slug="port")
    city = CitySettings.for_site(Site.objects.get(is_default_site=True))
    city.base_map = {"type": "FeatureCollection", "features": [RIVER]}
    city.save()
    quarter, river = client.get(ADDRESS).json()["features"]

    assert quarter["properties"] == {"kind": "neighbourhood", "name": "Port", "slug": "port"}
    assert quarter["geometry"] == SQUARE
    assert river == RIVER


@pytest.mark.django_db
def test_a_city_without_outline_has_an_empty_map(client):
    NeighbourhoodFactory(polygon=None)

    assert client.get(ADDRESS).json() == {"type": "FeatureCollection", "features": []}


@pytest.mark.django_db
def test_an_unchanged_map_is_not_sent_again(client):
    first = client.get(ADDRESS)

    assert client.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_every_choice_of_tiles_but_our_own_outline_has_a_server():
    assert set(TILE_SERVERS) == set(Tiles.values) - {Tiles.NONE}


@pytest.mark.parametrize("server", TILE_SERVERS.values())
def test_a_tile_server_names_its_origin_and_its_source(server):
    assert server.origin.startswith("https://")
    assert server.origin.count("/") == 2
    assert server.attribution
