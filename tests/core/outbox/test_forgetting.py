"""What the outbox knows of people goes after a week, or when they ask."""

from datetime import timedelta

import pytest
from django.core import mail as sent
from django.core.management import call_command

from tests.core.outbox.letters import JEANNE, Faulty, Note, note
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.delivery import deliver, sweep
from volunteering.core.outbox.models import KEEP_ROW, OutgoingMail
from volunteering.core.outbox.personal_data import erase_for, export_for

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_a_week_after_it_left_a_mail_has_forgotten_to_whom_and_about_what(clock):
    mail = note(search="an id")
    deliver(mail_id=mail.pk)
    clock.shift(timedelta(days=6, hours=23))
    call_command("purge_expired", verbosity=0)
    assert OutgoingMail.objects.get().recipient == JEANNE

    clock.shift(timedelta(hours=2))
    call_command("purge_expired", verbosity=0)
    assert list(OutgoingMail.objects.values_list("recipient", "about", "answer")) == [("", {}, "")]


def test_a_mail_that_still_waits_is_not_forgotten(clock):
    note(Faulty)
    sweep()
    clock.shift(timedelta(days=8))
    call_command("purge_expired", verbosity=0)

    assert OutgoingMail.objects.get().recipient == JEANNE


def test_a_forgotten_mail_still_keeps_the_same_one_from_leaving_twice(clock):
    deliver(mail_id=note(key="once").pk)
    clock.shift(timedelta(days=30))
    call_command("purge_expired", verbosity=0)
    assert not post(letter=Note, to=JEANNE, about={}, dedup_key="once")

    clock.shift(KEEP_ROW)
    call_command("purge_expired", verbosity=0)
    assert not OutgoingMail.objects.exists()


def test_someone_can_read_which_mails_went_to_them(clock):
    deliver(mail_id=note(key="1").pk)
    note(key="2", to="other@people.example")

    assert [row["mail"] for row in export_for(" Jeanne.Canari@People.Example")] == ["Voir le site"]


def test_someone_who_is_erased_gets_no_more_mail_and_leaves_no_trace():
    deliver(mail_id=note(key="left").pk)
    note(key="waits")

    assert erase_for(JEANNE) == 2
    sweep()
    assert len(sent.outbox) == 1
    assert JEANNE not in str(list(OutgoingMail.objects.values()))
