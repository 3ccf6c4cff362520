"""How to reach a volunteer is on nobody else's page, nor in the admin, but for the one that asks why."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests.trust import helping, people, submitted, table
from tests.trust.canaries import Canaries
from tests.trust.roles import Role, browser
from tests.trust.visits import address
from tests.trust.world import World, build
from volunteering.applications.actions import accept
from volunteering.applications.states import Actor

ELSEWHERE = ("wagtailadmin_home", "wagtailadmin_reports:site_history", "volunteering_missions:index")
SCREENS = [
    *(row for row in (*table.VOLUNTEERS, *helping.HELP_DESK) if not row.acts),
    *(row for row in (*table.DESK_SCREENS, *table.WAGTAIL) if row.route in ELSEWHERE),
    *(row for row in submitted.SUBMITTED if row.route == "volunteering_reports:index"),
]
# Pages about people on the public site, but for those behind the volunteer's own link.
PUBLIC = (
    *(people.SIGN_UPS, people.CALENDAR, people.SPACE, people.CLAIMS, people.PROFILE, people.MY_DATA),
    *(helping.HELPING, submitted.SUBMITTED),
)
PEOPLES = [row for rows in PUBLIC for row in rows if not row.acts]
OTHERS = [row for row in PEOPLES if "my_applications_token" not in row.about]
EVERYBODY_ELSE = (Role.VISITOR, Role.RESIDENT, Role.ASSOCIATION, Role.OTHER_ASSOCIATION, Role.OWNER, Role.AGENT)
STAFF = (Role.AGENT, Role.EDITOR, Role.MODERATOR, Role.SUPERUSER)


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def world(db, canaries) -> World:
    """Somebody whose every contact is a canary, with a conversation behind them."""
    world = build()
    world.volunteer.email = f"{canaries.word('volunteer.email')}@people.example"
    world.volunteer.phone = canaries.word("volunteer.phone")
    world.volunteer.save()
    asked = world.help_request
    asked.email, asked.phone = f"{canaries.word('asker.email')}@people.example", canaries.word("asker.phone")
    asked.address, asked.words = canaries.word("asker.address"), canaries.word("asker.words")
    asked.save()
    world.report.email = f"{canaries.word('reporter.email')}@people.example"
    world.report.words = canaries.word("reporter.words")
    world.report.save()
    accept(application=world.application, by=Actor.ASSOCIATION)
    return world


def contents(client, urls):
    return {url: client.get(url).text for url in urls}


def heard(canaries, answers):
    return [f"{canaries.places[word]} at {url}" for word in canaries for url, told in answers.items() if word in told]


@pytest.mark.parametrize("role", STAFF)
def test_no_screen_of_the_admin_tells_how_to_reach_a_volunteer(world, canaries, role):
    answers = contents(browser(role), {address(row, world) for row in SCREENS})
    assert heard(canaries, answers) == []


@pytest.mark.parametrize("role", EVERYBODY_ELSE)
def test_no_page_of_anybody_else_tells_how_to_reach_a_volunteer(world, canaries, role):
    answers = contents(browser(role), {address(row, world) for row in OTHERS})
    assert len(answers) > 20
    assert heard(canaries, answers) == []


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR, Role.SUPERUSER])
def test_the_office_reads_what_was_reported_and_not_by_whom(world, canaries, role):
    screen = reverse("volunteering_reports:read", args=[world.report.pk])
    assert heard(canaries, contents(browser(role), [screen])) == [f"reporter.words at {screen}"]


@pytest.mark.parametrize("role", EVERYBODY_ELSE)
def test_nobody_else_reads_what_was_reported_where_it_was(world, canaries, role):
    about = [world.event.url, reverse("volunteering:report_page", args=[world.event.pk])]
    assert heard(canaries, contents(browser(role), about)) == []


def test_their_own_page_tells_them(world, canaries):
    """The other test would hear it."""
    own = reverse("volunteering:my_data_by_link", args=[world.my_applications_token])
    assert len(heard(canaries, contents(browser(Role.VISITOR), [own]))) == 2


def exported(client, kind):
    told = {"reason": "Une réunion", "format": kind}
    return client.post(reverse("volunteering_volunteers:export"), told).getvalue()


@pytest.mark.parametrize("role", [Role.AGENT, Role.SUPERUSER])
def test_no_file_tells_how_to_reach_a_volunteer(world, canaries, role):
    client = browser(role)
    sheet = load_workbook(BytesIO(exported(client, "xlsx"))).active
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    for content in (exported(client, "csv").decode(), cells):
        assert world.volunteer.first_name in content
        assert not any(word in content for word in canaries)


def test_a_search_by_address_or_number_finds_nobody(world):
    agent = browser(Role.AGENT)
    for value in (world.volunteer.email, world.volunteer.phone):
        told = agent.get(reverse("volunteering_volunteers:index_results"), {"q": value}).text
        assert str(world.volunteer.pk) not in told


def test_no_line_of_the_history_holds_a_name_or_a_contact(world, canaries):
    client, url = browser(Role.AGENT), reverse("volunteering_volunteers:reveal", args=[world.volunteer.pk])
    shown = client.post(url, {"reason": "urgent"}).text
    assert all(word in shown for word in canaries if canaries.places[word].startswith("volunteer"))
    written = " ".join(f"{entry.label} {entry.data}" for entry in ModelLogEntry.objects.all())
    assert not any(word in written for word in (*canaries, world.volunteer.last_name))
