"""What is proposed while somebody types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory
from tests.pages import soup

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def proposed(client, clock):
    """[(group, [titles])]"""

    def ask(text: str) -> list[tuple[str, list[str]]]:
        page = soup(client.get(reverse("volunteering:suggestions"), {"q": text}))
        groups = page.select("[role=group]")
        return [(group["aria-label"], [each.text for each in group.select("[role=option]")]) for group in groups]

    return ask


@pytest.mark.parametrize("typed", ["gui", "GUITARE", "circle gui", "guitares", "guitrae"])
def test_a_page_is_proposed_from_the_first_letters_of_its_title_on(typed, proposed):
    AssociationFactory(title="Guitare circle")
    assert proposed(typed) == [("Associations", ["Guitare circle"])]


@pytest.mark.parametrize("typed", ["", "g", "zzz", "gui zzz"])
def test_nothing_is_proposed_for_too_little_or_for_what_is_nowhere(typed, proposed):
    AssociationFactory(title="Guitare circle")
    assert proposed(typed) == []


def test_at_most_eight_are_proposed_and_each_kind_has_its_share(proposed):
    for factory in (AssociationFactory, EventFactory, MissionFactory, NewsFactory):
        factory.create_batch(9, title="Guitare")
    assert [len(titles) for _group, titles in proposed("guit")] == [2, 2, 2, 2]


def test_one_kind_may_have_all_the_room(proposed):
    AssociationFactory.create_batch(9, title="Guitare")
    assert [len(titles) for _group, titles in proposed("guit")] == [8]


def test_a_suggestion_leads_to_its_page(client, clock):
    association = AssociationFactory(title="Guitare circle")
    option = soup(client.get(reverse("volunteering:suggestions"), {"q": "gui"})).select_one("[role=option]")
    assert option["data-url"] == association.url


@pytest.mark.parametrize("typed", ["guit", "guitrae", "circle guitrae"])
def test_suggestions_cost_at_most_three_queries(typed, client, clock):
    AssociationFactory.create_batch(5, title="Guitare circle")
    address = f"{reverse('volunteering:suggestions')}?q={typed}"
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    assert len(captured) <= 3
