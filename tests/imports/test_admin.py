"""The imports' screens in the admin: send, look, confirm, read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import EditorFactory
from tests.imports.files import agenda_file, association, calendar_file, event, register_file, vevent
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.directory.models import AssociationPage
from volunteering.imports.models import ImportRun, RunStatus
from volunteering.imports.registry import IMPORTERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    """A site with the groups and indexes that `setup` makes."""
    call_command("setup", verbosity=0)


@pytest.fixture
def editor(client, site):
    client.force_login(EditorFactory())
    return client


@pytest.fixture
def send(editor, django_capture_on_commit_callbacks):
    """Send a file as an editor does; the job that reads it has run when this returns."""

    def post(source, path, **options):
        upload = SimpleUploadedFile(path.name, path.read_bytes())
        with django_capture_on_commit_callbacks(execute=True):
            return editor.post(address("upload", source), {"file": upload, "parent": index_of(source), **options})

    return post


def index_of(source):
    return IMPORTERS[source].index_model.objects.get().pk


def address(name, *args):
    return reverse(f"volunteering_imports:{name}", args=args)


def confirm(client, run, capture):
    with capture(execute=True):
        return client.post(address("confirm", run.pk))


def test_an_editor_sees_what_a_file_would_do_before_anything_is_written(editor, send, tmp_path):
    response = send("openagenda", agenda_file(tmp_path, event(), event(uid="2", title_fr="")), publish="on")

    shown = editor.get(response.url)
    assert ImportRun.objects.get().status == RunStatus.PREVIEWED
    assert [count["number"] for count in shown.context["counts"]] == [1, 1]
    assert [row["line"] for row in shown.context["refused"]] == [2]
    assert not EventPage.objects.exists()


def test_an_editor_confirms_and_reads_the_report_with_links_to_the_pages(
    editor, send, tmp_path, django_capture_on_commit_callbacks
):
    send("openagenda", agenda_file(tmp_path, event()), publish="on")
    run = ImportRun.objects.get()

    response = confirm(editor, run, django_capture_on_commit_callbacks)

    page = EventPage.objects.live().get()
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in editor.get(response.url).content.decode()
    assert page.owner == run.user


def test_an_editor_imports_the_associations_of_a_commune(editor, send, tmp_path, django_capture_on_commit_callbacks):
    send("rna", register_file(tmp_path, association()), communes="42999, 42001")

    confirm(editor, ImportRun.objects.get(), django_capture_on_commit_callbacks)

    assert not AssociationPage.objects.get().live


def test_an_editor_imports_a_calendar(editor, send, tmp_path, django_capture_on_commit_callbacks):
    send("ical", calendar_file(tmp_path, vevent("RRULE:FREQ=WEEKLY;COUNT=3")), publish="on")

    confirm(editor, ImportRun.objects.get(), django_capture_on_commit_callbacks)

    assert EventPage.objects.live().get().occurrences.count() == 3


def test_a_file_that_cannot_be_read_is_told_in_words_and_deleted(editor, send, tmp_path):
    path = agenda_file(tmp_path, event())
    path.write_text('{"records": [\n{"fields": }]}')

    response = send("openagenda", path)

    run = ImportRun.objects.get()
    assert (run.status, run.file.name) == (RunStatus.FAILED, "")
    assert run.message in editor.get(response.url).content.decode()
    assert "2" in run.message


@pytest.mark.parametrize(
    ("source", "name", "content"),
    [
        ("openagenda", "events.csv", b"{}"),
        ("openagenda", "events.json", b"PK\x03\x04"),
        ("openagenda", "events.json", b""),
        ("rna", "register.csv", b"nom;prenom"),
        ("ical", "calendar.ics", b"<html>"),
    ],
)
def test_a_file_of_another_kind_is_refused_at_the_door(editor, source, name, content):
    response = editor.post(
        address("upload", source),
        {"file": SimpleUploadedFile(name, content), "parent": index_of(source), "communes": "42999"},
    )

    assert "file" in response.context["form"].errors
    assert not ImportRun.objects.exists()


def test_a_file_over_the_limit_is_refused_at_the_door(editor, settings):
    settings.VOLUNTEERING = {"IMPORT_MAX_BYTES": 10}

    response = editor.post(
        address("upload", "openagenda"),
        {"file": SimpleUploadedFile("events.json", b"[" + b" " * 20 + b"]"), "parent": index_of("openagenda")},
    )

    assert "10" in str(response.context["form"].errors["file"])


@pytest.mark.parametrize("communes", ["", "Rivemont", "4299", "42999 x"])
def test_the_register_needs_codes_of_communes(editor, communes, tmp_path):
    upload = SimpleUploadedFile("r.csv", register_file(tmp_path, association()).read_bytes())

    response = editor.post(address("upload", "rna"), {"file": upload, "communes": communes, "parent": index_of("rna")})

    assert "communes" in response.context["form"].errors


def test_a_confirmed_import_cannot_be_confirmed_or_given_up_again(
    editor, send, tmp_path, django_capture_on_commit_callbacks
):
    send("openagenda", agenda_file(tmp_path, event()))
    run = ImportRun.objects.get()
    confirm(editor, run, django_capture_on_commit_callbacks)

    confirm(editor, run, django_capture_on_commit_callbacks)
    editor.post(address("give_up", run.pk))

    assert ImportRun.objects.get().status == RunStatus.DONE
    assert EventPage.objects.count() == 1


def test_giving_up_deletes_the_file_and_writes_nothing(editor, send, tmp_path):
    send("openagenda", agenda_file(tmp_path, event()))
    run = ImportRun.objects.get()
    storage, name = run.file.storage, run.file.name

    editor.post(address("give_up", run.pk))

    assert not storage.exists(name)
    assert not ImportRun.objects.exists()


def test_the_file_has_a_name_nobody_can_guess_and_is_gone_after_the_import(
    editor, send, tmp_path, django_capture_on_commit_callbacks
):
    send("openagenda", agenda_file(tmp_path, event()))
    run = ImportRun.objects.get()
    storage, name = run.file.storage, run.file.name

    confirm(editor, run, django_capture_on_commit_callbacks)

    assert "events" not in name
    assert not name.endswith(".json")
    assert not storage.exists(name)


def test_looking_at_an_import_cannot_start_it(editor, send, tmp_path):
    send("openagenda", agenda_file(tmp_path, event()))

    assert editor.get(address("confirm", ImportRun.objects.get().pk)).status_code == 405
    assert not EventPage.objects.exists()


@pytest.mark.parametrize("status", RunStatus.values)
def test_every_state_of_an_import_can_be_looked_at(editor, status):
    run = ImportRun.objects.create(source="ical", file_name="a.ics", status=status, message="Voilà.", total=9, done=3)

    for name in ("run", "progress"):
        assert editor.get(address(name, run.pk)).status_code == 200


def test_the_progress_bar_tells_how_far_the_job_is(editor):
    run = ImportRun.objects.create(source="ical", file_name="a.ics", status=RunStatus.RUNNING, total=90, done=30)

    shown = editor.get(address("progress", run.pk)).content.decode()

    assert 'max="90" value="30"' in shown


@pytest.mark.parametrize("group", ["Agent d'accueil", "Lecture seule"])
def test_someone_who_may_not_import_cannot_see_or_do_anything_here(client, site, group, tmp_path):
    client.force_login(EditorFactory(groups=[group]))
    run = ImportRun.objects.create(source="openagenda", file_name="a.json", status=RunStatus.PREVIEWED)

    for name, *args in (("index",), ("upload", "openagenda"), ("run", run.pk), ("progress", run.pk)):
        assert client.get(address(name, *args)).status_code == 302
    for name in ("confirm", "give_up"):
        client.post(address(name, run.pk))
    assert ImportRun.objects.get().status == RunStatus.PREVIEWED


def test_the_menu_shows_imports_only_to_those_who_may(editor, client):
    assert address("index") in editor.get(reverse("wagtailadmin_home")).content.decode()
    client.force_login(EditorFactory(groups=["Lecture seule"]))
    assert address("index") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_pages_cannot_be_imported_under_a_page_that_was_not_offered(editor, tmp_path):
    elsewhere = EventIndexPage.objects.get().get_parent()
    upload = SimpleUploadedFile("e.json", agenda_file(tmp_path, event()).read_bytes())

    response = editor.post(address("upload", "openagenda"), {"file": upload, "parent": elsewhere.pk})

    assert "parent" in response.context["form"].errors


def test_the_list_of_imports_takes_the_same_queries_for_one_as_for_twenty(editor, django_assert_num_queries):
    ImportRun.objects.create(source="ical", file_name="a.ics")
    with CaptureQueriesContext(
        connection,
    ) as first:
        editor.get(address("index"))
    ImportRun.objects.bulk_create(ImportRun(source="ical", file_name=f"{n}.ics") for n in range(19))

    with django_assert_num_queries(len(first)):
        editor.get(address("index"))
