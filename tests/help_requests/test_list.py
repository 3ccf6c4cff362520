"""Who sees who needs a hand, and how little of them."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.factories import NeighbourhoodFactory, VolunteerFactory
from tests.hands import HelpKindFactory, HelpRequestFactory, matched
from tests.help_requests.journeys import GIVE, city_with_charter, volunteer_in
from volunteering.help_requests.gates import Gate
from volunteering.help_requests.models import Offer
from volunteering.help_requests.states import OfferState
from volunteering.relay.models import Message
from volunteering.volunteers.models import Volunteer

pytestmark = pytest.mark.django_db
NEED = "Porter des courses"
CANARIES = ("Zanari", "Kanaristrasse", "kanari@people.example", "04 65 71 88 88", "Kanariwort")


@pytest.fixture(autouse=True)
def _clock(clock):
    """It is 4 March 2026."""


@pytest.fixture
def asked():
    return HelpRequestFactory(
        shown=True,
        last_name="Zanari",
        address="3 rue Kanaristrasse",
        email="kanari@people.example",
        phone="04 65 71 88 88",
        words="Kanariwort",
    )


def offer_page(asked):
    return reverse("volunteering:offer_help", args=[asked.pk])


def test_a_volunteer_who_agreed_with_the_charter_sees_area_and_need_only(client, asked):
    volunteer_in(client)
    for page in (client.get(GIVE), client.get(offer_page(asked))):
        assert NEED in page.text
        assert not [word for word in CANARIES if word in page.text]
        assert page["X-Robots-Tag"] == "noindex"


GATES = {
    Gate.CHARTER: {"charter_version": "old"},
    Gate.MINOR: {"birth_year": 2010},
}


@pytest.mark.parametrize(("gate", "fields"), GATES.items(), ids=[str(gate) for gate in GATES])
def test_a_volunteer_before_a_gate_reads_what_to_do_next_and_no_need(client, asked, gate, fields):
    volunteer_in(client, **fields)
    for page in (client.get(GIVE), client.get(offer_page(asked)), client.post(offer_page(asked), {"text": "Moi"})):
        assert page.context["gate"] == gate
        assert NEED not in page.text
    assert not Offer.objects.exists()


def test_a_visitor_and_an_account_without_a_profile_see_no_need(client, asked, settings):
    settings.VOLUNTEERING = {"ACCOUNTS_PROVE_ADDRESSES": True}
    city_with_charter()
    page = client.get(GIVE)
    assert (page.context["gate"], NEED in page.text) == (Gate.SIGN_IN, False)
    client.force_login(get_user_model().objects.create_user("new", "new@people.example"))
    page = client.get(offer_page(asked))
    assert (page.context["gate"], NEED in page.text) == (Gate.PROFILE, False)
    settings.VOLUNTEERING = {}
    assert client.get(GIVE).context["gate"] == Gate.PROVE


def test_the_charter_is_accepted_there_in_the_version_that_was_read(client, asked):
    volunteer = volunteer_in(client, charter_version="")
    version = client.get(GIVE).context["version"]
    client.post(reverse("volunteering:accept_help_charter"), {"version": "another"})
    assert Volunteer.objects.get(pk=volunteer.pk).charter_version == ""
    client.post(reverse("volunteering:accept_help_charter"), {"version": version})
    assert NEED in client.get(GIVE).text


def test_what_is_sensitive_or_not_read_yet_or_over_is_in_no_list(client, asked):
    volunteer_in(client)
    hidden = [HelpRequestFactory(), HelpRequestFactory(shown=True, is_sensitive=True), matched().request]
    page = client.get(GIVE)
    assert list(page.context["results"]) == [asked]
    assert [client.get(offer_page(each)).status_code for each in hidden] == [404] * 3
    assert [client.post(offer_page(each), {"text": "Moi"}).status_code for each in hidden] == [404] * 3


def test_a_volunteer_narrows_the_list_by_what_where_and_when(client, asked):
    volunteer_in(client)
    kind, quarter = HelpKindFactory(slug="visite"), NeighbourhoodFactory(slug="le-port")
    other = HelpRequestFactory(shown=True, kind=kind, neighbourhood=quarter, moment="evening")
    for query in ("kind=visite", "neighbourhood=le-port", "kind=visite&neighbourhood=le-port&moment=evening"):
        assert list(client.get(f"{GIVE}?{query}").context["results"]) == [other], query
    assert set(client.get(f"{GIVE}?moment=evening").context["results"]) == {asked, other}


@pytest.mark.parametrize("query", ["kind=nonsense", "moment=%00", "neighbourhood=' OR 1=1", "kind=a&kind=b"])
def test_an_answer_nobody_understands_is_left_out_and_told(client, asked, query):
    volunteer_in(client)
    page = client.get(f"{GIVE}?{query}")
    assert list(page.context["results"]) == [asked]
    assert page.context["filters"].notes


@pytest.mark.parametrize("query", ["page=0", "page=99", f"page={10**30}"])
def test_a_page_past_the_end_does_not_exist(client, asked, query):
    volunteer_in(client)
    assert client.get(f"{GIVE}?{query}").status_code == 404


def test_the_list_costs_the_same_however_long_it_is(client, django_assert_max_num_queries, django_assert_num_queries):
    volunteer_in(client)
    HelpRequestFactory(shown=True)
    client.get(GIVE), client.get(GIVE)
    with django_assert_max_num_queries(20) as first:
        client.get(GIVE)
    number = len(first)
    for _ in range(30):
        HelpRequestFactory(shown=True, kind=HelpKindFactory(), neighbourhood=NeighbourhoodFactory())
    client.get(GIVE)
    with django_assert_num_queries(number):
        assert len(client.get(GIVE).context["results"]) == 20


def test_a_few_words_and_the_offer_is_made(client, asked):
    volunteer = volunteer_in(client)
    page = client.post(offer_page(asked), {"text": "Je passe mardi."}, follow=True)
    offer = Offer.objects.get()
    assert (offer.volunteer, Message.objects.get().text) == (volunteer, "Je passe mardi.")
    assert page.context["offer"] == offer
    assert client.get(offer_page(asked))["Location"] == reverse("volunteering:my_help_offer", args=[offer.pk])


def test_who_else_offered_is_told_to_nobody(client, asked):
    volunteer_in(client, first_name="Rivalina")
    client.post(offer_page(asked), {"text": "Rivalwort"})
    volunteer_in(client)
    assert not re.search("Rivalina|Rivalwort", client.get(GIVE).text + client.get(offer_page(asked)).text)


@pytest.mark.parametrize("year", [None, 2008])
def test_somebody_whose_age_is_not_known_is_asked(client, asked, year):
    volunteer_in(client, birth_year=year)
    assert "age" in client.post(offer_page(asked), {"text": "Moi"}).context["form"].errors
    client.post(offer_page(asked), {"text": "Moi", "age": "on"})
    assert Offer.objects.exists()


def test_the_address_is_on_the_one_answer_to_its_button(client):
    volunteer = volunteer_in(client)
    offer = matched(volunteer, address="3 rue Kanaristrasse", last_name="Zanari", shares_phone=True)
    page = reverse("volunteering:my_help_offer", args=[offer.pk])
    assert not [word for word in CANARIES if word in client.get(page).text]
    shown = client.post(page, {"do": "show_address"})
    assert "Kanaristrasse" in shown.text
    assert "Zanari" in shown.text
    assert "no-store" in shown["Cache-Control"]
    assert "04 65 71 22 22" in client.post(page, {"do": "show_phone"}).text
    assert not [word for word in CANARIES if word in client.get(page).text]


def test_before_the_yes_and_for_somebody_else_there_is_no_address(client, asked):
    volunteer_in(client)
    client.post(offer_page(asked), {"text": "Moi"})
    own = reverse("volunteering:my_help_offer", args=[Offer.objects.get().pk])
    for do in ("show_address", "show_phone"):
        assert not [word for word in CANARIES if word in client.post(own, {"do": do}, follow=True).text]
    foreign = matched(VolunteerFactory(), address="3 rue Kanaristrasse")
    assert (
        client.post(reverse("volunteering:my_help_offer", args=[foreign.pk]), {"do": "show_address"}).status_code == 404
    )


def test_whoever_cannot_come_says_so(client):
    offer = matched(volunteer_in(client))
    client.post(reverse("volunteering:my_help_offer", args=[offer.pk]), {"do": "take_back"})
    assert Offer.objects.get().state == OfferState.TAKEN_BACK
    assert client.get(reverse("volunteering:my_help_offers")).status_code == 200
