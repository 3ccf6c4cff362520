"""The offices' list of sign-ups, what an agent answers for one side or the other, and a mission's own sign-ups."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.admin import AGENT, EDITOR, MODERATOR, READER, edit_url, errors, plain, sign_in, soup, text
from tests.applications.invariants import places_are_right
from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect
from volunteering.applications.actions import accept, withdraw
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, State

LIST = "volunteering_applications:index"


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


def named(name, **traits):
    return VolunteerFactory(first_name=name, **traits)


def listing(*groups, **query):
    return sign_in(*groups or [AGENT]).get(reverse(LIST), query)


def found(**query):
    response = listing(**query)
    assert response.status_code == 200
    return sorted(plain(each).split()[0] for each in soup(response).select("tbody td.title .title-wrapper"))


def url_of(verb, application):
    return reverse(f"volunteering_applications:{verb}", args=[application.pk])


def of_mission(mission):
    return reverse("volunteering_applications:of_mission", args=[mission.pk])


def cancel_url(capacity):
    return reverse("volunteering_applications:cancel_shift", args=[capacity.pk])


@pytest.mark.parametrize("group", [AGENT, EDITOR, MODERATOR])
def test_the_offices_see_who_signed_up_for_what(group):
    apply(shift_of(title="Tri du linge"), VolunteerFactory(email="jeanne@people.example"))
    response = listing(group)
    row = plain(soup(response).select_one("tbody tr"))
    assert all(words in row for words in ("Jeanne Durand", "Tri du linge", "11 mars", "En attente de réponse"))
    assert b"jeanne@people.example" not in response.content


def test_a_reader_sees_no_sign_up():
    assert listing(READER).status_code == 302


def test_the_list_comes_with_the_same_number_of_queries_whatever_its_length():
    client, counts = sign_in(AGENT), []
    client.get(reverse(LIST))
    for number in (1, 5):
        for _each in range(number):
            apply(shift_of(organiser=AssociationFactory()))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(LIST))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_filters_by_state_and_organiser():
    association = AssociationFactory()
    accept(application=apply(shift_of(organiser=association), named("Ana")), by=Actor.AGENT)
    apply(shift_of(), named("Bob"))
    assert found(state="accepted") == ["Ana"]
    assert found(organiser=association.pk) == ["Ana"]
    assert found(organiser="null") == ["Bob"]


def test_filters_by_what_waits_too_long(clock):
    apply(shift_of(days=30), named("Ana"))
    accept(application=apply(shift_of(days=30), named("Bob")), by=Actor.ASSOCIATION)
    clock.shift(timedelta(days=7, minutes=1))
    apply(shift_of(days=30), named("Cleo"))
    assert found(answer="overdue") == ["Ana"]
    assert found(answer="wanted") == ["Ana", "Cleo"]


def test_filters_by_when(clock):
    apply(shift_of(days=1), named("Ana"))
    clock.shift(timedelta(days=3))
    apply(shift_of(days=2), named("Bob"))
    apply(shift_of(days=20), named("Cleo"))
    apply(MissionFactory().capacities.get(), named("Dan"))
    assert [found(when=value) for value in ("over", "week", "coming")] == [["Ana"], ["Bob"], ["Bob", "Cleo", "Dan"]]


def test_an_agent_finds_a_sign_up_by_name_and_mission():
    apply(shift_of(title="Tri du linge"), named("Ana"))
    apply(shift_of(title="Collecte"), named("Ana"))
    assert found(q="linge ana") == ["Ana"]


@pytest.mark.parametrize("query", [{"state": "x"}, {"organiser": "x"}, {"q": "\x00"}, {"ordering": "volunteer__email"}])
def test_what_nobody_understands_in_the_address_breaks_nothing(query):
    apply(shift_of())
    assert listing(**query).status_code == 200


def test_an_agent_accepts_for_the_association():
    application, client = apply(shift_of()), sign_in(AGENT)
    collect()
    response = client.post(url_of("accept", application))
    application.refresh_from_db()
    assert (response.url, application.state) == (reverse(LIST), State.ACCEPTED)
    [entry] = ModelLogEntry.objects.filter(action="volunteering.application.accept")
    assert (entry.user, entry.data["by"]) == (client.user, "agent")
    assert [message.to for message in collect()] == [[application.volunteer.email]]


def test_an_agent_declines_with_a_reason():
    application = apply(shift_of())
    sign_in(AGENT).post(url_of("decline", application), {"reason": "conditions", "words": "Désolés."})
    application.refresh_from_db()
    assert (application.state, application.reason, application.words) == (State.DECLINED, "conditions", "Désolés.")
    assert places_are_right()


def test_an_agent_cannot_decline_without_a_reason():
    application = apply(shift_of())
    assert len(errors(sign_in(AGENT).post(url_of("decline", application)))) == 1
    application.refresh_from_db()
    assert application.state == State.REQUESTED


def test_an_agent_withdraws_for_the_volunteer_and_comes_back():
    application = apply(shift_of())
    back = of_mission(application.mission)
    response = sign_in(AGENT).post(url_of("withdraw", application), {"reason": "health", "next": back})
    application.refresh_from_db()
    assert (response.url, application.state, application.reason) == (back, State.WITHDRAWN, "health")


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_looking_at_a_button_changes_nothing(verb):
    application = apply(shift_of())
    assert sign_in(AGENT).get(url_of(verb, application)).status_code == 200
    application.refresh_from_db()
    assert application.state == State.REQUESTED


@pytest.mark.parametrize("verb", ["accept", "decline", "withdraw"])
def test_what_has_moved_on_is_said_and_left(verb):
    application = apply(shift_of())
    withdraw(application=application)
    client = sign_in(AGENT)
    for ask in (client.get, client.post):
        response = ask(url_of(verb, application), {"reason": "other"}, follow=True)
        assert "entre-temps" in text(response)
    application.refresh_from_db()
    assert application.state == State.WITHDRAWN


def test_an_agent_is_told_when_no_place_is_left():
    capacity = shift_of(places=1)
    apply(capacity)
    response = sign_in(AGENT).post(url_of("accept", apply(capacity)), follow=True)
    assert "plus de place" in text(response)


def test_nobody_is_sent_elsewhere_by_a_posted_address():
    response = sign_in(AGENT).post(url_of("accept", apply(shift_of())), {"next": "https://elsewhere.example/"})
    assert response.url == reverse(LIST)


def test_a_missions_menu_leads_to_its_sign_ups():
    mission = apply(shift_of()).mission
    assert of_mission(mission) in sign_in(EDITOR).get(edit_url(mission)).text


def test_an_editor_reads_who_comes_to_which_shift():
    capacity = shift_of(places=2)
    apply(capacity, named("Ana", email="ana@people.example"))
    response = sign_in(EDITOR).get(of_mission(capacity.mission))
    assert all(words in text(response) for words in ("Ana Durand", "1/2", "11 mars"))
    assert "ana@people.example" not in response.text


def test_the_sign_ups_of_a_mission_come_with_the_same_number_of_queries():
    capacity, client, counts = shift_of(places=20), sign_in(EDITOR), []
    client.get(of_mission(capacity.mission))
    for number in (1, 6):
        for _each in range(number):
            apply(capacity)
        with CaptureQueriesContext(connection) as queries:
            client.get(of_mission(capacity.mission))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_before_a_shift_is_cancelled_the_page_says_how_many_are_told():
    capacity = shift_of(places=1)
    apply(capacity), apply(capacity, named("Bob", on_paper=True))
    said = text(sign_in(EDITOR).get(cancel_url(capacity)))
    assert "2 personnes inscrites seront prévenues" in said
    assert "1 d’entre elles n’a pas d’e-mail" in said
    assert set(Application.objects.values_list("state", flat=True)) == {"requested", "waiting"}


def test_an_editor_cancels_a_shift_and_everyone_is_told():
    capacity = shift_of(places=1)
    people = [apply(capacity).volunteer.email for _each in range(2)]
    collect()
    response = sign_in(EDITOR).post(cancel_url(capacity), {"reason": "Il pleut."})
    capacity.refresh_from_db()
    assert (response.url, capacity.cancel_reason) == (of_mission(capacity.mission), "Il pleut.")
    assert set(Application.objects.values_list("state", flat=True)) == {State.CANCELLED}
    assert sorted(message.to[0] for message in collect()) == sorted(people)


def test_a_shift_is_not_cancelled_without_a_reason():
    capacity = shift_of()
    apply(capacity)
    assert len(errors(sign_in(EDITOR).post(cancel_url(capacity), {"reason": " "}))) == 1
    capacity.refresh_from_db()
    assert capacity.cancelled_at is None


def test_what_is_over_cannot_be_cancelled(clock):
    capacity = shift_of(days=1)
    apply(capacity)
    clock.shift(timedelta(days=2))
    sign_in(EDITOR).post(cancel_url(capacity), {"reason": "Il pleut."})
    capacity.refresh_from_db()
    assert capacity.cancelled_at is None


def actions_of(response):
    return [link["href"] for link in soup(response).select("tbody td.title a[href*='/applications/']")]


@pytest.mark.parametrize("screen", ["index", "index_results"])
def test_an_answer_leads_back_to_the_list_with_its_filters(screen):
    apply(shift_of(title="Désherber"))
    client, query = sign_in(AGENT), {"state": ["requested", "accepted"], "q": "dés"}
    page = client.get(reverse(f"volunteering_applications:{screen}"), query | {"_w_filter_fragment": "1"})
    accept_url = next(url for url in actions_of(page) if "/accept/" in url)
    form = soup(client.get(accept_url))
    back = form.select_one("input[name=next]")["value"]
    assert parse_qs(urlsplit(back).query) == {"state": ["requested", "accepted"], "q": ["dés"]}
    assert form.select_one("a.button-secondary")["href"] == back
    done = client.post(accept_url, {"next": back})
    assert (done.status_code, done["Location"]) == (302, back)
    assert back.startswith(f"{reverse(LIST)}?")


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil.example"]
)
def test_an_answer_leads_nowhere_else(elsewhere):
    application = apply(shift_of())
    done = sign_in(AGENT).post(url_of("accept", application), {"next": elsewhere})
    assert done["Location"] == reverse(LIST)
