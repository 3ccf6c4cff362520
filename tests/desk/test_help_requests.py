"""Agents of the city: enter, read with an entry, approve, refuse, match, close; and count, without names."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.factories import NeighbourhoodFactory, VolunteerFactory
from tests.hands import HelpKindFactory, HelpRequestFactory, matched, offer_of
from tests.help_requests.journeys import answers
from tests.trust.roles import Role, browser
from volunteering.desk.help_panel import counted_by_area
from volunteering.help_requests.history import REVEAL
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import OfferState, State

pytestmark = pytest.mark.django_db
CANARIES = ("Kanariwort", "Kanaristrasse", "kanari@people.example", "04 65 71 88 88")


@pytest.fixture
def agent(found_city, clock):
    return browser(Role.AGENT)


@pytest.fixture
def asked(found_city, clock):
    secret = {"words": "Kanariwort", "address": "Kanaristrasse", "email": "kanari@people.example"}
    return HelpRequestFactory(phone="04 65 71 88 88", **secret)


def screen(name, *args):
    return reverse(f"volunteering_help_requests:{name}", args=args)


def test_an_agent_enters_a_request_for_somebody_without_an_email(agent):
    page = agent.post(screen("add"), answers(email="", consent="on"), follow=True)
    request = HelpRequest.objects.get()
    assert (request.state, request.email, request.consent_read_at) == (State.WAITING, "", timezone.now())
    assert request.entered_by is not None
    assert page.context["asked"] == request
    assert "Kanariwort" not in page.text


@pytest.mark.parametrize(
    ("changed", "field"), [({"consent": ""}, "consent"), ({"phone": ""}, "phone"), ({"kind": "not-1"}, "kind")]
)
def test_nothing_is_entered_without_consent_a_way_to_reach_them_and_a_kind(agent, changed, field):
    page = agent.post(screen("add"), answers(**{"email": "", "consent": "on", **changed}))
    assert list(page.context["form"].errors) == [field]
    assert not HelpRequest.objects.exists()


def test_what_was_written_is_read_with_an_entry_and_never_by_looking(agent, asked):
    page = screen("moderate", asked.pk)
    for address in (page, screen("inspect", asked.pk), screen("index"), screen("history", asked.pk)):
        assert not [word for word in CANARIES if word in agent.get(address).text]
    assert not ModelLogEntry.objects.filter(action=REVEAL).exists()
    assert "Kanariwort" in agent.post(page, {"do": "read"}).text
    assert ModelLogEntry.objects.get(action=REVEAL).data == {"reason": "moderate", "words": ""}


def test_contact_data_is_shown_against_a_reason_once(agent, asked):
    page = screen("reveal", asked.pk)
    assert not [word for word in CANARIES if word in agent.post(page, {"reason": "other"}).text]
    shown = agent.post(page, {"reason": "call_back"})
    assert all(word in shown.text for word in CANARIES)
    assert "no-store" in shown["Cache-Control"]
    assert ModelLogEntry.objects.get(action=REVEAL).data["reason"] == "call_back"


def test_an_agent_approves_in_neutral_words(agent, asked):
    page = screen("moderate", asked.pk)
    for need in ("", "Appeler le 04 65 71 88 88"):
        assert agent.post(page, {"need": need}).context["form"].errors
    agent.post(page, {"need": "Porter des courses", "is_sensitive": "on"})
    request = HelpRequest.objects.get()
    assert (request.state, request.need, request.is_sensitive) == (State.OPEN, "Porter des courses", True)
    agent.post(screen("edit", asked.pk), {"need": "Porter deux sacs"})
    request.refresh_from_db()
    assert (request.need, request.is_sensitive) == ("Porter deux sacs", False)


def test_an_agent_refuses_with_a_reason(agent, asked):
    assert agent.post(screen("refuse", asked.pk), {}).context["form"].errors
    agent.post(screen("refuse", asked.pk), {"reason": "care", "words": "Le CCAS vous rappelle."})
    request = HelpRequest.objects.get()
    assert (request.state, request.reason, request.reason_words) == (State.REFUSED, "care", "Le CCAS vous rappelle.")
    assert agent.get(screen("moderate", asked.pk))["Location"] == screen("inspect", asked.pk)


def test_an_agent_finds_a_volunteer_by_name_and_matches_them(agent):
    asked = HelpRequestFactory(shown=True, is_sensitive=True, on_paper=True)
    ready = VolunteerFactory(first_name="Ali", last_name="Benali", charter_version="1")
    VolunteerFactory(first_name="Ali", last_name="Mineur", charter_version="1", birth_year=2012)
    VolunteerFactory(first_name="Ali", last_name="Sans Charte")
    page = screen("match", asked.pk)
    assert list(agent.get(page, {"q": "ali"}).context["volunteers"]) == [ready]
    assert agent.post(page, {"volunteer": "nonsense"}).status_code == 404
    agent.post(page, {"volunteer": str(ready.pk)})
    assert Offer.objects.get().state == OfferState.ACCEPTED
    agent.post(screen("finish", asked.pk), {"hours": "2"})
    assert HelpRequest.objects.get().worked == 120


def test_an_agent_answers_for_somebody_without_an_email_and_reads_only_their_offers(agent):
    on_paper = offer_of(HelpRequestFactory(shown=True, on_paper=True), text="Rivalwort")
    by_mail = offer_of(HelpRequestFactory(shown=True), text="Rivalwort")
    assert "Rivalwort" in agent.get(screen("inspect", on_paper.request_id)).text
    assert "Rivalwort" not in agent.get(screen("inspect", by_mail.request_id)).text
    foreign = {"do": "accept", "offer": str(by_mail.pk)}
    assert agent.post(screen("inspect", on_paper.request_id), foreign).status_code == 404
    agent.post(screen("inspect", on_paper.request_id), {"do": "accept", "offer": str(on_paper.pk)})
    on_paper.refresh_from_db()
    assert on_paper.state == OfferState.ACCEPTED


@pytest.mark.parametrize(("do", "state"), [("release", State.OPEN), ("withdraw", State.WITHDRAWN)])
def test_an_agent_undoes_for_either_side(agent, do, state):
    offer = matched()
    agent.post(screen("inspect", offer.request_id), {"do": do, "offer": str(offer.pk)})
    assert HelpRequest.objects.get().state == state


def test_a_sleeping_request_is_found_and_the_old_ones_are_counted_by_area(agent, clock):
    quarter = NeighbourhoodFactory(name="Le Port")
    HelpRequestFactory(shown=True, neighbourhood=quarter)
    clock.shift(timedelta(days=10))
    fresh = HelpRequestFactory(shown=True, neighbourhood=quarter)
    HelpRequestFactory()
    [row] = counted_by_area()
    assert [cell["number"] for cell in row["cells"]] == [1, 1, 0]
    home = agent.get(reverse("wagtailadmin_home")).text
    assert row["cells"][0]["url"].replace("&", "&amp;") in home
    assert list(agent.get(row["cells"][0]["url"]).context["object_list"]) == [fresh]
    unanswered = agent.get(screen("index"), {"answer": "unanswered"}).context["object_list"]
    assert fresh not in unanswered
    assert len(unanswered) == 1


def test_the_file_names_nobody(agent, asked):
    for kind in ("csv", "xlsx"):
        content = agent.get(screen("index"), {"export": kind}).getvalue()
        assert not [word for word in (*CANARIES, "Paulette", "Martin") if word.encode() in content]
    assert asked.kind.name in agent.get(screen("index"), {"export": "csv"}).getvalue().decode()


def test_a_formula_in_a_kind_stays_a_text_in_the_file(agent):
    HelpRequestFactory(kind=HelpKindFactory(name="=1+1"))
    assert "'=1+1" in agent.get(screen("index"), {"export": "csv"}).getvalue().decode()


def test_the_list_costs_the_same_however_long_it_is(agent, django_assert_max_num_queries):
    HelpRequestFactory(shown=True, neighbourhood=NeighbourhoodFactory())
    agent.get(screen("index_results")), agent.get(screen("index_results"))
    with django_assert_max_num_queries(40) as first:
        agent.get(screen("index_results"))
    number = len(first)
    for _ in range(12):
        offer_of(HelpRequestFactory(shown=True, kind=HelpKindFactory(), neighbourhood=NeighbourhoodFactory()))
    with django_assert_max_num_queries(number):
        agent.get(screen("index_results"))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR, Role.READER])
def test_the_offices_see_nothing_of_help_requests(found_city, asked, role):
    client = browser(role)
    assert client.get(screen("index")).status_code == 302
    assert "volunteering-help-requests" not in client.get(reverse("wagtailadmin_home")).text
