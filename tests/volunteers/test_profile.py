"""One's own profile, in four steps."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from tests.factories import IssueFactory, NeighbourhoodFactory, SkillFactory, ThemeFactory, VolunteerFactory
from tests.pages import queries, soup, words
from tests.volunteers.answers import JEANNE, NAMES, PROFILE, resident, say
from volunteering.volunteers.models import Absence, SkillLevel, Stance, Volunteer, VolunteerSkill

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
UNPROVEN = {"PAGE_CACHE": "pages"}


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


@pytest.fixture
def user(client):
    user = resident()
    client.force_login(user)
    return user


@pytest.fixture
def jeanne(user):
    return VolunteerFactory(user=user, email=JEANNE, **NAMES)


def problem(page):
    return words(page, ".v-errors")


def test_a_resident_begins_with_a_name_alone(client, user):
    assert say(client, "vous", **NAMES)["Location"] == f"{PROFILE}ou/"
    volunteer = Volunteer.objects.get()
    assert (volunteer.user_id, volunteer.email, volunteer.full_name) == (user.pk, JEANNE, "Jeanne Kanari")
    assert volunteer.confirmed_at
    assert not volunteer.may_be_found


def test_nothing_is_asked_before_the_name(client, user):
    for step in ("ou", "quand", "ce-que-j-aime"):
        assert client.get(f"{PROFILE}{step}/")["Location"] == f"{PROFILE}vous/"
        assert say(client, step)["Location"] == f"{PROFILE}vous/"
    assert not Volunteer.objects.exists()


def test_a_step_without_a_name_says_what_is_missing_and_keeps_the_rest(client, user):
    page = say(client, "vous", first_name="Jeanne", birth_year="1985", languages=["fr"])
    assert "Écrivez votre nom." in problem(page)
    assert soup(page).select_one("[name=first_name]")["value"] == "Jeanne"
    assert soup(page).select_one("[name=languages][value=fr]").has_attr("checked")
    assert not Volunteer.objects.exists()


def test_a_visitor_signs_in_first(client, db):
    assert "connexion" in client.get(f"{PROFILE}vous/")["Location"]
    assert "connexion" in say(client, "vous", **NAMES)["Location"]


def test_an_address_nobody_has_proven_opens_no_profile(client, user, settings):
    settings.VOLUNTEERING = UNPROVEN
    VolunteerFactory(email=JEANNE, phone="06 12 34 56 78")
    assert "Une chose d’abord" in words(client.get(PROFILE))
    assert "Une chose d’abord" in words(say(client, "vous", **NAMES))
    assert Volunteer.objects.get().user is None


def test_a_volunteer_of_the_account_needs_no_other_proof(client, jeanne, settings):
    settings.VOLUNTEERING = UNPROVEN
    say(client, "vous", first_name="Anne", last_name="Kanari")
    jeanne.refresh_from_db()
    assert jeanne.first_name == "Anne"


def test_the_profile_of_another_account_stays_theirs(client, user):
    other = VolunteerFactory(email=JEANNE, user=resident("other@people.example"), first_name="Autre")
    assert "Un autre compte" in problem(say(client, "vous", **NAMES))
    other.refresh_from_db()
    assert (other.first_name, other.user.email) == ("Autre", "other@people.example")


def test_what_the_town_hall_knew_already_stays_where_nothing_is_said(client, user):
    VolunteerFactory(email=JEANNE, phone="06 12 34 56 78", first_name="J.")
    say(client, "vous", phone="", **NAMES)
    volunteer = Volunteer.objects.get()
    assert (volunteer.phone, volunteer.first_name, volunteer.user) == ("06 12 34 56 78", "Jeanne", user)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"phone": "call me"}, "06 12 34 56 78"),
        ({"birth_year": "85"}, "quatre chiffres"),
        ({"birth_year": "mille"}, "quatre chiffres"),
        ({"birth_year": "1850"}, "quatre chiffres"),
        ({"birth_year": "2011"}, "à partir de 16 ans"),
        ({"birth_year": "2027"}, "quatre chiffres"),
    ],
)
def test_an_answer_that_cannot_be_is_told_how_to_repair(client, jeanne, answers, sentence):
    assert sentence in problem(say(client, "vous", **NAMES, **answers))
    jeanne.refresh_from_db()
    assert (jeanne.phone, jeanne.birth_year) == ("", None)


def test_whoever_turns_sixteen_this_year_may_say_so(client, jeanne):
    say(client, "vous", **NAMES, birth_year="2010")
    jeanne.refresh_from_db()
    assert jeanne.birth_year == 2010


def test_the_neighbourhood_and_the_distance_are_kept(client, jeanne):
    quarter = NeighbourhoodFactory()
    assert say(client, "ou", neighbourhood=quarter.pk, radius="5")["Location"] == f"{PROFILE}quand/"
    jeanne.refresh_from_db()
    assert (jeanne.neighbourhood, jeanne.radius) == (quarter, 5)


@pytest.mark.parametrize("radius", ["0", "51", "far"])
def test_a_distance_nobody_goes_is_refused(client, jeanne, radius):
    assert "entre 1 et 50" in problem(say(client, "ou", radius=radius))


def test_the_week_is_kept_as_it_was_ticked(client, jeanne):
    say(client, "quand", availability=["0-morning", "5-evening"], only_holidays="on")
    jeanne.refresh_from_db()
    assert (jeanne.availability, jeanne.only_holidays) == (["0-morning", "5-evening"], True)
    ticked = soup(client.get(f"{PROFILE}quand/")).select("table [checked]")
    assert [box["value"] for box in ticked] == ["0-morning", "5-evening"]


def test_dates_away_come_and_go(client, jeanne):
    page = say(client, "quand", go="here", first_day="2026-07-01", last_day="14/07/2026")
    assert page["Location"] == f"{PROFILE}quand/"
    say(client, "quand", go="here", first_day="2026-08-15")
    first, second = Absence.objects.all()
    assert [(row.first_day, row.last_day) for row in (first, second)] == [
        (date(2026, 7, 1), date(2026, 7, 14)),
        (date(2026, 8, 15), date(2026, 8, 15)),
    ]
    say(client, "quand", back=[first.pk])
    assert list(Absence.objects.all()) == [second]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"first_day": "2026-07-14", "last_day": "2026-07-01"}, "finit avant de commencer"),
        ({"last_day": "2026-07-01"}, "le premier jour"),
        ({"first_day": "2026-01-01", "last_day": "2026-01-02"}, "passés"),
        ({"first_day": "soon"}, "14/06/2027"),
    ],
)
def test_dates_that_cannot_be_are_told_how_to_repair(client, jeanne, answers, sentence):
    page = say(client, "quand", availability=["0-morning"], **answers)
    assert sentence in problem(page)
    assert soup(page).select_one("[value='0-morning']").has_attr("checked")
    assert not Absence.objects.exists()


def test_nobody_takes_somebody_else_s_absence_away(client, jeanne):
    day = {"first_day": date(2026, 7, 1), "last_day": date(2026, 7, 2)}
    own, other = (
        Absence.objects.create(volunteer=jeanne, **day),
        Absence.objects.create(volunteer=VolunteerFactory(), **day),
    )
    say(client, "quand", back=[other.pk])
    assert set(Absence.objects.all()) == {own, other}


def test_likes_skills_and_what_the_city_cares_about_are_kept(client, jeanne):
    theme, skill, issue = ThemeFactory(), SkillFactory(), IssueFactory()
    answers = {f"skill_{skill.pk}": "3", f"interest_{issue.pk}": "-2", f"can_{issue.pk}": "1"}
    page = say(client, "ce-que-j-aime", themes=[theme.pk], mail_frequency="monthly", may_be_found="on", **answers)
    assert page["Location"] == PROFILE
    jeanne.refresh_from_db()
    assert (list(jeanne.themes.all()), jeanne.mail_frequency, jeanne.may_be_found) == ([theme], "monthly", True)
    assert [row.level for row in jeanne.skills.all()] == [SkillLevel.EXPERT]
    assert [(row.skill, row.interest) for row in jeanne.stances.all()] == [(1, -2)]


def test_what_is_no_longer_so_is_not_kept(client, jeanne):
    skill, issue = SkillFactory(), IssueFactory()
    VolunteerSkill.objects.create(volunteer=jeanne, skill=skill, level=2)
    Stance.objects.create(volunteer=jeanne, issue=issue, skill=2, interest=2)
    none = {f"skill_{skill.pk}": "0", f"interest_{issue.pk}": "0", f"can_{issue.pk}": "0"}
    say(client, "ce-que-j-aime", mail_frequency="never", **none)
    assert not VolunteerSkill.objects.exists()
    assert not Stance.objects.exists()


def test_an_answer_that_is_not_proposed_changes_nothing(client, jeanne):
    skill = SkillFactory()
    page = say(client, "ce-que-j-aime", mail_frequency="hourly", **{f"skill_{skill.pk}": "9"})
    assert len(soup(page).select(".v-errors a")) == 2
    assert not VolunteerSkill.objects.exists()


@pytest.mark.parametrize(("go", "where"), [("back", "vous/"), ("later", ""), ("here", "ou/"), ("garbage", "quand/")])
def test_every_button_of_a_step_saves_it(client, jeanne, go, where):
    assert say(client, "ou", radius="7", go=go)["Location"] == f"{PROFILE}{where}"
    jeanne.refresh_from_db()
    assert jeanne.radius == 7


def test_the_overview_says_what_is_filled_in_and_leads_to_each_step(client, jeanne):
    say(client, "ou", radius="7")
    page = client.get(PROFILE)
    links = {link["href"] for link in soup(page).select("main .v-told a")}
    assert links == {f"{PROFILE}{step}/" for step in ("vous", "ou", "quand", "ce-que-j-aime")}
    assert "7 km" in words(page)
    assert "rien indiqué ici" in words(page)


def test_a_pause_stops_proposals_and_ends_when_its_owner_wants(client, jeanne):
    for answer, reachable in (("yes", 0), ("no", 1)):
        client.post(f"{PROFILE}pause/", {"pause": answer})
        assert Volunteer.objects.reachable().count() == reachable


def test_a_change_is_in_the_history_without_what_was_said(client, jeanne):
    say(client, "vous", phone="06 12 34 56 78", **NAMES)
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.data) == ("volunteering.volunteer.describe", {"fields": ["phone"]})
    assert entry.label == str(jeanne.pk)


def test_signing_in_brings_back_what_was_signed_up_for_by_mail(client, db):
    volunteer = VolunteerFactory(email=JEANNE, confirmed_at=None)
    user = resident()
    client.force_login(user)
    volunteer.refresh_from_db()
    assert (volunteer.user, bool(volunteer.confirmed_at)) == (user, True)


def test_signing_in_with_an_unproven_address_brings_nothing(client, db, settings):
    settings.VOLUNTEERING = UNPROVEN
    volunteer = VolunteerFactory(email=JEANNE)
    client.force_login(resident())
    volunteer.refresh_from_db()
    assert volunteer.user is None


@pytest.mark.parametrize("step", ["", "vous/", "ou/", "quand/", "ce-que-j-aime/"])
def test_a_page_costs_the_same_however_much_was_said(client, jeanne, step):
    few = queries(client, f"{PROFILE}{step}")
    for number in range(5):
        VolunteerSkill.objects.create(volunteer=jeanne, skill=SkillFactory(), level=1)
        Stance.objects.create(volunteer=jeanne, issue=IssueFactory(), skill=1)
        Absence.objects.create(volunteer=jeanne, first_day=date(2026, 7, number + 1), last_day=date(2026, 8, 1))
        jeanne.themes.add(ThemeFactory())
    assert queries(client, f"{PROFILE}{step}") == few <= 14
