"""Which records may be of the same association."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AssociationFactory
from volunteering.directory.duplicates import Reason, likely_duplicates, likeness

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
RNA, SIRET = "W423001234", "73282932000074"


def found(title="", *, rna="", siret="", exclude_pk=None):
    pages = likely_duplicates(title=title, rna=rna, siret=siret, exclude_pk=exclude_pk)
    return [(page.title, reason) for page, reason in pages]


def test_the_same_number_is_found_whatever_the_name_and_however_it_is_typed():
    AssociationFactory(title="Ancien nom", rna=RNA)
    AssociationFactory(title="Autre", siret=SIRET)
    assert found("Nouveau", rna="w42 300 1234") == [("Ancien nom", Reason.RNA)]
    assert found("Nouveau", siret="732 829 320 00074") == [("Autre", Reason.SIRET)]


@pytest.mark.parametrize(
    "typed",
    [
        "Les Jardins partagés des Tanneries",
        "jardins partages des tanneries",
        "Jardin partagé des Tanneries",
        "Association Les Jardins partagés des Taneries",
        "LES JARDINS PARTAGÉS – TANNERIES",
    ],
)
def test_nearly_the_same_name_is_found(typed):
    AssociationFactory(title="Les Jardins partagés des Tanneries")
    AssociationFactory(title="Les Sentinelles du fleuve")
    assert found(typed) == [("Les Jardins partagés des Tanneries", Reason.TITLE)]


@pytest.mark.parametrize("typed", ["Club de tennis de Rivemont", "Rivemont accueille", "Comité des fêtes", "", "—"])
def test_another_association_of_the_same_town_is_not_taken_for_one(typed):
    AssociationFactory(title="Club de pétanque de Rivemont")
    assert found(typed) == []


def test_a_draft_counts_and_the_record_itself_does_not():
    page = AssociationFactory(title="Le Tournevis", draft=True)
    assert found("Tournevis") == [("Le Tournevis", Reason.TITLE)]
    assert found("Tournevis", exclude_pk=page.pk) == []


def test_at_most_five_are_named_those_with_the_same_number_first():
    for number in range(7):
        AssociationFactory(title=f"Le Tournevis {number}")
    AssociationFactory(title="Sans rapport", rna=RNA)
    told = found("Le Tournevis", rna=RNA)
    assert (len(told), told[0]) == (5, ("Sans rapport", Reason.RNA))


def test_looking_costs_three_queries_however_many_there_are():
    AssociationFactory.create_batch(12)
    with CaptureQueriesContext(connection) as captured:
        likely_duplicates(title="Association 3", rna=RNA, siret=SIRET, exclude_pk=None)
    assert len(captured) == 3


def test_the_order_of_the_words_does_not_matter_and_everyday_words_do_not_count():
    assert likeness("Club de pétanque des Tanneries", "Pétanque Tanneries") == 1
    assert likeness("", "Pétanque") == 0
