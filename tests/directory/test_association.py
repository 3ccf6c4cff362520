import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from tests.factories import AssociationFactory, AssociationIndexFactory, MissionFactory
from volunteering.directory.models import AssociationPage

pytestmark = pytest.mark.django_db


def test_an_rna_number_is_kept_without_its_spaces():
    assert AssociationFactory(rna="w42 300 1234").rna == "W423001234"


@pytest.mark.parametrize("number", ["W12", "423001234", "W42300123456", "W42300123é"])
def test_a_wrong_rna_number_is_refused(number):
    with pytest.raises(ValidationError, match="W423001234"):
        AssociationFactory(rna=number)


def test_an_overseas_rna_number_is_accepted():
    assert AssociationFactory(rna="W9T1002867").rna == "W9T1002867"


def test_a_siret_number_that_does_not_add_up_is_refused():
    with pytest.raises(ValidationError, match="14"):
        AssociationFactory(siret="73282932000075")


def test_a_right_siret_number_is_kept():
    assert AssociationFactory(siret="732 829 320 00074").siret == "73282932000074"


def test_the_office_stays_private_until_the_association_ticks():
    association = AssociationFactory(with_office=True)
    assert (association.public_email, association.public_phone) == ("", "")


def test_the_office_is_public_once_the_association_ticks():
    assert AssociationFactory(publishes_contact=True).public_email == "office@asso.example"


def test_associations_are_sorted_as_a_french_reader_expects():
    for title in ("Zèbre", "Élan", "Eau vive", "école des parents"):
        AssociationFactory(title=title)
    titles = [page.title for page in AssociationPage.objects.alphabetical()]
    assert titles == ["Eau vive", "école des parents", "Élan", "Zèbre"]


def test_the_point_on_the_map_is_repeated_as_numbers():
    association = AssociationFactory(located=True)
    assert (association.lat, association.lng) == (45.9, 4.06)


def test_an_association_lives_beneath_its_directory_only():
    assert AssociationPage.allowed_parent_page_models()[0].__name__ == "AssociationIndexPage"
    assert not AssociationPage.allowed_subpage_models()


def test_a_directory_cannot_hold_missions():
    index = AssociationIndexFactory()
    assert not MissionFactory._meta.model.can_create_at(index)
    assert not AssociationPage.can_create_at(Page.objects.get(depth=1))


def test_a_draft_association_is_not_published():
    AssociationFactory(draft=True)
    assert not AssociationPage.objects.published().exists()


@pytest.mark.parametrize("year", [74, 999, 2999])
def test_a_year_that_cannot_be_true_is_refused(year):
    with pytest.raises(ValidationError, match="1974"):
        AssociationFactory(founded=year)


def test_an_association_founded_this_year_is_welcome(clock):
    assert AssociationFactory(founded=2026).founded == 2026
