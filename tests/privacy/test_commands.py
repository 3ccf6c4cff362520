"""What the data protection officer does on the command line."""

import csv
import io
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry, Site

from tests.city import found
from tests.factories import EditorFactory, VolunteerFactory
from tests.privacy.lives import JEANNE, NAME, full_life
from volunteering.core.models import CitySettings
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def say(command, **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_the_officer_hands_over_all_that_is_held_as_json_and_as_csv():
    full_life()
    assert json.loads(say("export_person", email=JEANNE.title()))["profile"][0]["last_name"] == NAME
    rows = list(csv.reader(io.StringIO(say("export_person", email=JEANNE, format="csv")[1:])))
    assert ["Profil", "1", "Nom", NAME] in rows


def test_a_file_is_for_its_reader_alone_and_overwrites_nothing(tmp_path):
    full_life()
    file = tmp_path / "jeanne.json"
    assert say("export_person", email=JEANNE, output=str(file)) == ""
    assert json.loads(file.read_text("utf-8"))["profile"]
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="ne peut pas être écrit"):
        say("export_person", email=JEANNE, output=str(file))


def test_the_officer_sees_what_goes_and_erases_it():
    full_life()
    told = say("erase_person", email=f" {JEANNE} ", yes=True)
    assert "Profil" in told
    assert "Effacé" in told
    assert not Volunteer.objects.exists()


@pytest.mark.parametrize(("answer", "stays"), [("oui", False), ("OUI ", False), ("non", True), ("", True)])
def test_the_officer_is_asked_before_anything_goes(monkeypatch, answer, stays):
    VolunteerFactory(email=JEANNE)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: answer)
    if stays:
        with pytest.raises(CommandError, match="Rien n’a été effacé"):
            say("erase_person", email=JEANNE)
    else:
        say("erase_person", email=JEANNE)
    assert Volunteer.objects.exists() == stays


def test_where_nobody_can_answer_nothing_is_erased(monkeypatch):
    VolunteerFactory(email=JEANNE)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(CommandError, match="--yes"):
        say("erase_person", email=JEANNE)
    assert Volunteer.objects.exists()


@pytest.mark.parametrize("command", ["export_person", "erase_person"])
@pytest.mark.parametrize(("email", "told"), [("", "adresse"), ("jeanne", "adresse"), ("a@people.example", "conserv")])
def test_an_address_that_is_none_or_nobody_s_is_said(command, email, told):
    with pytest.raises(CommandError, match=told) as refused:
        say(command, email=email, **({"yes": True} if command == "erase_person" else {}))
    assert "a@people" not in str(refused.value)


def test_the_history_keeps_that_it_was_done_and_not_whose_data_they_were():
    CitySettings.objects.create(site=Site.objects.get())
    full_life()
    say("export_person", email=JEANNE)
    say("erase_person", email=JEANNE, yes=True)
    entries = list(ModelLogEntry.objects.filter(action__startswith="volunteering.person.").order_by("timestamp", "pk"))
    assert {each.action.rpartition(".")[2] for each in entries} == {"export", "erase"}
    assert len({each.data["person"] for each in entries}) == 1
    assert "kanari" not in str([[each.label, each.data] for each in entries])


def test_the_officer_learns_that_an_account_of_the_teams_stays():
    found()
    EditorFactory(email=JEANNE)
    VolunteerFactory(email=JEANNE)
    told = say("erase_person", email=JEANNE, yes=True)
    assert "Compte" in told[told.index("Effacé") :]
