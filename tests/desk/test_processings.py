"""The register of processing: who reads it, what it says, what leaves it as a file."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import EditorFactory
from tests.pages import queries, soup, words
from volunteering.core.models import CitySettings
from volunteering.privacy.registry import processings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("found_city")]


@pytest.fixture
def url():
    return reverse("volunteering_desk:processings")


@pytest.fixture
def editor(client):
    client.force_login(EditorFactory())
    CitySettings.objects.update(controller="=Ville de Rivemont", processors="L’hébergeur, en France.")
    return client


def test_an_editor_finds_it_among_the_reports_and_reads_each_processing(editor, url):
    page = editor.get(url)
    headings = {each.get_text(strip=True) for each in soup(page).select("h2")}
    assert {str(part.PROCESSING) for part in processings()} < headings
    assert f'"{url}"' in page.text
    for said in ("=Ville de Rivemont", "L’hébergeur, en France.", "Pas encore renseigné", "6.1.e"):
        assert said in words(page)


def test_an_editor_gets_from_there_to_the_words_of_the_city(editor, url):
    link = soup(editor.get(url)).select_one(".v-processings__edit a")["href"]
    assert 'name="controller"' in editor.get(link).text


def test_a_spreadsheet_opens_the_file_and_runs_nothing(editor, url):
    content = b"".join(editor.get(f"{url}?export=csv").streaming_content).decode()
    head, *rows = csv.reader(io.StringIO(content.removeprefix("\ufeff")))
    assert len(rows) == len(processings())
    assert (head[0], rows[0][head.index("Responsable du traitement")]) == ("Traitement", "'=Ville de Rivemont")


def test_excel_opens_it_too(editor, url):
    content = b"".join(editor.get(f"{url}?export=xlsx").streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.max_row == len(processings()) + 1
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_an_officer_who_may_read_it_and_nothing_else_reads_it(client, url):
    group = Group.objects.create(name="DPO")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "read_processings"]))
    officer = EditorFactory()
    officer.is_superuser = False
    officer.save()
    officer.groups.set([group])
    client.force_login(officer)
    page = client.get(url)
    assert (page.status_code, soup(page).select_one(".v-processings__edit")) == (200, None)


def test_it_costs_the_same_however_much_is_registered(editor, url, monkeypatch):
    few = queries(editor, url)
    registered = processings()
    monkeypatch.setattr("volunteering.desk.views.processings.processings", lambda: registered * 3)
    assert queries(editor, url) == few
