"""Associations from the national register."""

import json
from time import perf_counter

import pytest
from wagtail.models import PageLogEntry, Revision

from tests.factories import AssociationFactory, ThemeFactory
from tests.imports.files import (
    HEADER,
    REAL_REGISTER,
    association,
    import_register,
    line_of,
    register_file,
    with_real_files,
)
from volunteering.directory.models import AssociationPage
from volunteering.imports.reading import Unreadable
from volunteering.imports.rna import RnaImporter

pytestmark = pytest.mark.django_db
MAYOTTE = ("97611", "97612", "97614")


@with_real_files
def test_the_real_rows_bring_the_active_ones_and_leave_the_dissolved_out():
    report = import_register(REAL_REGISTER, *MAYOTTE)

    assert (report.counts["created"], report.counts["left_out"], report.others) == (2, 2, 0)
    page = AssociationPage.objects.get(rna="W9T1002867")
    assert (page.title, page.founded) == ("La Vie d'un Agriculteur & la Vie d'un Animal", 2015)
    assert (page.address, page.postal_code) == ("Hamjago, 16 Dallage Iliassa, quartier Magoujou", "97630")
    assert page.summary.startswith("Protéger la culture et les makis")


@with_real_files
def test_importing_the_real_rows_again_changes_nothing():
    import_register(REAL_REGISTER, *MAYOTTE)
    before = (Revision.objects.count(), PageLogEntry.objects.count())

    assert import_register(REAL_REGISTER, *MAYOTTE).counts["unchanged"] == 2
    assert (Revision.objects.count(), PageLogEntry.objects.count()) == before


def test_only_the_communes_asked_for_are_imported(tmp_path):
    other = association(id="W429000002", adrs_codeinsee="42001")

    report = import_register(register_file(tmp_path, association(), other))

    assert (report.counts["created"], report.others) == (1, 1)


@pytest.mark.parametrize(("publish", "live"), [(False, False), (True, True)])
def test_an_association_waits_as_a_draft_unless_asked_otherwise(tmp_path, publish, live):
    import_register(register_file(tmp_path, association()), publish=publish)

    assert AssociationPage.objects.get().live == live


def test_drafts_of_an_import_are_published_by_importing_again_with_the_option(tmp_path):
    path = register_file(tmp_path, association())
    import_register(path, publish=False)

    assert import_register(path, publish=True).counts["updated"] == 1
    assert AssociationPage.objects.get().live


def test_an_association_somebody_took_down_cannot_come_back_by_an_import(tmp_path):
    path = register_file(tmp_path, association())
    import_register(path)
    AssociationPage.objects.get().unpublish()

    report = import_register(register_file(tmp_path, association(objet="autre chose")))

    assert report.counts["updated"] == 1
    assert not AssociationPage.objects.get().live


def test_what_the_register_holds_on_people_cannot_reach_a_page(tmp_path):
    secret = "Canari"
    people = {
        name: secret
        for name in HEADER.split(";")
        if name.startswith("adrg_") or name in {"dir_civilite", "observation", "gestion"}
    }
    row = association(
        **people, objet="aider, écrire à canari@free.example ou au 06 12 34 56 78", adrs_complement="chez M. Canari"
    )

    import_register(register_file(tmp_path, row))

    page = AssociationPage.objects.get()
    written = json.dumps([page.serializable_data(), *Revision.objects.values_list("content", flat=True)], default=str)
    assert not any(word in written for word in ("Canari", "canari", "06 12"))


@pytest.mark.parametrize(
    ("site", "consent", "kept"),
    [
        ("www.port.example", "1", "http://www.port.example"),
        ("https://port.example", "1", "https://port.example"),
        ("https://port.example", "0", ""),
        ("canari@free.example", "1", ""),
        ("javascript:alert(1)", "1", ""),
        ("//evil.example", "1", ""),
    ],
)
def test_a_website_is_published_only_with_consent_and_when_it_is_one(tmp_path, site, consent, kept):
    import_register(register_file(tmp_path, association(siteweb=site, publiweb=consent)))

    assert AssociationPage.objects.get().website == kept


@pytest.mark.parametrize(("number", "kept"), [("73282932000074", "73282932000074"), ("73282932000075", ""), ("12", "")])
def test_a_siret_number_is_kept_only_when_it_adds_up(tmp_path, number, kept):
    import_register(register_file(tmp_path, association(siret=number)))

    assert AssociationPage.objects.get().siret == kept


def test_the_codes_of_the_purpose_become_the_citys_themes(tmp_path):
    for slug in ("animaux", "education", "sport"):
        ThemeFactory(slug=slug)

    import_register(register_file(tmp_path, association(objet_social1="024026", objet_social2="015005")))

    assert {theme.slug for theme in AssociationPage.objects.get().themes.all()} == {"animaux", "education"}


