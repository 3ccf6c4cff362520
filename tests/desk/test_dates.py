"""The dates of an event, one by one, in the admin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.admin import AGENT, MODERATOR, READER, errors, sign_in, soup, text
from tests.factories import EventFactory
from volunteering.agenda.materialise import materialise
from volunteering.agenda.models.occurrence import OccurrenceStatus


@pytest.fixture
def event():
    return EventFactory(weekly=True)


@pytest.fixture
def occurrence(event):
    return event.occurrences.soonest()[1]


def url(verb, occurrence):
    return reverse(f"volunteering_desk:{verb}_date", args=[occurrence.uid])


def list_url(event):
    return reverse("volunteering_desk:dates", args=[event.pk])


def test_an_editor_cancels_one_date_with_a_reason(occurrence):
    response = sign_in().post(url("cancel", occurrence), {"reason": "La salle est inondée"}, follow=True)
    occurrence.refresh_from_db()
    assert (occurrence.status, occurrence.reason) == (OccurrenceStatus.CANCELLED, "La salle est inondée")
    assert "La salle est inondée" in text(response)


def test_an_editor_cannot_cancel_without_saying_why(occurrence):
    response = sign_in().post(url("cancel", occurrence), {"reason": " "})
    occurrence.refresh_from_db()
    assert len(errors(response)) == 1
    assert occurrence.status == OccurrenceStatus.SCHEDULED


def test_a_moderator_restores_a_cancelled_date(occurrence):
    client = sign_in(MODERATOR)
    client.post(url("cancel", occurrence), {"reason": "Grève"})
    client.post(url("restore", occurrence))
    occurrence.refresh_from_db()
    assert (occurrence.status, occurrence.reason) == (OccurrenceStatus.SCHEDULED, "")


def test_an_editor_moves_one_date_and_it_keeps_its_length(occurrence):
    sign_in().post(url("move", occurrence), {"start": "12/06/2028 18:00", "end": "", "reason": ""})
    occurrence.refresh_from_db()
    assert f"{timezone.localtime(occurrence.start):%d/%m %H:%M}" == "12/06 18:00"
    assert occurrence.end - occurrence.start == timedelta(hours=2)


def test_an_editor_cannot_move_a_date_so_that_it_ends_before_it_starts(occurrence):
    response = sign_in().post(url("move", occurrence), {"start": "12/06/2028 18:00", "end": "12/06/2028 17:00"})
    occurrence.refresh_from_db()
    assert soup(response).select_one(".help-critical")
    assert occurrence.status == OccurrenceStatus.SCHEDULED


def test_an_editor_notes_something_on_one_date_and_takes_it_back(occurrence):
    client = sign_in()
    client.post(url("note", occurrence), {"note": "Dans la petite salle"})
    occurrence.refresh_from_db()
    assert occurrence.note == "Dans la petite salle"
    client.post(url("note", occurrence), {"note": ""})
    occurrence.refresh_from_db()
    assert occurrence.note == ""


def test_nobody_changes_a_date_that_is_over(event, occurrence):
    past = timezone.now() - timedelta(days=3)
    event.occurrences.filter(pk=occurrence.pk).update(start=past, end=past + timedelta(hours=2))
    response = sign_in().post(url("cancel", occurrence), {"reason": "Trop tard"})
    occurrence.refresh_from_db()
    assert soup(response).select_one(".help-critical")
    assert occurrence.status == OccurrenceStatus.SCHEDULED


@pytest.mark.parametrize("group", [AGENT, READER])
@pytest.mark.parametrize("verb", ["cancel", "move", "note", "restore"])
def test_who_may_not_publish_cannot_touch_a_date(occurrence, group, verb):
    response = sign_in(group).post(url(verb, occurrence), {"reason": "x", "note": "x", "start": "12/06/2028 18:00"})
    occurrence.refresh_from_db()
    assert response.url == reverse("wagtailadmin_home")
    assert occurrence.status == OccurrenceStatus.SCHEDULED
    assert occurrence.note == ""


def test_looking_at_a_verb_changes_nothing(occurrence):
    client = sign_in()
    for verb in ("cancel", "move", "note"):
        assert client.get(url(verb, occurrence)).status_code == 200
    assert client.get(url("restore", occurrence)).status_code == 405
    occurrence.refresh_from_db()
    assert occurrence.status == OccurrenceStatus.SCHEDULED


def test_the_history_of_the_event_says_what_happened_in_words(event, occurrence):
    client = sign_in()
    client.post(url("cancel", occurrence), {"reason": "La salle est inondée"})
    history = client.get(reverse("wagtailadmin_pages:history", args=[event.pk]))
    assert "La salle est inondée" in text(history)


def test_the_list_of_dates_costs_the_same_for_ten_and_for_thirty(event, django_assert_max_num_queries):
    client = sign_in()
    with django_assert_max_num_queries(20):
        response = client.get(list_url(event))
    assert len(soup(response).select("tbody tr")) == 30


def test_a_cancelled_date_stays_cancelled_when_the_event_is_published_again(event, occurrence):
    sign_in().post(url("cancel", occurrence), {"reason": "Grève"})
    event.save_revision().publish()
    assert not materialise(event)
    occurrence.refresh_from_db()
    assert occurrence.status == OccurrenceStatus.CANCELLED


def test_the_dates_of_a_draft_say_when_they_will_be_here():
    response = sign_in().get(list_url(EventFactory(draft=True)))
    assert response.status_code == 200
    assert not soup(response).select("tbody tr")
