"""A stamp is good for one time, between three seconds and a day after the form was shown."""

from datetime import timedelta

import pytest
from django.core import signing
from django.db import transaction

from tests.crowd import at_once
from volunteering.core.antispam.forms import GuardedForm
from volunteering.core.antispam.stamps import (
    Forged,
    Replayed,
    TooFast,
    TooOld,
    UsedStamp,
    check_stamp,
    new_stamp,
    spend_stamp,
)

pytestmark = pytest.mark.databases


@pytest.mark.parametrize(("seconds", "problem"), [(0, TooFast), (2.9, TooFast), (24 * 3600 + 1, TooOld)])
def test_a_stamp_cannot_be_used_at_once_or_after_a_day(clock, seconds, problem):
    stamp = new_stamp()
    clock.shift(seconds)
    with pytest.raises(problem):
        check_stamp(stamp)


@pytest.mark.parametrize("seconds", [3, 3600, 24 * 3600])
def test_a_stamp_can_be_used_in_between(clock, seconds):
    stamp = new_stamp()
    clock.shift(seconds)

    check_stamp(stamp)


OTHERS = [
    "",
    "x",
    "x:y",
    signing.Signer(salt="another").sign_object(["00000000000040008000000000000000", 0]),
    signing.Signer(key="another key", salt="volunteering.antispam.stamp").sign_object(["0" * 32, 0]),
]


@pytest.mark.parametrize("stamp", OTHERS)
def test_a_stamp_cannot_be_forged(stamp):
    with pytest.raises(Forged):
        check_stamp(stamp)


@pytest.mark.django_db
def test_a_stamp_cannot_be_used_twice(clock):
    stamp = new_stamp()
    spend_stamp(stamp)
    with pytest.raises(Replayed):
        spend_stamp(stamp)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_a_stamp_at_once_one_succeeds():
    stamp = new_stamp()

    def spend():
        try:
            spend_stamp(stamp)
        except Replayed:
            return False
        return True

    assert sum(at_once(20, spend)) == 1


@pytest.mark.django_db
def test_a_stamp_whose_action_failed_is_not_used_up():
    stamp = new_stamp()
    with transaction.atomic():
        spend_stamp(stamp)
        transaction.set_rollback(True)

    spend_stamp(stamp)


@pytest.mark.django_db
def test_used_stamps_can_go_once_they_are_too_old_anyway(clock):
    spend_stamp(new_stamp())
    assert not UsedStamp.objects.over().exists()

    clock.shift(timedelta(hours=24))
    assert UsedStamp.objects.over().exists()


# --- In a form ---------------------------------------------------------------------------------------------------


def sent_after(clock, seconds, **answers):
    stamp = GuardedForm().initial["stamp"]
    clock.shift(seconds)
    return GuardedForm({"stamp": stamp, "website": "", **answers})


def test_a_form_of_a_person_is_accepted(clock):
    form = sent_after(clock, 10)

    assert form.is_valid()
    assert not form.is_unstamped


def test_a_form_of_a_robot_is_refused(clock):
    form = sent_after(clock, 10, website="https://spam.example")

    assert not form.is_valid()
    assert "spam.example" not in str(form)


def test_someone_too_fast_can_send_the_same_form_again(clock):
    form = sent_after(clock, 1)
    assert not form.is_valid()

    clock.shift(3)
    assert GuardedForm(form.data).is_valid()


@pytest.mark.parametrize("stamp", ["", "forged"])
def test_someone_without_a_good_stamp_gets_a_new_one(clock, stamp):
    form = GuardedForm({"stamp": stamp, "website": ""})
    form.is_valid()

    clock.shift(5)
    assert GuardedForm(form.data).is_valid()
