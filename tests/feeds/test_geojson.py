"""The items of a list as points on a map."""

import pytest

from tests.factories import AssociationFactory, EventFactory, MissionFactory, NeighbourhoodFactory
from tests.feeds.reading import parsed

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

POINT = "SRID=4326;POINT(4.06 45.9)"


def features(client, name):
    found = parsed(client, name)
    assert found["type"] == "FeatureCollection"
    assert {feature["type"] for feature in found["features"]} <= {"Feature"}
    return found["features"]


def test_an_event_is_one_point_with_its_next_date(client, clock):
    event = EventFactory(
        weekly=True, location=POINT, title="Chorale", neighbourhood=NeighbourhoodFactory(name="Le Port")
    )

    (feature,) = features(client, "agenda.geojson")

    assert feature["id"] == str(event.translation_key)
    assert feature["geometry"] == {"type": "Point", "coordinates": [4.06, 45.9]}
    told = feature["properties"]
    assert (told["kind"], told["title"], told["neighbourhood"]) == ("agenda", "Chorale", "Le Port")
    assert told["url"] == f"http://localhost{event.url}"
    assert "11" in told["when"]


def test_missions_and_associations_have_their_points(client):
    MissionFactory(dated=True, location=POINT)
    AssociationFactory(located=True)

    kinds = [features(client, f"{kind}.geojson")[0]["properties"]["kind"] for kind in ("missions", "associations")]

    assert kinds == ["missions", "associations"]


def test_what_has_no_place_has_no_point(client):
    EventFactory()
    MissionFactory()
    AssociationFactory()

    assert [features(client, f"{kind}.geojson") for kind in ("agenda", "missions", "associations")] == [[], [], []]


def test_a_map_is_cut_at_its_bound(client, monkeypatch):
    monkeypatch.setattr("volunteering.feeds.geojson.MOST_FEATURES", 2)
    for _number in range(3):
        AssociationFactory(located=True)
        EventFactory(location=POINT)

    assert [len(features(client, f"{kind}.geojson")) for kind in ("agenda", "associations")] == [2, 2]
