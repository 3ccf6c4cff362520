"""Every term of the register: a moment before its end all is there, a moment after it nothing is left."""

from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.city import found
from tests.privacy.terms import CASES
from tests.trust.read_only import select_only
from volunteering.core import retention
from volunteering.core.outbox.models import OutgoingMail

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
PARIS = ZoneInfo("Europe/Paris")
TERMS = {each.name: each for each in retention.registered()}
MOMENT = timedelta(seconds=2)
# The nights in which the clock changes, and days that not every month or year has. What begins in them may end on the
# next day that exists.
ODD = [
    (2028, 2, 29, 12),
    (2026, 8, 31, 9),
    (2026, 3, 29, 3),
    (2026, 10, 25, 2),
    (2025, 10, 26, 2),
]


@pytest.fixture
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def end_of(term, begun):
    """Months and years by the city's clock, days and hours by how much time has passed."""
    return (begun if isinstance(term.keep_for, timedelta) else begun.astimezone(PARIS)) + term.keep_for


def purge():
    call_command("purge_expired", verbosity=0)


def test_every_term_has_a_case_and_no_case_is_left_over():
    assert set(CASES) == set(TERMS)


@pytest.mark.usefixtures("_media")
@pytest.mark.parametrize("name", TERMS)
def test_what_is_kept_goes_when_its_term_ends_and_not_before(name, clock):
    found()
    term, rows = TERMS[name], CASES[name]()
    end = end_of(term, timezone.now())
    clock.move_to(end - MOMENT)
    purge()
    assert rows.count() == 1
    clock.move_to(end + MOMENT)
    assert term.count(timezone.now()) == 1
    purge()
    assert (rows.count(), term.count(timezone.now())) == (0, 0)


@pytest.mark.parametrize("begun", ODD, ids=str)
@pytest.mark.parametrize("name", ["sign_up_messages", "sign_ups", "help_requests", "claims", "history", "erasures"])
def test_months_are_those_of_the_calendar_on_odd_days_too(name, begun, clock):
    found()
    clock.move_to(datetime(*begun, tzinfo=PARIS))
    rows, end = CASES[name](), end_of(TERMS[name], timezone.now())
    clock.move_to(end - timedelta(hours=2))
    purge()
    assert rows.count() == 1
    clock.move_to(end + timedelta(days=1, hours=2))
    purge()
    assert rows.count() == 0


@pytest.mark.usefixtures("_media")
def test_a_dry_run_tells_what_would_go_and_writes_nothing(clock):
    found()
    # Each of these would make what another has made.
    left_out = {"claims_unproven", "accounts_unconfirmed", "mails"}
    for name in sorted(set(CASES) - left_out):
        CASES[name]()
    clock.shift(timedelta(days=9999))
    said = StringIO()
    with select_only({}):
        call_command("purge_expired", dry_run=True, stdout=said)
    head, *lines = said.getvalue().splitlines()
    assert (head.split(), len(lines)) == (["Partirait", "Quoi", "Traitement"], len(TERMS))
    nothing = {name for name, line in zip(TERMS, lines, strict=True) if line.split()[0] == "0"}
    assert nothing == {"claims_unproven", "accounts_unconfirmed"}


def test_a_term_that_cannot_be_kept_keeps_no_other_from_being_kept(clock, monkeypatch, caplog):
    CASES["mails_recipients"]()
    monkeypatch.setitem(retention._registered, "broken", broken())
    clock.shift(timedelta(days=8))
    with pytest.raises(CommandError, match="broken"):
        purge()
    assert not OutgoingMail.objects.remembered().exists()
    assert "ZeroDivisionError" in caplog.text


def broken():
    values = {"part": "mails", "what": "Broken", "keep_for": timedelta(1)}
    return retention.Retention(name="broken", over=lambda now: [], forget=lambda: 1 / 0, **values)
