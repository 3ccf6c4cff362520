"""Every text of the charter is kept, and whoever accepted an older one is asked again at each door, once."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.models import Site

from tests.admin import EDITOR, MODERATOR, sign_in, text
from tests.applications.journeys import form_of
from tests.factories import VolunteerFactory, shift_of
from tests.moderation.proposing import at, begin, step, the_one, write
from tests.pages import soup, words
from tests.volunteers.answers import JEANNE, NAMES, PROFILE, resident
from volunteering.core.charter import CharterVersion, charter_version
from volunteering.core.city import CitySettings
from volunteering.moderation.models import Submission
from volunteering.privacy.registry import registered
from volunteering.volunteers.models import Volunteer

FIRST, SECOND = "<p>On vient à l’heure.</p>", "<p>On prévient quand on ne vient pas.</p>"
BEFORE = datetime(2026, 1, 12, 9, tzinfo=UTC)
CHANGED = "La charte a changé depuis que vous l’avez acceptée, le 12 janvier 2026."

pytestmark = pytest.mark.usefixtures("city")


@pytest.fixture
def city(found_city, clock, db):
    put_in_force(FIRST)
    put_in_force(SECOND)


def put_in_force(charter):
    city = CitySettings.for_site(Site.objects.get())
    city.charter = charter
    city.save()
    return charter_version(city)


def version_number(place):
    """Of the texts above, in the order in which they came into force; none at all."""
    return "" if place is None else CharterVersion.objects.order_by("pk")[place].version


def signed_in(client, accepted):
    """A volunteer with an account, who accepted this text in January."""
    user = resident()
    client.force_login(user)
    told = {"charter_version": version_number(accepted), "charter_accepted_at": None if accepted is None else BEFORE}
    return VolunteerFactory(user=user, email=JEANNE, **NAMES, **told)


DOORS = pytest.mark.parametrize(("accepted", "is_asked"), [(1, False), (0, True), (None, True)])


def test_each_text_is_kept_once_with_its_day(clock):
    clock.shift(24 * 3600)
    put_in_force(FIRST)
    put_in_force("")
    first, second = CharterVersion.objects.order_by("pk")
    assert (first.text, second.text) == (FIRST, SECOND)
    assert first.since < datetime(2026, 3, 5, tzinfo=UTC)


def test_saving_the_city_without_touching_the_charter_makes_no_version():
    city = CitySettings.for_site(Site.objects.get())
    city.name, city.charter = "Ailleurs", f" {city.charter}\n"
    city.save()
    assert CharterVersion.objects.count() == 2


def test_editors_read_every_text_and_how_many_accepted_each(client):
    VolunteerFactory.create_batch(2, charter_version=version_number(0))
    told = {"site": Site.objects.get(), "charter_version": version_number(1)}
    for email in ("a@people.example", "a@people.example", "b@people.example"):
        Submission.objects.create(kind="evenement", email=email, **told)
    read = text(sign_in(EDITOR).get(reverse("volunteering_desk:charter")))
    assert "le texte d’aujourd’hui Acceptée par 0 bénévole · 2 auteurs" in read
    assert "Acceptée par 2 bénévoles · 0 auteur" in read
    assert "people.example" not in read
    assert sign_in(MODERATOR).get(reverse("volunteering_desk:charter")).status_code == 302


@DOORS
def test_signing_up_asks_whoever_has_not_accepted_this_text(client, clock, accepted, is_asked):
    volunteer, capacity = signed_in(client, accepted), shift_of()
    address = f"{form_of(capacity.mission)}avec-mon-compte/"
    page = client.get(address)
    assert bool(soup(page).select_one("[name=charter]")) is is_asked
    assert (CHANGED in words(page)) is (accepted == 0)
    client.post(address, {"shifts": [str(capacity.shift_uid)], "age": "on"})
    assert capacity.applications.exists() is not is_asked
    client.post(address, {"shifts": [str(capacity.shift_uid)], "age": "on", "charter": "on"})
    volunteer.refresh_from_db()
    assert volunteer.charter_version == version_number(1)
    assert (volunteer.charter_accepted_at == BEFORE) is not is_asked


def test_a_text_that_changed_while_it_was_read_is_not_accepted(client):
    signed_in(client, None)
    capacity = shift_of()
    told = {"shifts": [str(capacity.shift_uid)], "age": "on", "charter": "on", "charter_version": version_number(0)}
    page = client.post(f"{form_of(capacity.mission)}avec-mon-compte/", told)
    assert "La charte a changé entre-temps" in words(page)
    assert Volunteer.objects.get().charter_version == ""


@DOORS
def test_the_profile_asks_whoever_has_not_accepted_this_text(client, accepted, is_asked):
    volunteer = signed_in(client, accepted)
    page = client.get(PROFILE)
    assert ("J’accepte la charte" in words(page)) is is_asked
    assert (CHANGED in words(page)) is (accepted == 0)
    client.post(reverse("volunteering:accept_charter"), {"version": version_number(0)})
    assert Volunteer.objects.get().charter_version == version_number(accepted)
    client.post(reverse("volunteering:accept_charter"), {"version": version_number(1)})
    volunteer.refresh_from_db()
    assert (volunteer.charter_version, bool(volunteer.charter_accepted_at)) == (version_number(1), True)
    assert (volunteer.charter_accepted_at == BEFORE) is not is_asked


@DOORS
def test_giving_a_hand_asks_whoever_has_not_accepted_this_text(client, accepted, is_asked):
    volunteer = signed_in(client, accepted)
    Volunteer.objects.update(birth_year=1980)
    page = client.get(reverse("volunteering:help_requests"))
    assert (page.context.get("gate") == "charter") is is_asked
    assert (CHANGED in words(page)) is (accepted == 0)
    client.post(reverse("volunteering:accept_help_charter"), {"version": version_number(1)})
    volunteer.refresh_from_db()
    assert (volunteer.charter_accepted_at == BEFORE) is not is_asked


@DOORS
def test_proposing_asks_an_account_that_has_not_accepted_this_text(client, clock, accepted, is_asked):
    user = resident()
    client.force_login(user)
    if accepted is not None:
        told = {"charter_version": version_number(accepted), "charter_accepted_at": BEFORE}
        Submission.objects.create(kind="evenement", site=Site.objects.get(), user=user, **told)
    begin("evenement", clock, client)
    address = at("submission_step", the_one(), step="vous")
    page = client.get(address)
    assert bool(soup(page).select_one("[name=charter]")) is is_asked
    assert (CHANGED in words(page)) is (accepted == 0)
    step(client, the_one(), "vous", {**NAMES, "charter": "on"})
    found = the_one()
    assert found.charter_version == version_number(1)
    assert (found.charter_accepted_at == BEFORE) is not is_asked


def test_a_draft_is_not_sent_under_a_text_that_nobody_accepted(clock):
    client, submission = write("evenement", clock, vous={"charter": "on"})
    put_in_force("<p>Un troisième texte.</p>")
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    assert submission.state == "draft"
    step(client, submission, "vous", {**NAMES, "email": JEANNE, "charter": "on"})
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    assert submission.state == "unconfirmed"


@pytest.mark.parametrize(("name", "version"), [("profile", "charter_version"), ("submissions", "charter_version")])
def test_my_data_say_which_text_was_accepted_and_when(client, name, version):
    signed_in(client, 0)
    told = {"charter_version": version_number(0), "charter_accepted_at": BEFORE}
    Submission.objects.create(kind="evenement", site=Site.objects.get(), email=JEANNE, **told)
    (row,) = next(part for part in registered() if name == part.NAME).export_for(JEANNE)
    assert row[version] == version_number(0)
    assert BEFORE in row.values()
