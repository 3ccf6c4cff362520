"""What all feeds have in common: nothing hidden, nothing sent twice, nothing that grows without bound."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.factories import AssociationFactory, EventFactory, MissionFactory, ThemeFactory, shift
from tests.feeds.reading import read, whole
from tests.trust.flock import Flock
from volunteering.agenda.actions import cancel_occurrence
from volunteering.feeds.urls import urlpatterns
from volunteering.missions.models import Capacity

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

FEEDS = [str(route.pattern) for route in urlpatterns if "<" not in str(route.pattern) and "embed" not in route.name]
MOST_QUERIES = 14
POINT = "SRID=4326;POINT(4.06 45.9)"


def a_city() -> None:
    association = AssociationFactory(located=True, themes=[ThemeFactory()])
    MissionFactory(organiser=association, location=POINT, children={"shifts": [shift()]})
    EventFactory(weekly=True, location=POINT)


def test_whoever_has_the_feed_already_is_told_so(client, clock):
    a_city()
    for name in FEEDS:
        first = client.get(f"/engagement/{name}")
        again = client.get(f"/engagement/{name}", headers={"if-none-match": first["ETag"]})
        since = client.get(f"/engagement/{name}", headers={"if-modified-since": first["Last-Modified"]})

        assert whole(first)
        assert (again.status_code, whole(again), again["ETag"]) == (304, "", first["ETag"]), name
        assert since.status_code == 304, name
        assert first["Cache-Control"] == "public, no-cache"
        assert "Cookie" not in first.get("Vary", "")


@pytest.mark.parametrize("name", FEEDS)
def test_another_part_of_a_subject_is_another_version(client, clock, name):
    ThemeFactory(slug="sport")

    versions = [client.get(f"/engagement/{name}{query}")["ETag"] for query in ("", "?theme=sport")]

    assert versions[0] != versions[1]


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_without_anything_to_tell_is_still_a_feed(client, name):
    assert read(client, name)


@pytest.mark.parametrize("name", FEEDS)
def test_a_head_request_says_the_same_without_the_text(client, name):
    assert client.head(f"/engagement/{name}")["ETag"] == client.get(f"/engagement/{name}")["ETag"]


@pytest.mark.parametrize("name", FEEDS)
def test_nobody_can_write_to_a_feed(client, name):
    assert client.post(f"/engagement/{name}").status_code == 405


def is_new(client: Client, name: str, version: str) -> bool:
    return client.get(f"/engagement/{name}", headers={"if-none-match": version}).status_code == 200


def version(client: Client, name: str) -> str:
    return client.get(f"/engagement/{name}")["ETag"]


def test_publishing_and_unpublishing_show_at_once(client, clock):
    before = version(client, "agenda.ics")
    clock.shift(1)
    event = EventFactory()
    after = version(client, "agenda.ics")
    clock.shift(1)
    Page.objects.get(pk=event.pk).specific.unpublish()

    assert before != after
    assert is_new(client, "agenda.ics", after)


def test_a_cancelled_date_shows_at_once(client, clock):
    event = EventFactory(weekly=True)
    before = version(client, "agenda.ics")
    clock.shift(1)
    cancel_occurrence(occurrence=event.occurrences.first(), reason="Neige", by=None)

    assert is_new(client, "agenda.ics", before)


def test_a_place_taken_shows_at_once(client, clock):
    mission = MissionFactory(dated=True)
    before = version(client, "missions.xml")
    Capacity.objects.filter(mission=mission).update(taken=1)

    assert is_new(client, "missions.xml", before)


def test_a_new_day_is_a_new_version(client, clock):
    EventFactory()
    before = version(client, "agenda.ics")
    clock.shift(timedelta(days=1))

    assert is_new(client, "agenda.ics", before)


def test_an_answer_that_nothing_changed_costs_three_queries(client, clock, django_assert_max_num_queries):
    EventFactory(weekly=True)
    known = version(client, "agenda.ics")
    with django_assert_max_num_queries(3):
        assert not is_new(client, "agenda.ics", known)


@pytest.mark.parametrize("name", FEEDS)
def test_an_address_that_means_nothing_gets_a_sentence(client, name):
    response = client.get(f"/engagement/{name}?theme=nowhere")

    assert (response.status_code, "nowhere" in response.content.decode()) == (400, True)


def test_no_feed_speaks_of_another_host_than_the_sites_own(client):
    a_city()

    told = {name: whole(client.get(f"/engagement/{name}", headers={"host": "evil.example"})) for name in FEEDS}

    assert [name for name, text in told.items() if "evil.example" in text] == []


def queries(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        read(client, name)
    return len(captured)


def test_a_feed_costs_the_same_queries_whatever_the_city(client):
    a_city()
    warm = {name: read(client, name) for name in FEEDS}
    before = {name: queries(client, name) for name in warm}
    for _number in range(3):
        a_city()

    assert {name: queries(client, name) for name in FEEDS} == before
    assert max(before.values()) <= MOST_QUERIES


@pytest.fixture(scope="module")
def flock(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Flock()
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", FEEDS)
def test_no_feed_sings_of_what_is_not_published(flock, name):
    text = read(Client(HTTP_HOST="localhost"), name)

    assert [flock.canaries.places[word] for word in flock.canaries if word in text] == []
    assert not [page.slug for page in flock.hidden if f"/{page.slug}/" in text]


@pytest.mark.parametrize("name", ["agenda.rss", "missions.xml", "associations.csv", "agenda.ics", "agenda.json"])
def test_what_is_published_is_told(flock, name):
    text = read(Client(HTTP_HOST="localhost"), name)

    assert any(f"/{page.slug}/" in text for page in flock.public)
