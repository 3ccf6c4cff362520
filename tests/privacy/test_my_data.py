"""My data on the public site: signed in, and behind the link of a mail."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from tests.factories import VolunteerFactory, apply, shift_of
from tests.pages import queries, soup, words
from tests.privacy.lives import JEANNE, NAME, PHONE, full_life
from volunteering.applications.links import MINE
from volunteering.volunteers.actions import correct
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
MY_DATA = "/engagement/mes-donnees/"


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def by_link(volunteer):
    return f"{MY_DATA}{MINE.sign(str(volunteer.pk))}/"


@pytest.fixture(params=["in the account", "by link"])
def my_data(request, client):
    """The address of the page of somebody about whom much is held."""
    volunteer = full_life()
    if request.param == "by link":
        return by_link(volunteer)
    client.force_login(volunteer.user)
    return MY_DATA


def test_a_person_reads_what_is_held_what_for_and_how_long(client, my_data):
    page = words(client.get(my_data))
    for said in (NAME, PHONE, "Désherber", "Tous les bals", "1 – 14", "deux ans"):
        assert said.replace("1 – 14", "juillet") in page


def test_the_page_is_kept_by_no_cache_and_no_search_engine(client, my_data):
    for address in (my_data, f"{my_data}fichier/json/"):
        answer = client.get(address)
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"


def test_a_program_reads_the_file(client, my_data):
    answer = client.get(f"{my_data}fichier/json/")
    assert answer["Content-Disposition"] == 'attachment; filename="mes-donnees.json"'
    told = json.loads(answer.content)
    assert told["profile"][0]["email"] == JEANNE
    assert [row["mission"] for row in told["sign_ups"]] == ["Désherber"]


def test_a_spreadsheet_opens_the_file_and_runs_nothing(client, my_data):
    Volunteer.objects.update(first_name="=HYPERLINK(1)")
    content = client.get(f"{my_data}fichier/csv/").content.decode()
    assert content.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(content[1:])))
    assert ["Profil", "1", "Prénom", "'=HYPERLINK(1)"] in rows
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_erasing_takes_a_page_a_tick_and_a_button(client, my_data):
    page = client.get(f"{my_data}effacer/")
    assert "lisible six mois" in words(page)
    assert "rien n’a encore été effacé" in words(client.post(f"{my_data}effacer/"), ".v-errors")
    assert Volunteer.objects.exists()
    done = client.post(f"{my_data}effacer/", {"sure": "on"}, follow=True)
    assert "Tout est effacé" in words(done, "h1")
    assert not Volunteer.objects.exists()
    assert not get_user_model().objects.filter(email=JEANNE).exists()
    assert "_auth_user_id" not in client.session


def test_a_link_of_whoever_is_erased_leads_nowhere(client):
    volunteer = full_life()
    address = by_link(volunteer)
    client.post(f"{address}effacer/", {"sure": "on"})
    assert client.get(address).status_code == 404


def test_nobody_else_s_data_are_on_the_page(client):
    full_life()
    client.force_login(get_user_model().objects.create_user("other", "other@people.example"))
    told = client.get(MY_DATA).text + client.get(f"{MY_DATA}fichier/json/").text
    assert not any(word in told for word in (JEANNE, NAME, PHONE))


def test_an_account_whose_address_nobody_proved_reads_and_erases_nothing(client, settings):
    settings.VOLUNTEERING = {"PAGE_CACHE": "pages"}
    VolunteerFactory(email=JEANNE, phone=PHONE)
    client.force_login(get_user_model().objects.create_user("liar", JEANNE))
    for address in ("", "fichier/json/", "effacer/"):
        assert "Une chose d’abord" in words(client.get(f"{MY_DATA}{address}"))
    client.post(f"{MY_DATA}effacer/", {"sure": "on"})
    assert Volunteer.objects.exists()


@pytest.mark.parametrize("email", ["", "other@people.example"], ids=["taken out", "replaced"])
def test_whose_address_an_agent_changed_still_finds_and_erases_their_data(client, email):
    volunteer = full_life()
    correct(volunteer=volunteer, by=volunteer.user, email=email)
    client.force_login(volunteer.user)
    page = words(client.get(MY_DATA))
    assert [said in page for said in (NAME, PHONE, "Désherber")] == [True] * 3
    assert len(json.loads(client.get(f"{MY_DATA}fichier/json/").content)["profile"]) == 1
    client.post(f"{MY_DATA}effacer/", {"sure": "on"})
    assert not Volunteer.objects.exists()


def test_a_volunteer_with_an_address_of_their_own_is_told_once(client):
    volunteer = full_life()
    Volunteer.objects.update(email="other@people.example")
    client.force_login(volunteer.user)
    told = json.loads(client.get(f"{MY_DATA}fichier/json/").content)
    assert [row["email"] for row in told["profile"]] == ["other@people.example"]


def test_an_address_typed_into_an_account_leads_to_nobody_s_data_where_accounts_prove_none(client, settings):
    settings.VOLUNTEERING = {"PAGE_CACHE": "pages"}
    victim = VolunteerFactory(email="", confirmed_at=None, user=get_user_model().objects.create_user("victim", JEANNE))
    owner = VolunteerFactory(email=JEANNE, last_name="Autrui")
    assert list(Volunteer.objects.of_person(JEANNE)) == [owner]
    client.post(f"{by_link(owner)}effacer/", {"sure": "on"})
    assert list(Volunteer.objects.all()) == [victim]


def test_an_address_that_was_spelled_on_the_telephone_opens_nothing(client):
    volunteer = VolunteerFactory(email=JEANNE, phone=PHONE, confirmed_at=None)
    for path in ("", "fichier/json/", "effacer/"):
        answer = client.get(f"{by_link(volunteer)}{path}")
        assert (answer.status_code, PHONE in answer.text) == (403, False)
    assert client.post(f"{by_link(volunteer)}effacer/", {"sure": "on"}).status_code == 403
    assert Volunteer.objects.exists()


def test_a_link_to_an_address_that_was_replaced_opens_nothing(client, clock):
    volunteer = VolunteerFactory(email="old@people.example")
    old = by_link(volunteer)
    assert client.get(old).status_code == 200
    clock.shift(timedelta(hours=1))
    Volunteer.objects.update(email=JEANNE, confirmed_at=timezone.now())
    assert client.get(old).status_code == 404
    assert client.get(by_link(volunteer)).status_code == 200


def test_my_missions_lead_to_the_profile_and_the_data(client):
    volunteer = full_life()
    token = MINE.sign(str(volunteer.pk))
    links = {link["href"] for link in soup(client.get(f"/engagement/mes-missions/{token}/")).select("main a")}
    assert f"{MY_DATA}{token}/" in links
    client.force_login(volunteer.user)
    links = {link["href"] for link in soup(client.get("/engagement/mes-missions/")).select("main a")}
    assert {MY_DATA, "/engagement/mon-profil/"} <= links


def test_the_page_costs_the_same_for_one_sign_up_and_for_ten(client):
    volunteer = full_life()
    few = queries(client, by_link(volunteer))
    for day in range(9):
        apply(shift_of(days=20 + day), volunteer, message="Bonjour")
    assert queries(client, by_link(volunteer)) == few
