"""What is told because time passes: near, over, unanswered. Once each, and never at night."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from tests.applications.journeys import OFFICE
from tests.factories import AssociationFactory, MissionFactory, ThemeFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with
from tests.pages import words
from volunteering.applications.actions import accept, declare, decline, mark_done, send_reminders, withdraw
from volunteering.applications.models import Application
from volunteering.applications.states import Actor, DeclineReason
from volunteering.directory.models import AssociationPage

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
BY = Actor.ASSOCIATION


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still, at nine in the morning."""


def expected(days, **mission):
    """Somebody who is expected in so many days; their mails of today are read."""
    capacity = shift_of(days=days, organiser=AssociationFactory(with_office=True), **mission)
    application = accept(application=apply(capacity), by=BY)
    collect()
    return application


def mornings(clock, number):
    """The mails of each of the next mornings."""
    told = []
    for _ in range(number):
        clock.shift(timedelta(days=1))
        call_command("send_reminders", verbosity=0)
        told.append([(message.to[0], message.subject) for message in collect()])
    return told


def days_with(told, word):
    return [day for day, mails in enumerate(told, start=1) if any(word in subject for _to, subject in mails)]


def test_a_volunteer_is_reminded_a_week_and_a_day_before(clock):
    expected(10)
    assert days_with(mornings(clock, 10), "Rappel") == [3, 9]


def test_whoever_was_accepted_yesterday_is_not_reminded_at_once(clock):
    expected(4)
    assert days_with(mornings(clock, 4), "Rappel") == [3]


def test_a_morning_that_was_missed_is_caught_up_with(clock):
    expected(10)
    clock.shift(timedelta(days=4))
    assert days_with(mornings(clock, 1), "Rappel") == [1]


def test_nobody_is_reminded_twice(clock):
    expected(7)
    clock.shift(timedelta(days=3))
    send_reminders()
    assert send_reminders() == 0


def test_whoever_has_withdrawn_is_not_reminded(clock):
    withdraw(application=expected(7))
    collect()
    assert days_with(mornings(clock, 7), "Rappel") == []


def test_a_reminder_says_what_to_bring_and_holds_the_date(clock):
    expected(3, good_to_know="<p>Prenez des <b>gants</b>.</p>")
    clock.shift(timedelta(days=2))
    send_reminders()
    [message] = collect()
    assert "Prenez des gants." in message.body
    assert message.attachments


def test_the_morning_before_a_clock_change_is_the_morning_before(clock):
    """29 March 2026: the night is an hour shorter."""
    clock.move_to(datetime(2026, 3, 20, 7, 10, tzinfo=UTC))
    application = expected(9)
    assert application.capacity.start.astimezone(UTC) == datetime(2026, 3, 29, 7, 10, tzinfo=UTC)
    assert days_with(mornings(clock, 9), "Rappel") == [2, 8]


def test_both_sides_are_asked_once_what_became_of_it(clock):
    first = expected(1)
    accept(application=apply(first.capacity), by=BY)
    collect()
    told = [mail for mails in mornings(clock, 3) for mail in mails if "eu lieu" in mail[1]]
    assert len([to for to, _subject in told if to == OFFICE]) == 1
    assert len(told) == 3


def test_nobody_is_asked_about_what_is_written_down(clock):
    application = expected(1)
    clock.shift(timedelta(days=1, hours=4))
    mark_done(application=application, by=BY)
    collect()
    assert days_with(mornings(clock, 2), "eu lieu") == []


def test_a_volunteer_says_with_one_click_that_they_were_there(client, clock):
    application = expected(1)
    clock.shift(timedelta(days=2))
    send_reminders()
    [message] = [each for each in collect() if each.to[0] != OFFICE]
    page = link_with(message, "mes-missions")
    client.post(f"{page}{application.pk}/", {"change": "declare"})
    application.refresh_from_db()
    assert application.declared_at is not None
    assert application.state == "accepted"


def test_nobody_was_there_before_it_began():
    assert not declare(application=expected(1))


def test_an_association_is_reminded_after_a_week_and_the_volunteer_told_after_two(clock):
    theme = ThemeFactory()
    capacity = shift_of(days=30, organiser=AssociationFactory(with_office=True), themes=[theme])
    for title in ("Un", "Deux", "Trois", "Quatre"):
        MissionFactory(title=title)
    MissionFactory(title="Pareille", themes=[theme])
    apply(capacity, VolunteerFactory())
    collect()
    told = mornings(clock, 16)
    assert (days_with(told, "attend votre réponse"), days_with(told, "Pas encore de réponse")) == ([7], [15])


def test_three_other_missions_are_named_those_like_it_first(clock):
    theme = ThemeFactory()
    capacity = shift_of(days=30, themes=[theme])
    for title in ("Un", "Deux", "Trois"):
        MissionFactory(title=title)
    MissionFactory(title="Pareille", themes=[theme])
    apply(capacity)
    clock.shift(timedelta(days=15))
    collect()
    send_reminders()
    [message] = collect()
    assert message.body.index("Pareille") < message.body.index("Un\n")
    assert message.body.count("/missions/mission-") == 3


def test_whoever_answers_is_not_reminded(clock):
    application = apply(shift_of(days=30, organiser=AssociationFactory(with_office=True)))
    decline(application=application, reason=DeclineReason.OTHER, by=BY)
    collect()
    assert days_with(mornings(clock, 16), "réponse") == []


def test_an_association_is_said_to_answer_as_fast_as_it_does(client, clock):
    association = AssociationFactory()
    applications = [apply(shift_of(days=40 + number, organiser=association)) for number in range(3)]
    clock.shift(timedelta(days=2))
    for application in applications:
        accept(application=application, by=BY)
    call_command("send_reminders", verbosity=0)
    assert AssociationPage.objects.get().answer_days == 2
    assert "sous trois jours" in words(client.get(applications[0].mission.url), ".v-action")


def test_two_answers_say_nothing_of_an_association(clock):
    association = AssociationFactory()
    for number in range(2):
        accept(application=apply(shift_of(days=40 + number, organiser=association)), by=BY)
    call_command("send_reminders", verbosity=0)
    assert AssociationPage.objects.get().answer_days is None


def test_a_person_without_address_is_written_to_by_nobody(clock):
    application = apply(shift_of(days=2), VolunteerFactory(on_paper=True))
    accept(application=application, by=Actor.AGENT)
    Application.objects.update(changed_at=application.asked_at - timedelta(days=5))
    assert send_reminders() == 0
