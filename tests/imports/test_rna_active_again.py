"""The register called an association dissolved, and changes its mind."""

import pytest

from tests.imports.files import association, import_register, register_file
from volunteering.directory.models import AssociationPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def revived(tmp_path):
    """Imports the association as active, dissolved, then active again; what is asked for in between happens."""

    def run(between=lambda page: None, row=None, **options):
        import_register(register_file(tmp_path, association()))
        import_register(register_file(tmp_path, association(position="D")))
        between(AssociationPage.objects.get())
        (told,) = import_register(register_file(tmp_path, association(**row or {})), **options).rows
        return told, AssociationPage.objects.get()

    return run


def test_an_association_that_is_active_again_is_published_again(revived, tmp_path):
    told, page = revived()
    assert (told.outcome, told.reason, page.live) == ("updated", "Active again: its page is public again.", True)
    (again,) = import_register(register_file(tmp_path, association())).rows
    assert (again.outcome, again.reason) == ("unchanged", "")


def test_an_association_that_is_active_again_waits_for_an_import_that_publishes(revived, tmp_path):
    told, page = revived(publish=False, row={"adrs_numvoie": "14"})
    assert (page.live, "stays unpublished" in told.reason) == (False, True)
    import_register(register_file(tmp_path, association(adrs_numvoie="14")))
    assert AssociationPage.objects.get().live


def edited(page):
    page.summary = "Pas encore prêt."
    page.save_revision()


def republished_and_taken_down(page):
    page.get_latest_revision().publish()
    AssociationPage.objects.get().unpublish()


@pytest.mark.parametrize("between", [edited, republished_and_taken_down])
def test_an_association_that_somebody_worked_on_meanwhile_stays_down(revived, between):
    told, page = revived(between)
    assert (told.outcome, page.live) == ("unchanged", False)
    assert told.reason == "Active again, but its page stays unpublished: look at it, then publish it."
