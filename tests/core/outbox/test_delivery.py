"""Sent once, tried again when it must be, given up when it cannot be; whoever is killed in between loses nothing."""

import time
from datetime import timedelta

import pytest
from django.core import mail as sent
from django.core.management import call_command
from django.db import transaction

from tests.core.outbox.letters import JEANNE, Faulty, Note, Outdated, note
from tests.crowd import at_once
from volunteering.core.outbox import delivery
from volunteering.core.outbox.composing import compose
from volunteering.core.outbox.delivery import WAITS, Outcome, deliver, sweep
from volunteering.core.outbox.models import LEASE, Failure, OutgoingMail, Status

pytestmark = pytest.mark.databases

WORKERS = 8


def again(mail):
    mail.refresh_from_db()
    return mail


# --- Once --------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_that_left_does_not_leave_again(mail):
    assert [deliver(mail_id=mail.pk), deliver(mail_id=mail.pk)] == [Outcome.SENT, None]
    assert len(sent.outbox) == 1


@pytest.fixture
def slow_writing(monkeypatch):
    """Long enough for all to be at it."""

    def write(mail):
        time.sleep(0.2)
        return compose(mail)

    monkeypatch.setattr(delivery, "compose", write)


@pytest.fixture
def waiting_mail(transactional_db):
    with transaction.atomic():
        mail = note()
        # The job that the commit starts finds nothing to do.
        OutgoingMail.objects.update(status=Status.DROPPED)
    OutgoingMail.objects.update(status=Status.WAITING)
    return mail


def test_workers_at_the_same_mail_send_it_once(waiting_mail, slow_writing):
    outcomes = at_once(WORKERS, lambda: deliver(mail_id=waiting_mail.pk))

    assert sorted(map(str, outcomes)) == ["None"] * (WORKERS - 1) + ["sent"]
    assert len(sent.outbox) == 1


def test_workers_that_looked_first_would_send_it_several_times(waiting_mail, slow_writing, monkeypatch):
    def look_first(mail_id):
        mail = OutgoingMail.objects.get(pk=mail_id)
        return mail if mail.status == Status.WAITING else None

    monkeypatch.setattr(delivery, "_claim", look_first)
    at_once(WORKERS, lambda: deliver(mail_id=waiting_mail.pk))

    assert len(sent.outbox) > 1


@pytest.mark.django_db
def test_the_mail_of_a_worker_that_was_killed_is_sent_by_another(clock, mail):
    OutgoingMail.objects.due().update(status=Status.SENDING, claimed_at=mail.not_before, attempts=1)
    assert not sweep()

    clock.shift(LEASE + timedelta(seconds=1))
    assert sweep() == {Outcome.SENT: 1}
    assert sent.outbox[0].extra_headers["Message-ID"].startswith(f"<{mail.pk}@")


@pytest.mark.django_db
def test_a_worker_that_comes_too_late_does_not_undo_what_another_did(clock, mail):
    late = delivery._claim(mail.pk)
    clock.shift(LEASE + timedelta(seconds=1))
    deliver(mail_id=mail.pk)
    delivery._try_later(late, delivery.Refusal(failure=Failure.LATER, answer=""))

    assert again(mail).status == Status.SENT


# --- What mail servers answer ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_leaves_by_smtp_with_one_recipient(mail, mail_server):
    with mail_server() as server:
        assert deliver(mail_id=mail.pk) == Outcome.SENT

    assert server.letters[0].count(JEANNE) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        ({"RCPT": f"550 5.1.1 <{JEANNE}>: no mailbox jeanne.canari here"}, Failure.ADDRESS),
        ({"DATA": f"554 5.7.1 message for {JEANNE} refused"}, Failure.MESSAGE),
    ],
)
def test_a_mail_that_is_refused_for_good_is_given_up_with_a_reason(mail, mail_server, answers, failure, caplog):
    with mail_server(**answers):
        assert deliver(mail_id=mail.pk) == Outcome.FAILED

    assert (again(mail).status, mail.failure) == (Status.FAILED, failure)
    assert mail.answer.startswith(("550 5.1.1", "554 5.7.1"))
    assert not any(part in mail.answer + caplog.text for part in ("jeanne", "canari", "people.example"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        ({"RCPT": "451 4.7.1 greylisted"}, Failure.LATER),
        ({"DATA": "452 4.3.1 mailbox full"}, Failure.LATER),
        ({"MAIL": "550 this sender may not send"}, Failure.UNREACHABLE),
        ({"MAIL": "421 too many connections"}, Failure.UNREACHABLE),
    ],
)
def test_a_mail_that_is_refused_for_now_is_tried_again_later(clock, mail, mail_server, answers, failure):
    with mail_server(**answers):
        deliver(mail_id=mail.pk)

    assert (again(mail).status, mail.failure, mail.attempts) == (Status.WAITING, failure, 1)
    assert deliver(mail_id=mail.pk) is None
    clock.shift(WAITS[0] * 60)
    with mail_server() as server:
        assert (deliver(mail_id=mail.pk), len(server.letters)) == (Outcome.SENT, 1)
    assert (again(mail).failure, mail.answer) == ("", "")


@pytest.mark.django_db
def test_a_mail_is_given_up_after_two_days_and_a_half_without_a_mail_server(clock, mail, no_mail_server):
    for minutes in WAITS:
        assert deliver(mail_id=mail.pk) == Outcome.UNREACHABLE
        clock.shift(minutes * 60)

    assert deliver(mail_id=mail.pk) == Outcome.FAILED
    assert again(mail).answer == "ConnectionRefusedError"
    assert sum(WAITS) == 3762


@pytest.mark.django_db
def test_a_sweep_stops_at_a_mail_server_that_is_not_there(db, no_mail_server):
    for number in range(3):
        note(key=f"{number}")

    assert sweep() == {Outcome.UNREACHABLE: 1}
    assert OutgoingMail.objects.filter(attempts=0).count() == 2


@pytest.mark.django_db
def test_one_refused_address_keeps_no_other_mail_from_leaving(db, mail_server):
    note(key="1")
    note(key="2")
    with mail_server(RCPT="550 no"):
        assert sweep() == {Outcome.FAILED: 2}


# --- What is written ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_mail_that_has_nothing_left_to_say_does_not_leave():
    mail = note(Outdated)

    assert deliver(mail_id=mail.pk) == Outcome.DROPPED
    assert (again(mail).status, sent.outbox) == (Status.DROPPED, [])


@pytest.mark.django_db
def test_a_mail_that_cannot_be_written_is_told_in_the_log_and_tried_again(caplog):
    mail = note(Faulty)

    assert deliver(mail_id=mail.pk) == Outcome.POSTPONED
    assert again(mail).failure == Failure.UNWRITABLE
    assert "a fault of ours" in caplog.text
    assert "jeanne" not in caplog.text


@pytest.mark.django_db
def test_a_mail_of_a_kind_that_is_gone_stops_no_sweep(caplog):
    OutgoingMail.objects.filter(pk=note(key="1").pk).update(letter="volunteering.gone.Letter")
    note(Note, key="2")
    call_command("deliver_mail")

    assert len(sent.outbox) == 1
    assert "UnknownLetter" in caplog.text
