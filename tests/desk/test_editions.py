""" "Last year's edition": the next one as a draft."""

from datetime import date

import pytest
from django.urls import reverse

from tests.admin import AGENT, READER, sign_in, text
from tests.factories import AssociationFactory, EventFactory, ThemeFactory, once
from volunteering.agenda.models import EventPage
from volunteering.agenda.models.event import EventStatus

SATURDAY = date(2026, 6, 13)  # the second one of June


@pytest.fixture
def event(clock):
    rule = once(SATURDAY, exceptions=["2026-06-20"], extra_dates=["2026-06-21T15:00"], until=None)
    return EventFactory(
        title="Fête du pont 2026",
        slug="fete-du-pont-2026",
        status=EventStatus.POSTPONED,
        status_note="Orage",
        registration_url="https://inscription.example/2026",
        organisers=[AssociationFactory()],
        themes=[ThemeFactory()],
        children={"dates": [rule]},
    )


def start(client, event):
    return client.post(reverse("volunteering_desk:next_edition", args=[event.pk]))


def edition_of(event):
    return EventPage.objects.exclude(pk=event.pk).get()


def test_an_editor_starts_the_next_edition_on_the_same_weekday(event):
    response = start(sign_in(), event)
    edition = edition_of(event)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[edition.pk])
    assert edition.dates.get().first_day == date(2027, 6, 12)
    assert not edition.live


def test_the_next_edition_has_the_new_year_in_its_title_and_address(event):
    start(sign_in(), event)
    edition = edition_of(event)
    assert (edition.title, edition.draft_title, edition.slug) == (
        "Fête du pont 2027",
        "Fête du pont 2027",
        "fete-du-pont-2027",
    )


def test_the_next_edition_forgets_what_concerned_that_year_only(event):
    start(sign_in(), event)
    edition = edition_of(event).get_latest_revision_as_object()
    assert edition.dates.get().exceptions == []
    assert edition.dates.get().extra_dates == ["2027-06-20T15:00"]
    assert (edition.status, edition.status_note, edition.registration_url) == (EventStatus.SCHEDULED, "", "")


def test_the_next_edition_keeps_organisers_themes_and_texts(event):
    start(sign_in(), event)
    edition = edition_of(event).get_latest_revision_as_object()
    assert list(edition.organisers.all()) == list(event.organisers.all())
    assert list(edition.themes.all()) == list(event.themes.all())
    assert edition.summary == event.summary


def test_the_edition_it_comes_from_stays_as_it_is(event):
    before = list(event.occurrences.values_list("uid", "start"))
    start(sign_in(), event)
    assert list(event.occurrences.values_list("uid", "start")) == before
    assert event.dates.get().first_day == SATURDAY


def test_an_event_of_long_ago_comes_back_in_the_future(clock):
    old = EventFactory(children={"dates": [once(date(2022, 6, 11))]})
    start(sign_in(), old)
    assert edition_of(old).dates.get().first_day == date(2026, 6, 13)


def test_two_next_editions_have_two_addresses(event):
    client = sign_in()
    start(client, event)
    start(client, event)
    assert EventPage.objects.filter(slug__startswith="fete-du-pont-2027").count() == 2


def test_looking_at_the_proposal_makes_no_copy(event):
    response = sign_in().get(reverse("volunteering_desk:next_edition", args=[event.pk]))
    assert "2027" in text(response)
    assert EventPage.objects.count() == 1


def test_an_event_without_a_date_has_no_next_edition():
    event = EventFactory(children={})
    start(sign_in(), event)
    assert EventPage.objects.count() == 1


def test_an_agent_may_start_the_next_edition_as_a_draft(event):
    start(sign_in(AGENT), event)
    assert not edition_of(event).live


def test_a_reader_cannot_start_the_next_edition(event):
    start(sign_in(READER), event)
    assert EventPage.objects.count() == 1
