"""`manage.py import_…`: what is told, and the exit code."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from tests.factories import AssociationIndexFactory, EventIndexFactory
from tests.imports.files import agenda_file, association, calendar_file, event, register_file, vevent
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def counts(out: str) -> dict[str, int]:
    """The table at the end: outcome → number."""
    lines = [line.split(None, 1) for line in out.strip().splitlines()[-6:]]
    return {name: int(number) for number, name in lines}


def test_the_table_counts_every_outcome_and_faulty_rows_are_told_with_their_reason(tmp_path, capsys):
    EventIndexFactory()

    call_command("import_openagenda", agenda_file(tmp_path, event(), event(uid="2", title_fr="")))

    out = capsys.readouterr().out
    assert counts(out) == {"Created": 1, "Updated": 0, "Unchanged": 0, "Unpublished": 0, "Left out": 0, "Refused": 1}
    assert "event      2" in out
    assert "title: there is nothing under “title_fr”. Fill it in, then import the file again." in out


def test_a_dry_run_says_so_and_writes_nothing(tmp_path, capsys):
    EventIndexFactory()

    call_command("import_openagenda", agenda_file(tmp_path, event()), dry_run=True)

    assert "nothing was written" in capsys.readouterr().out
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(("options", "live"), [({}, True), ({"draft": True}, False)])
def test_events_are_published_unless_drafts_are_asked_for(tmp_path, options, live):
    EventIndexFactory()

    call_command("import_openagenda", agenda_file(tmp_path, event()), **options)

    assert EventPage.objects.get().live == live


@pytest.mark.parametrize(("options", "live"), [({}, False), ({"publish": True}, True)])
def test_associations_are_drafts_unless_publishing_is_asked_for(tmp_path, options, live):
    AssociationIndexFactory()

    call_command("import_rna", register_file(tmp_path, association()), commune=["42999"], **options)

    assert AssociationPage.objects.get().live == live


def test_a_calendar_is_imported(tmp_path):
    EventIndexFactory()

    call_command("import_ical", calendar_file(tmp_path, vevent()))

    assert EventPage.objects.get().live


def test_a_field_that_was_kept_is_told(tmp_path, capsys):
    EventIndexFactory()
    call_command("import_openagenda", agenda_file(tmp_path, event(conditions_fr="5 €")))
    EventPage.objects.update(price="Prix libre")

    call_command("import_openagenda", agenda_file(tmp_path, event(conditions_fr="6 €")))

    assert "kept, edited here: price" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_ends_with_an_error(tmp_path):
    EventIndexFactory()
    path = agenda_file(tmp_path, event())
    path.write_text("no")

    with pytest.raises(CommandError, match="Line 1"):
        call_command("import_openagenda", path)


@pytest.mark.parametrize("commune", ["Rivemont", "4299", "2C123"])
def test_a_postcode_or_a_name_is_no_insee_code(tmp_path, commune):
    with pytest.raises(CommandError, match="INSEE"):
        call_command("import_rna", register_file(tmp_path, association()), commune=[commune])


def test_a_site_without_an_agenda_is_told_what_to_do(tmp_path):
    with pytest.raises(CommandError, match=r"manage\.py setup"):
        call_command("import_openagenda", agenda_file(tmp_path, event()))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(CommandError, match="no file"):
        call_command("import_openagenda", tmp_path / "nowhere.json")


def test_another_index_page_can_be_chosen(tmp_path):
    index = EventIndexFactory()

    call_command("import_openagenda", agenda_file(tmp_path, event()), parent=index.pk)

    assert EventPage.objects.child_of(index).exists()


def test_a_page_that_is_no_agenda_cannot_be_chosen(tmp_path):
    with pytest.raises(CommandError, match="agenda"):
        call_command("import_openagenda", agenda_file(tmp_path, event()), parent=AssociationIndexFactory().pk)
