"""The words of the filters of the lists."""

import pytest

from tests.factories import AssociationFactory, EventFactory, MissionFactory
from tests.pages import words
from volunteering.search import filtering

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.mark.parametrize("frequent", [0, 1_000], ids=["each row is asked", "the pages are listed"])
@pytest.mark.parametrize(
    ("factory", "address"),
    [(EventFactory, "/agenda/"), (AssociationFactory, "/associations/"), (MissionFactory, "/missions/")],
)
def test_a_list_holds_what_has_all_the_words(frequent, factory, address, clock, found_city, client, monkeypatch):
    monkeypatch.setattr(filtering, "FREQUENT", frequent)
    for title in ("Jardin du port", "Jardin des roses", "Port de plaisance"):
        factory(title=title)
    told = words(client.get(f"{address}?q=jardins+port"), ".v-found")
    assert "Jardin du port" in told
    assert "Jardin des roses" not in told
    assert "plaisance" not in told
