"""Where people find the feeds: in lists and beside dates, in frames on other sites, in the sitemap."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import (
    AssociationFactory,
    AssociationIndexFactory,
    EventFactory,
    EventIndexFactory,
    MissionFactory,
    MissionIndexFactory,
    ThemeFactory,
)
from tests.pages import queries, soup, words
from volunteering.agenda.actions import cancel_occurrence

pytestmark = pytest.mark.django_db

LISTS = {"agenda": EventIndexFactory, "missions": MissionIndexFactory, "associations": AssociationIndexFactory}


@pytest.fixture(params=LISTS)
def kind(request) -> str:
    return request.param


def links(page, selector):
    return {link["href"]: link.get_text(strip=True) for link in page.select(selector)}


def test_a_feed_reader_finds_the_feeds_of_a_list(client, kind):
    LISTS[kind]()
    ThemeFactory(slug="sport")

    found = links(soup(client.get(f"/{kind}/?theme=sport&page=1")), 'link[rel="alternate"]')

    assert f"/engagement/{kind}.rss?theme=sport" in found
    assert all(client.get(address).status_code == 200 for address in found)


def test_a_reader_can_subscribe_under_a_list(client, kind):
    LISTS[kind]()
    ThemeFactory(slug="sport")

    found = links(soup(client.get(f"/{kind}/?theme=sport")), ".v-subscribe a")

    assert ("webcal://testserver/engagement/agenda.ics?theme=sport" in found) is (kind == "agenda")
    local = [address for address in found if not address.startswith("webcal:")]
    assert [client.get(address).status_code for address in local] == [200] * len(local)
    assert any("embed" in address and "sport" in address for address in local)


def test_a_visitor_puts_one_date_or_all_into_a_calendar(client, clock):
    event = EventFactory(weekly=True)
    cancel_occurrence(occurrence=event.occurrences.soonest().first(), reason="Neige", by=None)

    page = soup(client.get(event.url))

    dates = [date.uid for date in event.occurrences.soonest()[:10]]
    assert list(links(page, ".v-slot__add a")) == [f"/engagement/date/{uid}.ics" for uid in dates[1:]]
    assert page.select_one(f'a[href="webcal://testserver/engagement/event/{event.translation_key}.ics"]')


def test_an_event_with_one_date_offers_no_series(client):
    assert "webcal:" not in client.get(EventFactory().url).content.decode()


def test_a_frame_shows_the_next_items_on_any_site(client, kind):
    LISTS[kind]()
    title = {"agenda": EventFactory, "missions": MissionFactory, "associations": AssociationFactory}[kind]().title

    response = client.get(f"/engagement/embed/{kind}/")

    assert title in words(response)
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response


def test_no_other_address_may_be_framed_elsewhere(client, kind):
    LISTS[kind]()

    for address in (f"/{kind}/", "/engagement/embed/", "/engagement/agenda.ics"):
        response = client.get(address)
        assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_frame_has_filters_of_its_own(client):
    EventFactory(title="Course", themes=[ThemeFactory(slug="sport", name="Sport")])
    EventFactory(title="Chorale")

    page = soup(client.get("/engagement/embed/agenda/?theme=sport"))

    assert [title.get_text(strip=True) for title in page.select(".v-card__title")] == ["Course"]
    assert page.select_one('select[name="theme"] option[selected]')["value"] == "sport"
    assert not page.select("script:not([src]), style, [style]")


def test_whoever_chooses_all_in_a_frame_gets_all(client):
    EventFactory(title="Chorale")

    page = soup(client.get("/engagement/embed/agenda/?theme=&neighbourhood="))

    assert page.select_one(".v-card__title").get_text(strip=True) == "Chorale"
    assert not page.select('[role="status"]')


def test_a_frame_ignores_what_is_gone_and_says_so(client):
    EventFactory(title="Chorale")

    said = words(client.get("/engagement/embed/agenda/?theme=gone"))

    assert "gone" in said
    assert "Chorale" in said


def test_a_frame_costs_the_same_queries_whatever_the_city(client, kind):
    make = {"agenda": EventFactory, "missions": MissionFactory, "associations": AssociationFactory}[kind]
    make()
    few = queries(client, f"/engagement/embed/{kind}/")
    for _number in range(3):
        make(themes=[ThemeFactory()])

    assert queries(client, f"/engagement/embed/{kind}/") == few <= 16


def test_the_lines_to_copy_show_what_was_chosen(client, kind):
    ThemeFactory(slug="sport", name="Sport")

    page = soup(client.get(f"/engagement/embed/?list={kind}&theme=sport"))

    code = page.select_one("textarea").get_text()
    assert f'src="http://localhost/engagement/embed/{kind}/?theme=sport"' in code
    assert 'src="http://localhost/static/volunteering/js/embed.js"' in code
    assert page.select_one('select[name="list"] option[selected]')["value"] == kind


def sitemap(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}


def test_the_sitemap_knows_the_events_to_come_and_when_they_changed(client, clock):
    event, over = EventFactory(weekly=True), EventFactory(past=True)
    before = sitemap(client)
    clock.shift(timedelta(days=2))
    cancel_occurrence(occurrence=event.occurrences.soonest().first(), reason="Neige", by=None)

    after = sitemap(client)

    address = f"http://localhost{event.url}"
    assert (before[address], after[address]) == ("2026-03-04", "2026-03-06")
    assert f"http://localhost{over.url}" not in after
    assert after["http://localhost/agenda/"]


def test_the_sitemap_asks_for_all_dates_at_once(client, django_assert_num_queries):
    EventFactory()
    sitemap(client)
    with django_assert_num_queries(20, exact=False) as few:
        sitemap(client)
    for _number in range(3):
        EventFactory()
    with django_assert_num_queries(len(few)):
        sitemap(client)


def test_a_frame_shows_nothing_that_only_some_may_read(client):
    event = EventFactory()
    PageViewRestriction.objects.create(page=event.get_parent(), restriction_type=PageViewRestriction.LOGIN)

    assert event.title not in words(client.get("/engagement/embed/agenda/"))
