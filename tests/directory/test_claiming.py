"""Whoever says that a record is theirs: a code to the office, or the city."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.utils import timezone

from tests.factories import AssociationFactory
from tests.mailbox import collect, link_with
from tests.pages import soup, words
from tests.rig.race import race
from volunteering.core.city import CitySettings
from volunteering.directory.actions import (
    ClaimOver,
    accept_claim,
    appoint,
    ask_the_city,
    prove_claim,
    purge_claims,
    refuse_claim,
)
from volunteering.directory.codes import code_of
from volunteering.directory.models import Claim, ClaimState, Membership, Role
from volunteering.privacy.actions import erase_person, export_person

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
WORDS = "Trésorière depuis 2024."


def somebody(name="jeanne"):
    return get_user_model().objects.create_user(name, f"{name}@people.example")


@pytest.fixture
def association(clock, found_city):
    return AssociationFactory(title="Les Jardins", with_office=True)


@pytest.fixture
def claimant(client, association):
    user = somebody()
    client.force_login(user)
    return user


def page_of(association, way=""):
    return f"/engagement/associations/{association.pk}/c-est-mon-association/{way}"


def code_in(message):
    return "".join(figure for figure in message.body.split("Les Jardins")[1].split("\n\n")[1] if figure.isdigit())


def city_claim(association, user):
    return ask_the_city(association=association, user=user, words=WORDS, site=association.get_site(), language="fr")


def test_the_public_page_leads_to_the_claim(client, association):
    assert soup(client.get(association.url)).find("a", href=page_of(association))


def test_a_visitor_signs_in_first(client, association):
    assert client.get(page_of(association)).status_code == 302
    assert client.post(page_of(association)).status_code == 302
    assert not Claim.objects.exists()


def test_whoever_reads_the_mailbox_of_the_office_gets_the_keys(client, claimant, association):
    client.post(page_of(association))
    [message] = collect()
    assert message.to == ["office@asso.example"]
    page = client.post(page_of(association, "code/"), {"code": code_in(message)}, follow=True)
    assert "Les Jardins" in words(page)
    assert Membership.objects.get(user=claimant).role == Role.MANAGER


def test_the_pages_say_nothing_of_the_offices_address(client, claimant, association):
    without = AssociationFactory(title="Les Jardins")
    pages = []
    for record in (association, without):
        sent = client.post(page_of(record), follow=True)
        pages.append(words(sent))
        assert "asso.example" not in sent.content.decode()
    assert pages[0] == pages[1]
    assert len(collect()) == 1


@pytest.mark.parametrize("typed", ["000000", "", "garbage", "12345678901234567890", "\x00"])
def test_a_wrong_code_opens_nothing(typed, client, claimant, association):
    client.post(page_of(association))
    page = client.post(page_of(association, "code/"), {"code": typed})
    assert soup(page).select(".v-errors")
    assert not Membership.objects.exists()


def test_five_guesses_are_all_one_has_also_with_a_fresh_code(client, claimant, association):
    for _guess in range(5):
        client.post(page_of(association))
        client.post(page_of(association, "code/"), {"code": "000000"})
    right = code_of(Claim.objects.get())
    page = client.post(page_of(association, "code/"), {"code": right})
    assert "Demandez à la ville" in words(page)
    assert not Membership.objects.exists()


def test_an_office_gets_three_codes_a_day_whoever_asks(client, association):
    for number in range(5):
        client.force_login(somebody(f"somebody-{number}"))
        client.post(page_of(association))
    assert len(collect()) == 3


def test_a_code_ends_after_two_days(client, clock, claimant, association):
    client.post(page_of(association))
    [message] = collect()
    clock.shift(timedelta(hours=49))
    client.post(page_of(association, "code/"), {"code": code_in(message)})
    assert not Membership.objects.exists()
    assert purge_claims() == 1


def test_a_fresh_code_ends_the_one_before(client, claimant, association):
    client.post(page_of(association))
    [first] = collect()
    client.post(page_of(association))
    client.post(page_of(association, "code/"), {"code": code_in(first)})
    assert not Membership.objects.exists()


def test_the_code_of_somebody_else_opens_nothing(client, claimant, association):
    client.post(page_of(association))
    [message] = collect()
    client.force_login(somebody("thief"))
    assert client.post(page_of(association, "code/"), {"code": code_in(message)}).status_code == 302
    client.post(page_of(association))
    client.post(page_of(association, "code/"), {"code": code_in(message)})
    assert not Membership.objects.exists()


def test_a_record_that_has_a_manager_goes_to_the_city_and_the_manager_is_told(client, claimant, association):
    manager = somebody("manager")
    appoint(association=association, user=manager, role=Role.MANAGER, by=None)
    client.post(page_of(association))
    assert not Claim.objects.exists()
    client.post(page_of(association, "demander/"), {"words": WORDS})
    [message] = collect()
    assert message.to == [manager.email]
    assert claimant.email not in message.body + message.alternatives[0][0]
    assert Claim.objects.get().state == ClaimState.WAITING


def test_of_two_who_type_their_code_the_second_goes_to_the_city(client, claimant, association):
    client.post(page_of(association))
    mine = Claim.objects.get()
    second = somebody("second")
    client.force_login(second)
    client.post(page_of(association))
    other = Claim.objects.get(user=second)
    client.force_login(claimant)
    client.post(page_of(association, "code/"), {"code": code_of(mine)})
    assert prove_claim(claim=other) is None
    other.refresh_from_db()
    assert (other.state, bool(other.proven_at)) == (ClaimState.WAITING, True)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_many_who_type_their_codes_at_once_one_gets_the_keys():
    association = AssociationFactory(with_office=True)
    assert sum(race(8, "tests.directory.rivals:prove", association.pk)) == 1
    assert Membership.objects.managers().count() == 1
    assert Claim.objects.waiting().count() == 7


def test_the_citys_office_is_told_that_somebody_waits(client, claimant, association):
    CitySettings.objects.update(office_email="vie-associative@city.example")
    client.post(page_of(association, "demander/"), {"words": WORDS})
    [message] = collect()
    assert message.to == ["vie-associative@city.example"]
    assert "claims" in link_with(message, "claims")
    assert "regarde votre demande" in words(client.get(page_of(association)))


def test_who_asks_the_city_says_in_a_few_words_who_they_are(client, claimant, association):
    page = client.post(page_of(association, "demander/"), {"words": " "})
    assert soup(page).select(".v-errors")
    assert not Claim.objects.exists()


def test_who_asks_twice_has_asked_once(client, claimant, association):
    for _time in range(2):
        client.post(page_of(association, "demander/"), {"words": WORDS})
    assert Claim.objects.count() == 1


def test_nobody_claims_twenty_records_a_day(client, claimant, association):
    records = AssociationFactory.create_batch(8)
    for record in records:
        client.post(page_of(record, "demander/"), {"words": WORDS})
    assert Claim.objects.count() == 6


@pytest.mark.parametrize("proves", [False, True])
def test_an_account_whose_address_nobody_proved_claims_nothing(proves, client, settings, claimant, association):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "ACCOUNTS_PROVE_ADDRESSES": proves}
    if proves:
        claimant.email = ""
        claimant.save()
    assert "Appelez-nous" in words(client.get(page_of(association)))
    client.post(page_of(association))
    client.post(page_of(association, "demander/"), {"words": WORDS})
    assert not Claim.objects.exists()


def test_who_speaks_for_it_already_is_led_to_the_space(client, claimant, association):
    appoint(association=association, user=claimant, role=Role.MANAGER, by=None)
    assert soup(client.get(page_of(association))).find("a", class_="v-button", href="/engagement/mon-association/")
    assert client.get(page_of(association, "demander/")).status_code == 302


@pytest.mark.parametrize("way", ["", "code/", "demander/"])
def test_a_record_that_is_not_published_cannot_be_claimed(way, client, claimant):
    assert client.get(page_of(AssociationFactory(draft=True), way)).status_code == 404


def test_the_city_says_yes(claimant, association):
    claim = city_claim(association, claimant)
    collect()
    accept_claim(claim=claim, by=somebody("agent"))
    [message] = collect()
    assert (message.to, Membership.objects.get().role) == ([claimant.email], Role.MANAGER)
    with pytest.raises(ClaimOver):
        refuse_claim(claim=claim, reason="Non", by=None)


def test_the_city_says_no_and_why(claimant, association):
    claim = city_claim(association, claimant)
    collect()
    refuse_claim(claim=claim, reason="L’association ne vous connaît pas.", by=somebody("agent"))
    [message] = collect()
    assert "ne vous connaît pas" in message.body
    assert not Membership.objects.exists()


def test_what_was_refused_is_forgotten_after_six_months(clock, claimant, association):
    refuse_claim(claim=city_claim(association, claimant), reason="Non.", by=None)
    city_claim(association, somebody("other"))
    clock.move_to(timezone.now() + timedelta(days=180))
    assert purge_claims() == 0
    clock.shift(timedelta(days=5))
    assert purge_claims() == 1
    assert Claim.objects.get().state == ClaimState.WAITING


def test_a_claim_is_told_and_erased_with_the_person(claimant, association):
    city_claim(association, claimant)
    [row] = export_person(email=claimant.email)["associations"]
    assert (row["association"], row["words"]) == ("Les Jardins", WORDS)
    erase_person(email=claimant.email)
    assert not Claim.objects.exists()


def test_a_code_that_was_typed_makes_the_mails_that_wait_say_nothing(client, claimant, association):
    client.post(page_of(association))
    claim = Claim.objects.get()
    claim.state = ClaimState.WAITING
    claim.save()
    assert collect() == []
    assert mail.outbox == []
