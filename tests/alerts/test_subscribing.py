"""From the list to the first mail: nobody is written to who did not confirm, nobody learns who is known."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from tests.alerts.mailbox import JEANNE, SENT, SUBSCRIBE, ask, confirm, follow
from tests.factories import EventIndexFactory, NeighbourhoodFactory, SavedSearchFactory, ThemeFactory
from tests.mailbox import collect, link_with, stamp_on
from tests.pages import soup, words
from volunteering.alerts.models import SavedSearch
from volunteering.core.outbox.models import OutgoingMail

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def agenda(clock, db):
    return EventIndexFactory()


# --- The way in --------------------------------------------------------------------------------------------------


def test_a_resident_can_follow_a_list_with_two_clicks(client, clock):
    answer = ask(client, clock)
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    [message] = collect()
    assert message.to == [JEANNE]
    assert SavedSearch.objects.get().confirmed_at is None

    assert "C’est fait" in words(confirm(client, message), "h1")
    assert SavedSearch.objects.get().confirmed_at is not None


def test_looking_at_the_page_behind_the_link_confirms_nothing(client, clock):
    ask(client, clock)
    [message] = collect()

    assert "Oui, écrivez-moi" in words(client.get(link_with(message, "confirmer")))
    assert SavedSearch.objects.get().confirmed_at is None


def test_confirming_twice_is_no_error_and_changes_nothing(client, clock):
    message = follow(client, clock)
    before = SavedSearch.objects.get().confirmed_at
    clock.shift(60)

    assert confirm(client, message).status_code == 200
    assert SavedSearch.objects.get().confirmed_at == before


def test_the_list_holds_the_form_without_stamp_and_it_is_shown_once_more(client, clock):
    form = soup(client.get("/agenda/?from=2026-03-04&page=1")).select_one(".v-follow form")
    data = {field["name"]: field.get("value", "") for field in form.select("input")}
    page = client.post(form["action"], data | {"email": JEANNE, "frequency": "daily"})
    again = {field["name"]: field.get("value", "") for field in soup(page).select("main form input")}
    assert (data["stamp"], again["email"], OutgoingMail.objects.count()) == ("", JEANNE, 0)

    clock.shift(5)
    assert client.post(form["action"], again | {"frequency": "daily"})["Location"] == SENT


def test_the_lists_are_the_same_for_every_visitor(client):
    pages = [client.get("/agenda/") for _ in range(2)]

    assert pages[0].content == pages[1].content
    assert not pages[0].cookies


def test_a_search_keeps_the_filters_it_knows_in_one_spelling(client, clock):
    ThemeFactory(slug="jardin", name="Jardin")
    ThemeFactory(slug="culture", name="Culture")
    NeighbourhoodFactory(slug="centre", name="Centre")
    ask(client, clock, query="theme=jardin&theme=culture&theme=gone&theme=%00&neighbourhood=centre&page=3&x=y")

    search = SavedSearch.objects.get()
    assert search.query == "neighbourhood=centre&theme=culture&theme=jardin"
    assert search.label == "Événements\u00a0: Centre · Culture, Jardin"


def test_the_form_of_a_list_says_what_its_address_narrows_it_to(client, clock):
    ThemeFactory(slug="jardin", name="Jardin")

    assert "Jardin" in words(client.get(SUBSCRIBE.format("missions"), {"theme": "jardin"}), ".v-lead")


def test_a_list_that_does_not_exist_cannot_be_followed(client):
    assert client.get(SUBSCRIBE.format("persons")).status_code == 404


# --- What cannot be sent -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("email", ["", "jeanne chez orange", "a@b.fr, c@d.fr", "a@b.fr\r\nBcc: c@d.fr", "x" * 300])
def test_a_mistyped_address_is_kept_and_told_how_to_be_repaired(client, clock, email):
    page = ask(client, clock, email=email, frequency="daily")
    form = soup(page).select_one("main form")

    assert "Écrivez votre adresse" in form.select_one(".v-field__error").text
    assert form.select_one("[name=email]").get("value", "") == email
    assert form.select_one("option[selected]")["value"] == "daily"
    assert not OutgoingMail.objects.exists()


def test_a_robot_that_fills_in_everything_is_refused(client, clock):
    assert ask(client, clock, website="https://spam.example").status_code == 200
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("stamp", ["forged", "a:b"])
def test_a_robot_with_a_forged_stamp_is_refused(client, clock, stamp):
    assert ask(client, clock, stamp=stamp).status_code == 200
    assert not SavedSearch.objects.exists()


def test_a_robot_that_copies_a_stamp_gets_one_mail_out_of_it(client, clock):
    stamp = stamp_on(client, SUBSCRIBE.format("events"))
    answers = [ask(client, clock, stamp=stamp, email=f"victim-{number}@people.example") for number in range(5)]

    assert [answer.status_code for answer in answers] == [302, 200, 200, 200, 200]
    assert "déjà été envoyé" in words(answers[1], ".v-errors")
    assert (OutgoingMail.objects.count(), SavedSearch.objects.count()) == (1, 1)


def test_a_page_left_open_for_two_days_asks_for_one_more_click(client, clock):
    stamp = stamp_on(client, SUBSCRIBE.format("events"))
    clock.shift(timedelta(days=2))
    page = ask(client, clock, stamp=stamp)
    again = {field["name"]: field.get("value", "") for field in soup(page).select("main form input")}
    clock.shift(5)

    assert client.post(SUBSCRIBE.format("events"), again | {"frequency": "weekly"})["Location"] == SENT


def test_more_filters_than_fit_are_told(client, clock, settings):
    slugs = [ThemeFactory(slug=f"a-very-long-theme-{'x' * 40}-{number}").slug for number in range(12)]
    page = ask(client, clock, query="&".join(f"theme={slug}" for slug in slugs))

    assert "beaucoup de filtres" in words(page, ".v-errors")


# --- Who is known ------------------------------------------------------------------------------------------------


def seen(client, clock, email, kind="events"):
    """Everything that comes back to whoever asks, and how many mails leave."""
    answer = ask(client, clock, email=email, kind=kind)
    return answer.status_code, answer["Location"], answer.content, len(collect())


def test_nobody_learns_whether_an_address_is_known(client, clock):
    SavedSearchFactory(email="known@people.example")
    SavedSearchFactory(email="waiting@people.example", unconfirmed=True)
    addresses = ["known@people.example", "waiting@people.example", "unknown@people.example"]

    assert len({seen(client, clock, address) for address in addresses}) == 1


def test_someone_who_asks_again_is_told_by_mail_that_it_is_done(client, clock):
    follow(client, clock)
    ask(client, clock)

    assert "Vous suivez déjà" in collect()[0].subject
    assert SavedSearch.objects.count() == 1


@pytest.mark.parametrize("known", [True, False])
def test_nobody_fills_somebodys_mailbox(client, clock, known):
    if known:
        SavedSearchFactory(email=JEANNE)
    answers = [ask(client, clock).status_code for _ in range(6)]

    assert answers == [302, 302, 302, 302, 429, 429]
    assert OutgoingMail.objects.count() == 4


def test_one_mailbox_that_is_full_keeps_nobody_else_out(client, clock):
    for _ in range(5):
        ask(client, clock)

    assert ask(client, clock, email="marie@people.example").status_code == 302


# --- Forgetting --------------------------------------------------------------------------------------------------


def test_whoever_does_not_confirm_within_two_days_is_forgotten(client, clock):
    ask(client, clock)
    [message] = collect()
    clock.shift(timedelta(hours=48, minutes=1))
    call_command("purge_expired", verbosity=0)

    assert not SavedSearch.objects.exists()
    assert client.post(link_with(message, "confirmer")).status_code == 404


def test_whoever_confirmed_is_not_forgotten(client, clock):
    follow(client, clock)
    clock.shift(timedelta(days=300))
    call_command("purge_expired", verbosity=0)

    assert SavedSearch.objects.count() == 1


def test_a_link_that_leads_nowhere_offers_another_one(client):
    page = client.get("/engagement/alertes/confirmer/forged/")

    assert page.status_code == 404
    assert "/engagement/alertes/mon-lien/" in page.text
