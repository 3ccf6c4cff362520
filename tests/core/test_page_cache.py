"""Pages kept for visitors: fast while nothing changes, new as soon as something does, and nobody's own page ever."""

import contextlib

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import AssociationFactory, EventFactory, MissionFactory, shift
from tests.pages import cost, words
from volunteering.agenda.actions import cancel_occurrence
from volunteering.core.city import CitySettings
from volunteering.core.freshness import touch, version
from volunteering.missions.models import Capacity

CACHE = "volunteering.core.page_cache.PageCache"
LISTS = ("/agenda/", "/missions/", "/associations/")
# Only the number of the present content.
OF_A_KEPT_PAGE = 1


@pytest.fixture(autouse=True)
def cached(settings, found_city, clock, db):
    settings.MIDDLEWARE = [settings.MIDDLEWARE[0], CACHE, *settings.MIDDLEWARE[1:]]
    settings.VOLUNTEERING = {}


@pytest.mark.parametrize("address", LISTS)
def test_a_second_visitor_costs_one_query_and_reads_the_same(address, client):
    first = client.get(address)
    assert cost(client, address) == OF_A_KEPT_PAGE
    second = client.get(address)
    assert (second.content, dict(second.items())) == (first.content, dict(first.items()))


def test_an_event_is_there_as_soon_as_it_is_published_and_gone_with_it(client, committed):
    assert "Bal" not in words(client.get("/agenda/"))
    with committed():
        event = EventFactory(title="Bal")
    assert "Bal" in words(client.get("/agenda/"))
    with committed():
        event.unpublish()
    assert "Bal" not in words(client.get("/agenda/"))


def test_a_cancelled_date_shows_at_once(client, committed):
    with committed():
        event = EventFactory()
    client.get(event.url)
    with committed():
        cancel_occurrence(occurrence=event.occurrences.get(), reason="Salle inondée", by=None)
    assert "Salle inondée" in words(client.get(event.url))


def test_a_place_that_was_taken_shows_at_once(client, committed):
    with committed():
        mission = MissionFactory(children={"shifts": [shift(places=2)]})
    assert "2 places" in words(client.get("/missions/"))
    with committed():
        Capacity.objects.filter(mission=mission).update(taken=1)
        touch()
    assert "1 place" in words(client.get("/missions/"))


def test_a_page_that_becomes_private_is_shown_to_nobody_from_memory(client, committed):
    with committed():
        association = AssociationFactory()
    assert client.get(association.url).status_code == 200
    with committed():
        PageViewRestriction.objects.create(page=association, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(association.url).status_code == 302


def test_the_citys_settings_show_at_once(client, committed):
    client.get("/agenda/")
    with committed():
        city = CitySettings.objects.get()
        city.helpline_number = "04 00 00 00 00"
        city.save()
    assert "04 00 00 00 00" in words(client.get("/agenda/"), "body")


def test_nothing_is_kept_of_what_somebody_signed_in_reads(client):
    client.force_login(get_user_model().objects.create_user("resident"))
    client.get("/agenda/")
    assert cost(client, "/agenda/") > OF_A_KEPT_PAGE
    client.logout()
    client.cookies.clear()
    assert cost(client, "/agenda/") > OF_A_KEPT_PAGE


def test_a_fragment_and_its_page_are_kept_apart(client):
    whole = client.get("/agenda/").text
    fragment = client.get("/agenda/", headers={"X-Fragment": "list"}).text
    assert "<html" in whole
    assert "<html" not in fragment
    assert client.get("/agenda/", headers={"X-Fragment": "list"}).text == fragment


@pytest.mark.parametrize("address", ["/engagement/alertes/mon-lien/", "/compte/connexion/", "/nowhere/"])
def test_what_no_view_marked_is_not_kept(address, client):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    assert len(captured) > OF_A_KEPT_PAGE


def test_pages_are_kept_where_the_site_says(client, settings):
    settings.CACHES = {**settings.CACHES, "elsewhere": {**settings.CACHES["default"], "LOCATION": "elsewhere"}}
    settings.VOLUNTEERING = {"PAGE_CACHE": "elsewhere"}
    client.get("/agenda/")
    caches["default"].clear()
    assert cost(client, "/agenda/") == OF_A_KEPT_PAGE


def test_time_passes_on_a_kept_page_too(client, committed, clock):
    with committed():
        EventFactory(title="Bal")
    assert "Bal" in words(client.get("/agenda/"))
    clock.shift(8 * 24 * 3600)
    assert "Bal" not in words(client.get("/agenda/"))


def test_a_change_that_is_taken_back_leaves_what_was_kept(committed):
    before = version()
    with committed(), contextlib.suppress(RuntimeError), transaction.atomic():
        touch()
        raise RuntimeError
    assert version() == before
