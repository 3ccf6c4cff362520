"""Whatever is typed: an answer, never an error, never a write."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import AssociationFactory, EventFactory
from tests.trust.read_only import select_only

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

HOSTILE = [
    "",
    "   ",
    "\x00",
    "guitare\x00poterie",
    "'\"*():-^~",
    '"guitare" NEAR/2 poterie*',
    "title: guitare AND NOT (poterie OR",
    "guitare & !poterie | <-> (",
    "%' OR 1=1 --",
    "__%%__",
    "a" * 10_000,
    "guitare " * 2_000,
    "🎸" * 50,
    "\u202eeratiug",
    "غيتار",
    "ﬁnance ﷺ İstanbul ẞ",
    "e" + "\u0301" * 500,
    "\ud7ff\ue000\uffff\U0010ffff",
    "٤٢ 42 ４２",
]


@pytest.fixture
def answer(client, clock):
    EventFactory(title="Guitare")
    AssociationFactory(title="Guitare et poterie")

    def ask(text: str, name: str) -> int:
        with select_only() as written:
            response = client.get(reverse(f"volunteering:{name}"), {"q": text})
        assert not written
        return response.status_code

    # The first visitor makes the row of the city's settings.
    client.get(reverse("volunteering:search"))
    return ask


@pytest.mark.parametrize("name", ["search", "suggestions"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_no_words_break_the_search_or_make_it_write(text, name, answer):
    assert answer(text, name) == 200


@given(text=st.text(max_size=120))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_at_all_breaks_the_search(text, answer):
    text = text.encode("utf-8", "replace").decode()
    assert {answer(text, name) for name in ("search", "suggestions")} == {200}


def test_a_bad_byte_in_the_address_is_read_as_well_as_may_be(client):
    assert client.get(f"{reverse('volunteering:search')}?q=%ff%fe%00").status_code == 200


def test_the_search_answers_only_to_who_looks(client):
    assert client.post(reverse("volunteering:search"), {"q": "guitare"}).status_code == 405
