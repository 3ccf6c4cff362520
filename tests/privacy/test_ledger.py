"""Who was erased is erased again after the restore of an older backup, and whoever came back is left alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from tests.factories import SavedSearchFactory, VolunteerFactory
from tests.privacy.lives import JEANNE, NAME, PHONE, full_life, tables_with
from tests.trust.read_only import select_only
from volunteering.alerts.models import SavedSearch
from volunteering.core.retention import purge
from volunteering.privacy import ledger, ledger_file, replaying
from volunteering.privacy.actions import erase_person
from volunteering.privacy.models import Erasure
from volunteering.privacy.replaying import replay_erasures
from volunteering.volunteers.actions import correct
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


@pytest.fixture
def file(settings, tmp_path):
    path = tmp_path / "elsewhere" / "erasures.ledger"
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "ERASURE_LEDGER": str(path)}
    return path


@pytest.fixture
def backup(committed, clock, file):
    """What happens within is lost with the database an hour later, and the file is not."""

    def lose(act):
        clock.shift(timedelta(days=1))
        before = transaction.savepoint()
        with committed():
            act()
        transaction.savepoint_rollback(before)
        clock.shift(timedelta(hours=1))

    return lose


def test_whoever_was_erased_is_erased_again_from_a_restored_backup(backup):
    full_life()
    backup(lambda: erase_person(email=JEANNE.upper()))
    assert (Erasure.objects.exists(), Volunteer.objects.filter(email=JEANNE).exists()) == (False, True)
    done = replay_erasures()
    assert (done.people, done.failed, done.unreadable) == (1, 0, [])
    assert tables_with("kanari", NAME, PHONE) == set()
    assert not get_user_model().objects.filter(email=JEANNE).exists()
    assert replay_erasures().people == 0


def test_the_ledger_names_nobody(backup, file):
    volunteer = full_life()
    backup(lambda: erase_person(email=JEANNE))
    replay_erasures()
    told = file.read_text() + str(list(Erasure.objects.values()))
    assert not any(word in told for word in ("jeanne", "people.example", str(volunteer.pk), NAME))
    assert file.stat().st_mode & 0o077 == 0


def test_nobody_else_is_erased(backup):
    full_life()
    other = VolunteerFactory()
    backup(lambda: erase_person(email=JEANNE))
    replay_erasures()
    assert list(Volunteer.objects.all()) == [other]


def test_a_dry_run_tells_how_many_and_writes_nothing(backup):
    full_life()
    backup(lambda: erase_person(email=JEANNE))
    said = StringIO()
    with select_only({}):
        call_command("replay_erasures", dry_run=True, stdout=said)
    assert "encore là : 1" in said.getvalue().replace("\N{NO-BREAK SPACE}", " ")
    assert Volunteer.objects.exists()


def test_whoever_came_back_after_they_were_erased_is_left_alone(file, clock, committed):
    full_life()
    with committed():
        erase_person(email=JEANNE)
    clock.shift(timedelta(days=1))
    VolunteerFactory(email=JEANNE)
    SavedSearchFactory(email=JEANNE, asked_at=timezone.now())
    assert replay_erasures().people == 0
    assert Volunteer.objects.filter(email=JEANNE).exists()
    assert SavedSearch.objects.filter(email=JEANNE).exists()


def test_whose_address_was_another_in_the_backup_is_found_and_that_address_is_left_alone(backup):
    volunteer = VolunteerFactory(email="typed-wrongly@people.example")
    SavedSearchFactory(email="typed-wrongly@people.example")

    def repaired_then_erased():
        correct(volunteer=volunteer, by=get_user_model().objects.create_user("agent"), email=JEANNE)
        erase_person(email=JEANNE)

    backup(repaired_then_erased)
    assert replay_erasures().people == 1
    assert not Volunteer.objects.exists()
    assert SavedSearch.objects.count() == 1


def test_whoever_was_forgotten_at_the_end_of_their_term_goes_again(backup, clock):
    """On paper, without an address; otherwise they would be written to a second time."""
    VolunteerFactory(on_paper=True)
    clock.shift(timedelta(days=730))
    backup(lambda: list(purge()))
    assert Volunteer.objects.exists()
    assert replay_erasures().people == 1
    assert not Volunteer.objects.exists()


def test_an_account_of_a_number_that_was_given_again_is_left_alone(backup):
    account = get_user_model().objects.create_user("0e1f", JEANNE)
    backup(lambda: erase_person(email=JEANNE))
    get_user_model().objects.filter(pk=account.pk).update(email="other@people.example", date_joined=timezone.now())
    assert replay_erasures().people == 0
    assert get_user_model().objects.filter(pk=account.pk).exists()


@pytest.mark.parametrize("spoil", ["moment", "garbage", "cut", "bytes"])
def test_a_line_that_somebody_changed_is_told_and_left_out(backup, file, spoil):
    full_life()
    backup(lambda: erase_person(email=JEANNE))
    good = file.read_bytes()
    bad = {"moment": good.replace(b"2026", b"2099"), "garbage": b"nothing of ours\n", "bytes": b"\xff\xfe\n"}
    file.write_bytes(bad.get(spoil, good[:40] + b"\n"))
    errors = StringIO()
    call_command("replay_erasures", stdout=StringIO(), stderr=errors)
    assert "1" in errors.getvalue()
    assert Volunteer.objects.filter(email=JEANNE).exists()


def test_lines_after_one_that_cannot_be_read_count(backup, file):
    full_life()
    backup(lambda: erase_person(email=JEANNE))
    file.write_bytes(b"nothing of ours\n" + file.read_bytes())
    done = replay_erasures()
    assert (done.people, done.unreadable) == (1, [1])


def test_an_erasure_stands_when_the_file_cannot_be_written_and_the_night_makes_up_for_it(file, committed, caplog):
    full_life()
    file.parent.write_text("a file where a folder should be")
    with committed():
        erase_person(email=JEANNE)
    assert not Volunteer.objects.filter(email=JEANNE).exists()
    assert (JEANNE in caplog.text, "append" in caplog.text) == (False, True)
    file.parent.unlink()
    list(purge())
    assert set(ledger_file.read()[0]) == set(Erasure.objects.values_list("key", "erased_at"))


def test_what_no_backup_is_as_old_as_is_forgotten_in_both(file, clock):
    ledger.record(identities=["address:a"])
    ledger_file.append(Erasure.objects.values_list("key", "erased_at"))
    clock.shift(timedelta(days=390))
    ledger.record(identities=["address:b"])
    clock.shift(timedelta(days=10))
    list(purge())
    assert [key for key, _at in ledger_file.read()[0]] == [ledger.key_of("address:b")]
    assert Erasure.objects.get().key == ledger.key_of("address:b")


def test_several_who_write_and_tidy_at_once_lose_no_line(file):
    now = timezone.now()
    entries = [(ledger.key_of(f"address:{number}"), now + timedelta(seconds=number)) for number in range(120)]
    with ThreadPoolExecutor(max_workers=6) as pool:
        jobs = [pool.submit(ledger_file.append, [entry]) for entry in entries[:100]]
        jobs += [pool.submit(ledger_file.tidy, [entry]) for entry in entries[100:]]
    assert [job.result() for job in jobs] == [None] * 120
    written, unreadable = ledger_file.read()
    assert (sorted(written), unreadable) == (sorted(entries), [])


def test_an_entry_made_with_the_secret_before_this_one_still_counts(backup, settings):
    full_life()
    backup(lambda: erase_person(email=JEANNE))
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    assert replay_erasures().people == 1


def test_one_who_cannot_be_erased_keeps_no_other_from_it(backup, monkeypatch, caplog):
    VolunteerFactory(email="first@people.example")
    VolunteerFactory(email=JEANNE)
    backup(lambda: [erase_person(email=email) for email in ("first@people.example", JEANNE)])
    real = replaying.erase_person
    monkeypatch.setattr(replaying, "erase_person", lambda *, email: real(email=email) if email == JEANNE else 1 / 0)
    with pytest.raises(CommandError):
        call_command("replay_erasures", stdout=StringIO())
    assert [each.email for each in Volunteer.objects.all()] == ["first@people.example"]
    assert "first@" not in caplog.text


def test_nobody_is_in_the_ledger_of_whom_nothing_was_held(file):
    assert erase_person(email="nobody@people.example") == 0
    assert (Erasure.objects.exists(), Path(file).exists()) == (False, False)
