"""The imports' screens in Chromium: with a bar that moves, and without JavaScript."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.sweep import sweep
from tests.factories import EditorFactory
from tests.imports.files import agenda_file, event
from volunteering.agenda.models import EventPage
from volunteering.imports.models import ImportRun, RunStatus


@pytest.fixture
def editor(city, visitor):
    """Opens a browser in which an editor is signed in: `context, watch = editor(java_script_enabled=False)`."""
    client, user = Client(), EditorFactory()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value

    def open_browser(**options):
        context, watch = visitor(**options)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": city}])
        return context, watch

    return open_browser


@pytest.mark.parametrize("script", [True, False])
def test_an_editor_sends_a_file_looks_and_confirms(city, editor, tmp_path, script):
    context, _watch = editor(java_script_enabled=script)
    page = context.new_page()
    page.goto(city + reverse("volunteering_imports:upload", args=["openagenda"]))
    page.set_input_files("[name=file]", agenda_file(tmp_path, event(), event(uid="2", title_fr="")))
    page.locator("main form button[type=submit]").click()

    expect(page.locator(".v-counts dd")).to_have_text(["1", "1"])
    page.locator("form[action$='/confirm/'] button").click()

    page.get_by_role("link", name="Bal du port").wait_for()
    assert EventPage.objects.live().filter(title="Bal du port").exists()


def test_the_bar_follows_the_job_and_the_report_comes_by_itself(city, editor):
    run = ImportRun.objects.create(source="ical", file_name="a.ics", status=RunStatus.RUNNING, total=90, done=30)
    context, _watch = editor()
    page = context.new_page()
    page.goto(city + reverse("volunteering_imports:run", args=[run.pk]))
    page.locator("progress[value='30']").wait_for()

    ImportRun.objects.update(done=60)
    page.locator("progress[value='60']").wait_for()
    ImportRun.objects.update(status=RunStatus.DONE, report={"counts": {"created": 90}})

    page.get_by_text("90", exact=True).wait_for()
    assert not page.locator("progress").count()


REPORT = {
    "counts": {"created": 1, "refused": 1},
    "others": 3,
    "rows": [
        {"line": 1, "label": "Bal", "outcome": "updated", "reason": "", "changed": ["prix"], "kept": [], "page_id": 1}
    ],
    "refused": [
        {"line": 2, "label": "?", "outcome": "refused", "reason": "…", "changed": [], "kept": [], "page_id": None}
    ],
    "kept": [
        {"line": 1, "label": "Bal", "outcome": "updated", "reason": "", "changed": [], "kept": ["lieu"], "page_id": 1}
    ],
}


@pytest.mark.parametrize("status", [RunStatus.READING, RunStatus.PREVIEWED, RunStatus.DONE, RunStatus.FAILED])
def test_every_state_of_an_import_is_sound_in_every_light(city, editor, status):
    run = ImportRun.objects.create(
        source="rna", file_name="a.csv", status=status, message="Ligne 3 : illisible.", report=REPORT
    )
    context, watch = editor()

    assert sweep(context.new_page(), city + reverse("volunteering_imports:run", args=[run.pk]), watch) == []


@pytest.mark.parametrize("name", ["index", "upload"])
def test_the_doors_of_the_imports_are_sound_in_every_light(city, editor, name):
    ImportRun.objects.create(source="rna", file_name="a.csv", status=RunStatus.DONE)
    address = reverse(f"volunteering_imports:{name}", args=["rna"] if name == "upload" else [])
    context, watch = editor()

    assert sweep(context.new_page(), city + address, watch) == []
