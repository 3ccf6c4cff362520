"""Stopping, pausing, finding again: by the link of a mail or in an account, never by somebody else."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client

from tests.alerts.mailbox import JEANNE, SENT, ask, follow
from tests.factories import EditorFactory, EventFactory, EventIndexFactory, MissionIndexFactory, SavedSearchFactory
from tests.mailbox import collect, link_with, stamp_on
from tests.pages import soup, words
from volunteering.alerts.links import MANAGE, STOP, STOP_ALL
from volunteering.alerts.models import SavedSearch

pytestmark = pytest.mark.django_db

MINE = "/engagement/mes-recherches/"


@pytest.fixture(autouse=True)
def lists(clock, db):
    return [EventIndexFactory(), MissionIndexFactory()]


@pytest.fixture
def digest(clock):
    """The mail of somebody who follows two lists."""
    SavedSearchFactory(email=JEANNE, label="Events")
    clock.shift(1)
    SavedSearchFactory(email=JEANNE, kind="missions", label="Missions")
    EventFactory()
    clock.shift(timedelta(days=1))
    call_command("send_alerts")
    return collect()[0]


def labels():
    return sorted(SavedSearch.objects.values_list("label", flat=True))


# --- Stopping ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["arreter", "tout-arreter"])
def test_looking_at_the_page_stops_nothing(client, digest, where):
    assert client.get(link_with(digest, where)).status_code == 200
    assert labels() == ["Events", "Missions"]


def test_a_button_stops_one_search(client, digest):
    page = client.post(link_with(digest, "arreter"))

    assert "Vous ne recevez plus" in words(page, "h1")
    assert labels() == ["Missions"]


def test_the_mail_program_stops_everything_with_one_post_and_no_cookie(digest):
    strict = Client(enforce_csrf_checks=True)
    address = digest.extra_headers["List-Unsubscribe"].strip("<>")
    answer = strict.post(address, {"List-Unsubscribe": "One-Click"})

    assert (answer.status_code, labels()) == (200, [])
    assert address.endswith(link_with(digest, "tout-arreter"))


def test_stopping_twice_is_no_error(client, digest):
    link = link_with(digest, "arreter")

    assert [client.post(link).status_code for _ in range(2)] == [200, 200]
    assert "déjà arrêtée" in words(client.get(link))


def test_stopping_forgets_an_address_and_pauses_the_search_of_an_account(client):
    search = SavedSearchFactory(user=EditorFactory(), email="")
    client.post(f"/engagement/alertes/arreter/{STOP.sign(str(search.pk))}/")

    assert list(SavedSearch.objects.values_list("is_paused", flat=True)) == [True]


def test_somebody_without_an_address_stops_nobody_elses_searches(client):
    mine, other = (SavedSearchFactory(user=EditorFactory(email=""), email="") for _ in range(2))
    client.post(f"/engagement/alertes/tout-arreter/{STOP_ALL.sign(str(mine.pk))}/")

    assert dict(SavedSearch.objects.values_list("pk", "is_paused")) == {mine.pk: True, other.pk: False}


def test_an_old_mail_still_stops_the_new_ones(client, digest, clock):
    clock.shift(timedelta(days=2 * 365))

    assert client.post(link_with(digest, "arreter")).status_code == 200
    assert labels() == ["Missions"]


@pytest.mark.parametrize("link", [STOP, MANAGE])
def test_a_link_for_one_thing_does_nothing_else(client, link):
    token = link.sign(str(SavedSearchFactory().pk))

    assert client.post(f"/engagement/alertes/tout-arreter/{token}/").status_code == 404
    assert SavedSearch.objects.exists()


# --- By the link of a mail ---------------------------------------------------------------------------------------


def buttons(client, page):
    """The forms of the first search of the page."""
    form = soup(page).select_one(".v-followed form")
    return form["action"], [button["value"] for button in form.select("button")]


def test_the_link_of_a_mail_shows_all_that_its_address_follows_and_no_other(client, digest):
    SavedSearchFactory(email="marie@people.example", label="Of Marie")
    page = client.get(link_with(digest, "gerer"))

    assert [title.text for title in soup(page).select(".v-followed h2")] == ["Events", "Missions"]
    assert JEANNE not in page.text


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [("pause", "is_paused", True), ("weekly", "frequency", "weekly"), ("daily", "frequency", "daily")],
)
def test_someone_can_change_a_search_by_its_buttons(client, digest, change, field, expected):
    action, _offered = buttons(client, client.get(link_with(digest, "gerer")))
    answer = client.post(action, {"change": change})

    assert answer.status_code == 302
    assert SavedSearch.objects.values_list(field, flat=True).get(label="Events") == expected


def test_someone_who_deletes_the_search_of_the_link_stays_on_the_page(client, digest):
    page = client.get(link_with(digest, "gerer"))
    for _ in range(2):
        action, _offered = buttons(client, page)
        page = client.post(action, {"change": "forget"}, follow=True)

    assert "Vous ne recevez plus" in words(page, "h1")
    assert labels() == []


def test_what_was_published_during_a_pause_is_not_told_afterwards(client, clock):
    search = SavedSearchFactory(is_paused=True)
    EventFactory()
    clock.shift(timedelta(days=30))
    token = MANAGE.sign(str(search.pk))
    client.post(f"/engagement/alertes/gerer/{token}/{search.pk}/", {"change": "resume"})
    clock.shift(timedelta(days=1))
    call_command("send_alerts")

    assert SavedSearch.objects.get().is_paused is False
    assert collect() == []


@pytest.mark.parametrize("change", ["", "everything", "daily; DROP TABLE"])
def test_a_button_nobody_drew_does_nothing(client, change):
    search = SavedSearchFactory(frequency="weekly")
    token = MANAGE.sign(str(search.pk))

    assert client.post(f"/engagement/alertes/gerer/{token}/{search.pk}/", {"change": change}).status_code == 302
    assert SavedSearch.objects.get().frequency == "weekly"


def test_nobody_can_change_a_search_of_another_address(client):
    mine, theirs = SavedSearchFactory(), SavedSearchFactory()
    token = MANAGE.sign(str(mine.pk))
    answer = client.post(f"/engagement/alertes/gerer/{token}/{theirs.pk}/", {"change": "forget"})

    assert answer.status_code == 404
    assert SavedSearch.objects.count() == 2


def test_a_link_in_a_forwarded_mail_does_not_work_for_ever(client, digest, clock):
    link = link_with(digest, "gerer")
    clock.shift(timedelta(days=91))

    assert client.get(link).status_code == 404


# --- A new link --------------------------------------------------------------------------------------------------


def ask_for_link(client, clock, email):
    stamp = stamp_on(client, "/engagement/alertes/mon-lien/")
    clock.shift(10)
    return client.post("/engagement/alertes/mon-lien/", {"email": email, "stamp": stamp})


def test_someone_who_lost_the_mail_gets_a_new_link(client, clock):
    follow(client, clock)
    assert ask_for_link(client, clock, JEANNE)["Location"] == SENT

    assert "Tous les événements" in words(client.get(link_with(collect()[0], "gerer")))


def test_nobody_learns_by_asking_for_a_link_whether_an_address_is_known(client, clock):
    SavedSearchFactory(email="known@people.example")
    seen = set()
    for address in ("known@people.example", "unknown@people.example"):
        answer = ask_for_link(client, clock, address)
        seen.add((answer.status_code, answer["Location"], answer.content, len(collect())))

    assert len(seen) == 1


# --- In an account -----------------------------------------------------------------------------------------------


@pytest.fixture
def resident(client):
    user = EditorFactory(email=JEANNE)
    client.force_login(user)
    return user


def test_a_resident_follows_a_list_without_a_mail(client, resident):
    form = soup(client.get("/agenda/")).select_one(".v-follow form")
    data = {field["name"]: field.get("value", "") for field in form.select("input")}
    answer = client.post(form["action"], data | {"frequency": "daily"})

    assert answer["Location"] == MINE
    assert (collect(), SavedSearch.objects.get().user) == ([], resident)
    assert "Tous les événements" in words(client.get(MINE))


def test_following_the_same_list_twice_keeps_one_search(client, resident):
    for frequency in ("daily", "weekly"):
        client.post(f"{MINE}events/", {"frequency": frequency, "query": ""})

    assert SavedSearch.objects.get().frequency == "weekly"


def test_a_resident_sees_and_changes_their_own_searches_only(client, resident):
    mine, theirs = SavedSearchFactory(user=resident, email=""), SavedSearchFactory(user=EditorFactory(), email="")

    assert [section["aria-labelledby"] for section in soup(client.get(MINE)).select(".v-followed")] == [
        f"search-{mine.pk}"
    ]
    assert client.post(f"{MINE}{theirs.pk}/", {"change": "forget"}).status_code == 404
    assert client.post(f"{MINE}{mine.pk}/", {"change": "forget"})["Location"] == MINE
    assert list(SavedSearch.objects.all()) == [theirs]


def test_another_site_cannot_follow_a_list_in_somebodys_name(resident):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(resident)

    assert strict.post(f"{MINE}events/", {"frequency": "daily"}).status_code == 403
    assert not SavedSearch.objects.exists()


def test_someone_with_nothing_yet_is_told_where_it_begins(client, resident):
    assert "Recevoir les nouveautés par e-mail" in words(client.get(MINE))


def test_pages_about_someone_are_kept_by_no_cache_and_no_search_engine(client, digest):
    for address in (link_with(digest, "gerer"), link_with(digest, "arreter"), "/engagement/alertes/events/"):
        answer = client.get(address)
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"


def test_a_search_that_was_just_asked_for_is_not_shown_before_it_is_confirmed(client, clock):
    confirmed = SavedSearchFactory(email=JEANNE)
    ask(client, clock, kind="missions")
    page = client.get(f"/engagement/alertes/gerer/{MANAGE.sign(str(confirmed.pk))}/")

    assert len(soup(page).select(".v-followed")) == 1
