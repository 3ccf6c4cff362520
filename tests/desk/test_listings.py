"""The listings of the menu "Engagement"."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from openpyxl import load_workbook
from wagtail.models import Page

from tests.admin import AGENT, MODERATOR, READER, plain, sign_in, soup, text
from tests.factories import (
    AssociationFactory,
    EventFactory,
    MissionFactory,
    NeighbourhoodFactory,
    ThemeFactory,
    once,
    shift,
)
from volunteering.agenda.actions import cancel_occurrence
from volunteering.agenda.models import EventIndexPage
from volunteering.missions.models import Capacity

EVENTS, MISSIONS, ASSOCIATIONS = (f"volunteering_{name}" for name in ("events", "missions", "associations"))


def listing(name, *groups, **query):
    return sign_in(*groups).get(reverse(f"{name}:index"), query)


def titles(response):
    return [each.get_text().strip() for each in soup(response).select("[data-listing-page-title] .title-wrapper")]


def crowd(factory, number, **traits):
    quarter = NeighbourhoodFactory()
    return [factory(neighbourhood=quarter, themes=[ThemeFactory()], **traits) for _each in range(number)]


def test_an_editor_comes_from_the_dashboard_to_a_new_event_in_one_click():
    client = sign_in()
    links = [link["href"] for link in soup(client.get(reverse("wagtailadmin_home"))).select(".v-start a")]
    assert reverse(f"{EVENTS}:choose_parent") in links
    response = client.get(reverse(f"{EVENTS}:choose_parent"))
    agenda = EventIndexPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:add", args=["volunteering", "eventpage", agenda.pk])


def test_an_editor_finds_the_new_event_button_in_the_listing():
    hrefs = [link.get("href") for link in soup(listing(EVENTS)).select("header a")]
    assert reverse(f"{EVENTS}:choose_parent") in hrefs


def test_a_reader_finds_no_button_for_a_new_event():
    hrefs = [link.get("href") for link in soup(listing(EVENTS, READER)).select("header a")]
    assert reverse(f"{EVENTS}:choose_parent") not in hrefs


def test_the_events_say_when_where_and_who(clock):
    association, quarter = AssociationFactory(title="Les Jardins"), NeighbourhoodFactory(name="La Plaine")
    EventFactory(organisers=[association], by_city=True, neighbourhood=quarter, status="full")
    row = plain(soup(listing(EVENTS)).select_one("tbody tr"))
    assert all(words in row for words in ("11 mars", "Les Jardins", "La Plaine"))


def test_a_cancelled_date_is_not_the_next_date(clock):
    event = EventFactory(weekly=True)
    cancel_occurrence(occurrence=event.occurrences.soonest().first(), reason="Grève", by=None)
    assert "18 mars" in text(listing(EVENTS))


@pytest.mark.parametrize(
    ("first", "told"), [(date(2026, 3, 1), "jusqu’au dimanche 29 mars"), (date(2026, 3, 10), "mardi 10 mars")]
)
def test_an_exhibition_under_way_says_until_when(first, told, clock):
    days = once(first, last_day=date(2026, 3, 29), all_day=True, start_time=None, end_time=None)
    EventFactory(children={"dates": [days]})
    shown = plain(soup(listing(EVENTS)).select_one("tbody tr"))
    assert told in shown
    assert ("jusqu" in shown) == told.startswith("jusqu")


def test_the_missions_say_how_many_places_are_left():
    mission = MissionFactory(children={"shifts": [shift(places=5)]})
    Capacity.objects.filter(mission=mission).update(taken=2)
    cells = [cell.get_text().strip() for cell in soup(listing(MISSIONS)).select("tbody td")]
    assert "3" in cells


def test_what_nobody_touched_for_a_year_is_marked():
    old, fresh = AssociationFactory(), AssociationFactory()
    long_ago = timezone.now() - timedelta(days=400)
    Page.objects.filter(pk=old.pk).update(latest_revision_created_at=long_ago)
    assert titles(listing(ASSOCIATIONS, freshness="stale")) == [old.title]
    marked = [row for row in soup(listing(ASSOCIATIONS)).select("tbody tr") if gettext("To check") in row.get_text()]
    assert [old.title in row.get_text() for row in marked] == [True]
    assert fresh.title in text(listing(ASSOCIATIONS))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"when": "week"}, {"next week"}),
        ({"when": "coming"}, {"next week", "in summer", "silent"}),
        ({"when": "over"}, {"last month"}),
        ({"when": "none"}, {"draft"}),
        ({"publication": "draft"}, {"draft"}),
        ({"publication": "live"}, {"next week", "in summer", "silent", "last month"}),
        ({"status": "full"}, {"in summer"}),
        ({"access": "missing"}, {"silent"}),
        ({"q": "summ"}, {"in summer"}),
    ],
)
def test_the_events_are_filtered(query, found, wagtail_indexes):
    today = timezone.localdate()
    said = {"access_mi": True}
    EventFactory(title="next week", **said, children={"dates": [once(today + timedelta(days=3))]})
    EventFactory(title="in summer", **said, status="full", children={"dates": [once(today + timedelta(days=90))]})
    EventFactory(title="silent", children={"dates": [once(today + timedelta(days=40))]})
    EventFactory(title="last month", **said, children={"dates": [once(today - timedelta(days=30))]})
    EventFactory(title="draft", **said, draft=True, children={})
    assert set(titles(listing(EVENTS, **query))) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"answers": "open"}, {"lonely", "joined"}),
        ({"answers": "nobody"}, {"lonely"}),
        ({"answers": "closed"}, {"closed"}),
        ({"when": "over"}, {"over"}),
        ({"when": "week"}, {"lonely", "joined", "closed"}),
        ({"commitment": "regular"}, {"joined"}),
    ],
)
def test_the_missions_are_filtered(query, found):
    soon = {"shifts": [shift(days=4)]}
    MissionFactory(title="lonely", children=soon)
    joined = MissionFactory(title="joined", commitment="regular", children={"shifts": [shift(days=4)]})
    Capacity.objects.filter(mission=joined).update(taken=1)
    MissionFactory(title="closed", signup_open=False, children={"shifts": [shift(days=4)]})
    MissionFactory(title="over", past=True)
    assert set(titles(listing(MISSIONS, **query))) == found


def test_what_waits_for_approval_is_a_filter():
    waiting = EventFactory(draft=True)
    EventFactory(draft=True)
    waiting.get_workflow().start(waiting, sign_in(AGENT).user)
    assert titles(listing(EVENTS, MODERATOR, publication="waiting")) == [waiting.title]


def test_the_listing_and_the_tree_of_pages_say_that_a_page_is_being_reviewed():
    event = EventFactory(draft=True)
    event.get_workflow().start(event, sign_in(AGENT).user)
    tree = sign_in().get(reverse("wagtailadmin_explore", args=[event.get_parent().pk]))
    for response in (listing(EVENTS, MODERATOR), tree):
        assert "en cours de modération" in plain(soup(response).select_one("tbody tr"))


def test_associations_stand_in_the_order_a_french_reader_expects():
    for title in ("Zèbre", "Élan", "avenir"):
        AssociationFactory(title=title)
    assert titles(listing(ASSOCIATIONS)) == ["avenir", "Élan", "Zèbre"]


def test_a_nonsense_filter_or_order_shows_the_whole_list():
    EventFactory()
    assert len(titles(listing(EVENTS, ordering="password", when="whenever", p="many"))) == 1


@pytest.mark.parametrize(
    ("name", "factory"), [(EVENTS, EventFactory), (MISSIONS, MissionFactory), (ASSOCIATIONS, AssociationFactory)]
)
def test_a_listing_costs_the_same_whatever_its_length(name, factory, django_assert_num_queries):
    client, url = sign_in(), reverse(f"{name}:index")
    crowd(factory, 2)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    crowd(factory, 6)
    with django_assert_num_queries(len(few)):
        client.get(url)


def test_the_explorer_costs_the_same_whatever_its_length(django_assert_num_queries):
    client, url = sign_in(), reverse("wagtailadmin_explore", args=[EventIndexPage.objects.get().pk])
    crowd(EventFactory, 2)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    crowd(EventFactory, 6)
    with django_assert_num_queries(len(few)):
        assert len(titles(client.get(url))) == 8


@pytest.mark.parametrize("title", ["=1+1", "+33 4", "-2", "@sum", "|calc", "＝1", "\t=1"])
def test_an_export_to_csv_runs_nothing(title):
    EventFactory(title=title, slug="risky")
    body = b"".join(listing(EVENTS, export="csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(body)))
    assert rows[1][0].startswith("'")
    assert len(rows) == 2


def test_an_export_to_csv_opens_with_its_accents():
    EventFactory(title="Fête")
    body = b"".join(listing(EVENTS, export="csv").streaming_content)
    assert body.startswith("\ufeff".encode())
    assert "Fête" in body.decode()


def test_an_export_says_yes_or_no_and_when_on_the_city_s_clock(clock):
    clock.move_to(datetime(2027, 6, 14, 23, 30, 12, tzinfo=UTC))
    EventFactory(title="Fête").save_revision()
    body = b"".join(listing(EVENTS, export="csv").streaming_content).decode("utf-8-sig")
    row = next(csv.reader(StringIO(body.splitlines()[1])))
    assert gettext("Yes") in row
    assert "2027-06-15 01:30:00" in row


def test_a_listing_without_a_match_says_how_to_go_on():
    EventFactory(title="Fête")
    response = listing(EVENTS, q="introuvable")
    assert titles(response) == []
    assert gettext("Nothing matches. Try one word of the title, or take a filter away.") in text(response)
    assert gettext("Show everything") not in text(listing(EVENTS))


def test_an_export_to_xlsx_keeps_a_formula_as_text():
    MissionFactory(title="=1+1", slug="risky")
    sheet = load_workbook(BytesIO(b"".join(listing(MISSIONS, export="xlsx").streaming_content))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "=1+1"


def test_an_export_has_only_what_was_filtered():
    AssociationFactory(title="Collectif", kind="collective")
    AssociationFactory(title="Autre")
    body = b"".join(listing(ASSOCIATIONS, kind="collective", export="csv").streaming_content).decode()
    assert "Collectif" in body
    assert "Autre" not in body


def test_an_export_has_no_address_an_association_does_not_publish():
    AssociationFactory(with_office=True)
    AssociationFactory(publishes_contact=True)
    body = b"".join(listing(ASSOCIATIONS, export="csv").streaming_content).decode()
    assert body.count("office@asso.example") == 1


@pytest.mark.parametrize("model", ["theme", "skill", "neighbourhood", "issue"])
def test_the_words_of_the_city_can_be_dragged_into_order(model):
    url = reverse(f"wagtailsnippets_volunteering_{model}:list")
    response = sign_in().get(url, {"ordering": "sort_order"})
    assert response.status_code == 200
