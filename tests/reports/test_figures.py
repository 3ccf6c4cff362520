import pytest
from django.utils.translation import override

from tests.factories import AssociationFactory, EventFactory, MissionFactory
from volunteering.agenda.actions import cancel_occurrence
from volunteering.reports.figures import FIGURES, associations, coming_events, open_missions

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def test_only_published_associations_count():
    AssociationFactory()
    AssociationFactory(draft=True)
    assert associations() == 1


def test_only_missions_that_take_volunteers_count(clock):
    MissionFactory(dated=True)
    MissionFactory(past=True)
    MissionFactory(signup_open=False)
    assert open_missions() == 1


def test_a_weekly_event_counts_once_and_a_past_one_does_not(clock):
    EventFactory(weekly=True)
    EventFactory(past=True)
    assert coming_events() == 1


def test_an_event_whose_only_date_is_cancelled_does_not_count(clock):
    cancel_occurrence(occurrence=EventFactory().occurrences.get(), reason="Storm", by=None)
    assert coming_events() == 0


@pytest.mark.parametrize("name", list(FIGURES))
def test_the_words_agree_with_the_number(name):
    with override("en"):
        assert FIGURES[name].words % 1 != FIGURES[name].words % 2