@pytest.mark.parametrize("gone", [{"position": "D"}, {"position": "S"}, {"date_disso": "2020-09-30"}])
def test_a_dissolved_association_is_unpublished_with_the_reason_and_never_deleted(tmp_path, gone):
    import_register(register_file(tmp_path, association()))

    report = import_register(register_file(tmp_path, association(**gone)))

    page = AssociationPage.objects.get()
    entry = PageLogEntry.objects.get(page=page, action="volunteering.import.withdraw")
    assert (report.counts["unpublished"], page.live) == (1, False)
    assert "register" in entry.data["reason"]


def test_a_dissolved_association_is_unpublished_only_once(tmp_path):
    import_register(register_file(tmp_path, association()))
    path = register_file(tmp_path, association(position="D"))
    import_register(path)

    assert import_register(path).counts["unchanged"] == 1


def test_an_association_typed_in_by_hand_is_adopted_and_keeps_what_was_typed(tmp_path):
    typed = AssociationFactory(title="Les Amis du port", rna="W429000001", city="Rivemont")

    report = import_register(register_file(tmp_path, association()))

    page = AssociationPage.objects.get()
    assert (page.pk, page.title, page.city) == (typed.pk, "Les Amis du port", "Rivemont")
    assert (page.founded, page.from_register) == (1998, False)
    assert {"title", "town", "summary"} <= set(report.kept[0].kept)


def test_two_pages_with_the_same_number_are_left_for_a_person_to_sort_out(tmp_path):
    for _number in range(2):
        AssociationFactory(rna="W429000001")

    (row,) = import_register(register_file(tmp_path, association())).of("refused")

    assert "Two pages" in row.reason


@pytest.mark.parametrize(
    ("faulty", "word"),
    [
        ({"id": "429000001"}, "RNA"),
        ({"titre": ""}, "name"),
        ({"date_creat": "1998-02-30"}, "date of creation: “1998-02-30” is not a date like 1998-03-02."),
        ({"position": "X"}, "position"),
        ({"adrs_codepostal": "4" * 30}, "postcode"),
    ],
)
def test_a_faulty_line_is_refused_with_its_number_and_the_others_go_on(tmp_path, faulty, word):
    path = register_file(tmp_path, association(id="W429000002"), association(**faulty))

    report = import_register(path)

    (row,) = report.of("refused")
    assert (row.line, report.counts["created"]) == (3, 1)
    assert word in row.reason


def test_a_line_with_too_many_columns_is_refused_with_its_number(tmp_path):
    broken = line_of(association(titre="LES AMIS; DU PORT"))

    (row,) = import_register(register_file(tmp_path, broken)).of("refused")

    assert (row.line, "40 columns" in row.reason) == (2, True)


def test_a_stray_quote_spoils_neither_its_line_nor_the_next(tmp_path):
    rows = [association(titre='"LES AMIS'), association(id="W429000002", titre='LE "PORT"')]

    assert import_register(register_file(tmp_path, *rows)).counts["created"] == 2


def test_quoted_columns_and_a_byte_order_mark_are_read(tmp_path):
    quoted = [";".join(f'"{cell}"' for cell in line.split(";")) for line in (HEADER, line_of(association()))]

    assert import_register(register_file(tmp_path, quoted[1], header="\ufeff" + quoted[0])).counts["created"] == 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "latin-1"])
def test_accents_are_right_in_both_encodings_of_the_wild(tmp_path, encoding):
    import_register(register_file(tmp_path, association(titre="Fête à l'étang"), encoding=encoding))

    assert AssociationPage.objects.get().title == "Fête à l'étang"


def test_a_file_in_two_encodings_is_refused_with_the_line_and_nothing_is_written(tmp_path):
    path = register_file(tmp_path, association(titre="Fête"), association(id="W429000002", titre="Éte"))
    path.write_bytes(path.read_bytes().replace("Éte".encode(), b"\xc9te"))

    with pytest.raises(Unreadable, match="Line 3"):
        import_register(path)
    assert not AssociationPage.objects.exists()


def test_a_file_without_the_registers_columns_is_refused_as_a_whole(tmp_path):
    with pytest.raises(Unreadable, match=r"Line 1: .*adrs_codeinsee"):
        import_register(register_file(tmp_path, "a;b", header="id;titre"))


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path, settings):
    settings.VOLUNTEERING = {"IMPORT_MAX_BYTES": 100}

    with pytest.raises(Unreadable, match="at most"):
        import_register(register_file(tmp_path, association()))


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_department_of_fifty_thousand_lines_is_scanned_in_seconds(tmp_path, encoding):
    other = line_of(association(titre="FÊTE", adrs_codeinsee="42001", objet="aider " * 80))
    path = register_file(tmp_path, *([other] * 50_000), association(), encoding=encoding)
    start = perf_counter()

    rows = RnaImporter(communes=frozenset(["42999"])).read(path)

    assert (len(rows), rows.others) == (1, 50_000)
    assert perf_counter() - start < 5


@pytest.mark.parametrize("created", ["0201-03-02", "2998-03-02"])
def test_a_year_that_cannot_be_true_is_left_out_of_an_association(tmp_path, created):
    report = import_register(register_file(tmp_path, association(date_creat=created)))
    assert report.counts["created"] == 1
    assert AssociationPage.objects.get().founded is None
