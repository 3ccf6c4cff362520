"""Accents, plurals and slips of the finger, through the index: the same on every database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import AssociationFactory
from tests.search.edits import edits
from volunteering.search.actions import build_index
from volunteering.search.hits import find
from volunteering.search.questions import understand
from volunteering.search.registry import kinds
from volunteering.search.words import fold

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

TITLE = "Élèves musiciens, danseuses et jardinières du château"
WORDS = ["Élèves", "musiciens", "danseuses", "jardinières", "château"]


def found(typed: str) -> list[int]:
    associations = next(kind for kind in kinds() if kind.name == "associations")
    return find(associations, understand(typed), hidden=[])


@pytest.fixture
def association(db):
    return AssociationFactory(title=TITLE, summary="Un club.")


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_one_slip_in_a_word_of_a_title_still_finds_it(data, association):
    typed = data.draw(st.sampled_from(WORDS).flatmap(lambda word: edits(fold(word))))
    assert found(typed) == [association.pk], typed


@pytest.mark.parametrize(
    "typed", ["eleve", "ÉLÈVES", "musicienne", "danseur", "jardinier", "châteaux", "chateaus jardin"]
)
def test_accents_plural_and_feminine_do_not_matter(typed, association):
    assert found(typed) == [association.pk]


@pytest.mark.parametrize("typed", ["piscine", "elixir", "musiciens piscine", "xyz"])
def test_another_word_does_not_find_it(typed, association):
    assert found(typed) == []


def test_all_the_nearest_words_count(db):
    one, other = AssociationFactory(title="Poule"), AssociationFactory(title="Boule")
    assert set(found("zoule")) == {one.pk, other.pk}


def test_a_known_word_is_never_corrected(db):
    AssociationFactory(title="Poule")
    boule = AssociationFactory(title="Boule")
    assert found("boule") == [boule.pk]


def test_several_pages_come_in_the_same_order_on_every_database(db):
    """Written out, so that both databases are held to the same answer."""
    titles = ["Chœur de l’été", "Été sportif", "Le chœur", "L’ÉTÉ en chœur", "Étés d’ailleurs"]
    pages = {AssociationFactory(title=title, body=f"<p>été numéro {n}</p>").pk: title for n, title in enumerate(titles)}
    build_index()
    assert [pages[pk] for pk in found("ete")] == [
        "Chœur de l’été",
        "Été sportif",
        "Étés d’ailleurs",
        "L’ÉTÉ en chœur",
        "Le chœur",
    ]
    assert [pages[pk] for pk in found("choeur ete")] == ["Chœur de l’été", "L’ÉTÉ en chœur", "Le chœur"]
