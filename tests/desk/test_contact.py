"""Contact data, and lists that leave as files: each with a reason, each with its entry in the history."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests.admin import AGENT, EDITOR, MODERATOR, errors, sign_in, text
from tests.factories import NeighbourhoodFactory, VolunteerFactory

REVEAL, EXPORT = "volunteering.volunteer.reveal", "volunteering.volunteer.export"
EXPORT_URL = "/admin/engagement/volunteers/export/"


@pytest.fixture
def volunteer():
    return VolunteerFactory(phone="04 65 71 99 99", email="jeanne@people.example", last_name="Kanari")


def reveal_url(volunteer):
    return reverse("volunteering_volunteers:reveal", args=[volunteer.pk])


def shows(response):
    return ["jeanne@people.example" in response.text, "04 65 71 99 99" in response.text]


def test_looking_reveals_nothing_and_leaves_no_entry(volunteer):
    response = sign_in(AGENT).get(reveal_url(volunteer))
    assert shows(response) == [False, False]
    assert not ModelLogEntry.objects.filter(action=REVEAL).exists()


def test_an_agent_who_says_why_reads_the_contact_data_once(volunteer):
    client = sign_in(AGENT)
    response = client.post(reveal_url(volunteer), {"reason": "urgent", "words": "La salle a changé."})
    assert shows(response) == [True, True]
    assert "no-store" in response["Cache-Control"]
    assert shows(client.get(reveal_url(volunteer))) == [False, False]


def test_the_entry_says_who_looked_and_why_and_no_name(volunteer):
    client = sign_in(AGENT)
    client.post(reveal_url(volunteer), {"reason": "urgent", "words": "La salle a changé."})
    [entry] = ModelLogEntry.objects.filter(action=REVEAL)
    assert (entry.user, entry.label) == (client.user, str(volunteer.pk))
    assert entry.data == {"reason": "urgent", "words": "La salle a changé."}
    history = client.get(reverse("volunteering_volunteers:history", args=[volunteer.pk]))
    assert "Quelque chose change au dernier moment" in text(history)


@pytest.mark.parametrize("answers", [{}, {"reason": "curious"}, {"reason": "other"}, {"reason": "other", "words": " "}])
def test_nothing_is_revealed_without_a_reason(volunteer, answers):
    response = sign_in(AGENT).post(reveal_url(volunteer), answers)
    assert len(errors(response)) == 1
    assert shows(response) == [False, False]
    assert not ModelLogEntry.objects.filter(action=REVEAL).exists()


@pytest.mark.parametrize("group", [EDITOR, MODERATOR])
def test_the_offices_reveal_nothing(volunteer, group):
    client = sign_in(group)
    response = client.post(reveal_url(volunteer), {"reason": "urgent"})
    assert response.status_code == 302
    assert not ModelLogEntry.objects.filter(action=REVEAL).exists()


def export(query="", **answers):
    client = sign_in(AGENT)
    return client.post(f"{EXPORT_URL}{query}", {"reason": "Réunion du quartier", "format": "csv"} | answers)


def rows(response):
    return list(csv.reader(StringIO(response.getvalue().decode("utf-8-sig"))))


def test_the_file_holds_no_contact_data(volunteer):
    content = export().getvalue().decode()
    assert "Kanari" in content
    assert "people.example" not in content
    assert "71 99 99" not in content


def test_the_file_holds_what_the_filters_left():
    quarter = NeighbourhoodFactory()
    VolunteerFactory(first_name="Ana", neighbourhood=quarter)
    VolunteerFactory(first_name="Bob")
    _heading, *found = rows(export(f"?neighbourhood={quarter.pk}"))
    assert [row[0] for row in found] == ["Ana"]


def test_the_entry_of_a_file_says_how_many_how_narrowed_and_why(volunteer):
    VolunteerFactory(last_name="Martin", is_paused=True)
    export("?paused=no&q=kanari")
    [entry] = ModelLogEntry.objects.filter(action=EXPORT)
    assert entry.data == {"rows": 1, "filters": {"paused": ["no"], "q": ["…"]}, "reason": "Réunion du quartier"}


def test_no_file_leaves_without_a_reason(volunteer):
    response = export(reason="")
    assert len(errors(response)) == 1
    assert not ModelLogEntry.objects.filter(action=EXPORT).exists()


def test_a_filter_nobody_understands_does_not_give_everybody(volunteer):
    response = export("?day=9")
    assert response["Content-Type"].startswith("text/html")
    assert not ModelLogEntry.objects.filter(action=EXPORT).exists()


def test_looking_at_the_list_as_wagtail_exports_it_gives_no_file(volunteer):
    for url in (reverse("volunteering_volunteers:index"), EXPORT_URL):
        assert sign_in(AGENT).get(url, {"export": "csv"})["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", " +33", "|cmd"])
def test_no_name_runs_in_a_spreadsheet(name):
    VolunteerFactory(first_name=name, last_name=name)
    [_heading, row] = rows(export())
    assert row[:2] == [f"'{name}", f"'{name}"]
    sheet = load_workbook(BytesIO(export(format="xlsx").getvalue())).active
    assert [cell.data_type for cell in sheet[2][:2]] == ["s", "s"]
