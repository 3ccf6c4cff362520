"""Accounts that nobody confirmed are forgotten after 48 hours, and no other account is."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.utils import timezone

from home.accounts.actions import delete_unconfirmed_accounts

pytestmark = pytest.mark.django_db


def someone(name="jeanne", *, hours_ago=49, **fields):
    joined = timezone.now() - timedelta(hours=hours_ago)
    return get_user_model().objects.create_user(name, f"{name}@people.example", date_joined=joined, **fields)


def signed_up(*, verified=False, **fields):
    person = someone(**fields)
    EmailAddress.objects.create(user=person, email=person.email, verified=verified, primary=True)
    return person


def test_an_account_whose_code_was_never_typed_is_forgotten():
    signed_up()

    assert delete_unconfirmed_accounts() == 1
    assert not get_user_model().objects.exists()
    assert not EmailAddress.objects.exists()


@pytest.mark.parametrize(
    "stays",
    [
        lambda: signed_up(hours_ago=47),
        lambda: signed_up(verified=True),
        lambda: signed_up(last_login=timezone.now()),
        lambda: signed_up(password="secret"),
        lambda: someone(),
    ],
    ids=["is two days old at most", "is confirmed", "was used", "has a password", "was made by an editor"],
)
def test_an_account_is_kept_that(stays):
    person = stays()

    assert delete_unconfirmed_accounts() == 0
    assert get_user_model().objects.get() == person


def test_an_account_with_one_confirmed_address_of_two_is_kept():
    person = signed_up(verified=True)
    EmailAddress.objects.create(user=person, email="other@people.example", verified=False, primary=False)

    assert delete_unconfirmed_accounts() == 0
