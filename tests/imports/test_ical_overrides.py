"""Single dates that a calendar cancels, moves or words otherwise."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.imports.files import calendar_file, import_calendar, vevent
from volunteering.agenda.actions import move_occurrence, restore_occurrence
from volunteering.agenda.models import EventPage, Occurrence

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WEEKLY = vevent("DTSTART;TZID=Europe/Paris:20260307T190000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;BYDAY=SA")
SECOND, FIFTH = datetime(2026, 3, 14, 18, tzinfo=UTC), datetime(2026, 4, 4, 17, tzinfo=UTC)


def change(day: str, *lines: str) -> str:
    return vevent(
        f"RECURRENCE-ID;TZID=Europe/Paris:2026{day}T190000", f"DTSTART;TZID=Europe/Paris:2026{day}T190000", *lines
    )


def moved(day: str, to: str) -> str:
    return change(day).replace(f"DTSTART;TZID=Europe/Paris:2026{day}T190000", f"DTSTART;TZID=Europe/Paris:2026{to}")


def date_of(recurrence_id: datetime) -> Occurrence:
    return Occurrence.objects.get(recurrence_id=recurrence_id)


def test_a_cancelled_date_stays_struck_through_and_the_others_go_ahead(tmp_path):
    import_calendar(calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED")))

    assert date_of(SECOND).status == "cancelled"
    assert Occurrence.objects.exclude(status="scheduled").count() == 1


def test_a_moved_date_keeps_its_identity_and_its_length(tmp_path):
    import_calendar(calendar_file(tmp_path, WEEKLY, moved("0314", "0315T150000")))

    row = date_of(SECOND)
    assert (row.status, row.start) == ("moved", datetime(2026, 3, 15, 14, tzinfo=UTC))
    assert row.end - row.start == timedelta(hours=2)


def test_a_change_told_before_its_event_is_understood_too(tmp_path):
    import_calendar(calendar_file(tmp_path, moved("0404", "0405T150000"), WEEKLY))

    assert date_of(FIFTH).status == "moved"


def test_another_place_for_one_date_becomes_its_note(tmp_path):
    import_calendar(calendar_file(tmp_path, WEEKLY, change("0314", "LOCATION:Petite salle")))

    assert date_of(SECOND).note == "Petite salle"


def test_importing_the_same_changes_again_writes_nothing(tmp_path):
    path = calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED"), moved("0404", "0405T150000"))
    import_calendar(path)
    before = PageLogEntry.objects.count()

    assert import_calendar(path).counts["unchanged"] == 1
    assert PageLogEntry.objects.count() == before


def test_a_new_change_counts_as_an_update(tmp_path):
    import_calendar(calendar_file(tmp_path, WEEKLY))

    report = import_calendar(calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED")))

    assert report.counts["updated"] == 1


def test_a_date_the_calendar_changes_no_longer_is_as_the_rule_says(tmp_path):
    changes = (
        change("0314", "STATUS:CANCELLED"),
        moved("0404", "0405T150000").replace("END", "DURATION:PT5H\r\nEND", 1),
    )
    import_calendar(calendar_file(tmp_path, WEEKLY, *changes))
    assert date_of(FIFTH).end - date_of(FIFTH).start == timedelta(hours=5)

    import_calendar(calendar_file(tmp_path, WEEKLY))

    assert {row.status for row in Occurrence.objects.all()} == {"scheduled"}
    assert (date_of(FIFTH).start, date_of(FIFTH).end) == (FIFTH, FIFTH + timedelta(hours=2))


def test_a_date_an_editor_restored_stays_restored(tmp_path):
    path = calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED"))
    import_calendar(path)
    restore_occurrence(occurrence=date_of(SECOND), by=None)

    import_calendar(path)

    assert date_of(SECOND).status == "scheduled"


def test_a_date_an_editor_moved_stays_there_when_the_calendar_only_notes_something(tmp_path):
    import_calendar(calendar_file(tmp_path, WEEKLY))
    start = SECOND + timedelta(days=1)
    move_occurrence(occurrence=date_of(SECOND), start=start, end=start + timedelta(hours=1), by=None)

    import_calendar(calendar_file(tmp_path, WEEKLY, change("0314", "LOCATION:Petite salle")))

    assert (date_of(SECOND).start, date_of(SECOND).note) == (start, "Petite salle")


def test_changes_wait_until_a_draft_is_published(tmp_path):
    path = calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED"))
    import_calendar(path, publish=False)
    EventPage.objects.get().get_latest_revision().publish()

    import_calendar(path, publish=False)

    assert date_of(SECOND).status == "cancelled"


def test_a_date_that_is_over_is_left_alone(tmp_path, clock):
    clock.move_to(timezone.make_aware(datetime(2026, 5, 1)))

    import_calendar(calendar_file(tmp_path, WEEKLY, change("0314", "STATUS:CANCELLED")))

    assert date_of(SECOND).status == "scheduled"


def test_a_change_of_this_and_all_following_dates_is_refused(tmp_path):
    following = change("0314").replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;")

    (row,) = import_calendar(calendar_file(tmp_path, WEEKLY, following)).of("refused")

    assert "several dates at once" in row.reason
