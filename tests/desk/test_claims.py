"""Who says that a record is theirs, as the offices decide."""

import pytest
from django.urls import reverse

from tests.admin import AGENT, MODERATOR, READER, errors, sign_in, text
from tests.factories import AssociationFactory, EditorFactory
from tests.pages import queries
from volunteering.directory.actions import appoint
from volunteering.directory.models import Claim, ClaimState, Membership, Role

INDEX = reverse("volunteering_claims:index")


def claim_of(title="Les Jardins", **values):
    user = EditorFactory(groups=["nobody"])
    values = {"state": ClaimState.WAITING, "words": "Trésorière depuis 2024.", **values}
    return Claim.objects.create(association=AssociationFactory(title=title), user=user, **values)


def url_of(claim, verb):
    return reverse(f"volunteering_claims:{verb}", args=[claim.pk])


@pytest.mark.parametrize("group", [AGENT, MODERATOR])
def test_whoever_decides_sees_what_waits_on_the_dashboard_and_in_the_list(group):
    claim = claim_of()
    client = sign_in(group)
    assert "1 demande attend" in text(client.get(reverse("wagtailadmin_home")))
    assert "Les Jardins" in text(client.get(INDEX, {"state": "waiting"}))
    for page in (INDEX, url_of(claim, "accept"), url_of(claim, "refuse")):
        assert claim.user.email not in client.get(page).text


def test_a_reader_decides_nothing():
    claim = claim_of()
    client = sign_in(READER)
    assert "demande attend" not in text(client.get(reverse("wagtailadmin_home")))
    client.post(url_of(claim, "accept"))
    assert not Membership.objects.exists()


def test_a_code_that_nobody_has_typed_concerns_nobody_there():
    claim = claim_of(state=ClaimState.CODE)
    client = sign_in(AGENT)
    assert "Les Jardins" not in text(client.get(INDEX))
    assert client.post(url_of(claim, "accept")).status_code == 404


def test_before_deciding_one_sees_that_others_hold_the_keys():
    claim = claim_of()
    manager = EditorFactory(groups=["nobody"], username="zoe")
    appoint(association=claim.association, user=manager, role=Role.MANAGER, by=None)
    assert "z…@city.example" in text(sign_in(AGENT).get(url_of(claim, "accept")))


def test_the_keys_are_given_once():
    claim = claim_of()
    client = sign_in(AGENT)
    assert "Les clés sont données" in text(client.post(url_of(claim, "accept"), follow=True))
    again = client.post(url_of(claim, "refuse"), {"reason": "Trop tard."}, follow=True)
    assert "Quelqu’un a décidé entre-temps" in text(again)
    assert Membership.objects.get().role == Role.MANAGER


def test_a_refusal_says_why():
    claim = claim_of()
    client = sign_in(AGENT)
    assert errors(client.post(url_of(claim, "refuse"), {"reason": " "}))
    client.post(url_of(claim, "refuse"), {"reason": "L’association ne vous connaît pas."})
    claim.refresh_from_db()
    assert (claim.state, claim.reason) == (ClaimState.REFUSED, "L’association ne vous connaît pas.")


def test_the_list_costs_the_same_for_two_and_for_ten():
    client = sign_in(AGENT)
    for number in range(2):
        claim_of(f"Association {number}")
    few = queries(client, INDEX)
    for number in range(8):
        claim_of(f"Une autre {number}")
    assert queries(client, INDEX) == few
