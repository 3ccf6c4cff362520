"""Nothing unpublished reaches anyone: a crawl of the public site hears no canary."""

import pytest
from django.urls import reverse

from tests.trust.crawl import Crawl, crawl
from tests.trust.flock import Flock
from tests.trust.roles import Role, browser


@pytest.fixture(scope="module")
def flock(lasting) -> Flock:
    return Flock()


@pytest.fixture(scope="module")
def site(flock) -> Crawl:
    return crawl(browser(Role.VISITOR))


def heard(flock: Flock, site: Crawl) -> list[str]:
    return [f"{flock.canaries.places[word]} on {pages[:3]}" for word in flock.canaries if (pages := site.saying(word))]


def test_a_visitor_hears_of_nothing_that_is_not_published(flock, site):
    assert not heard(flock, site)


@pytest.mark.parametrize("role", [Role.RESIDENT, pytest.param(Role.OTHER_ASSOCIATION, marks=pytest.mark.long)])
def test_whoever_is_signed_in_hears_only_of_what_is_for_people_who_are(flock, role):
    found = [line for line in heard(flock, crawl(browser(role))) if not line.startswith("private ")]
    assert found == []


def test_no_link_leads_to_a_page_that_is_not_published(flock, site):
    assert not {page.url for page in flock.hidden} & set(site.sources)


def test_no_link_of_the_site_leads_nowhere(site):
    assert not site.dead_ends


def test_whatever_is_public_can_be_reached(flock, site):
    assert {page.url for page in flock.public} <= set(site.answers)


def test_a_search_for_a_hidden_page_finds_nothing_of_it(flock):
    visitor = browser(Role.VISITOR)
    assert flock.association.url in visitor.get(reverse("volunteering:search"), {"q": flock.association.title}).text
    for page in flock.hidden:
        told = visitor.get(reverse("volunteering:search"), {"q": page.title}).text
        others = [word for word in flock.canaries if word in told and word != page.title]
        assert (page.url in told, others) == (False, []), flock.canaries.places[page.title]


@pytest.mark.parametrize("state", ["draft", "unpublished", "scheduled", "expired"])
def test_a_hidden_page_does_not_exist_for_who_knows_its_address(flock, state):
    visitor = browser(Role.VISITOR)
    pages = [page for page in flock.hidden if page.slug.startswith(f"hidden-{state}-")]
    assert [visitor.get(page.url).status_code for page in pages] == [404] * 5
