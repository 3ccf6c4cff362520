"""The demo city, made more than once: on the same day, on another one, and after somebody worked on it."""

from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Task, Workflow

from home.demo import ground, sign_ups
from home.demo import seed as demo
from tests.applications.invariants import places_are_right
from tests.browser import town
from tests.factories import VolunteerFactory, apply
from volunteering.agenda.materialise import refill
from volunteering.agenda.models import EventPage
from volunteering.applications.models import Application
from volunteering.core.invariants import check
from volunteering.directory.models import AssociationPage, Membership
from volunteering.missions.models import Capacity

pytestmark = pytest.mark.django_db
COUNTED = ("home", "volunteering", "wagtailimages", "wagtailmenus", "auth", "wagtailcore.Page", "wagtailcore.Workflow")


@pytest.fixture
def seed(clock, monkeypatch, settings, tmp_path):
    """A few rows of each of the demo's files become a city; `seed()` makes it, or brings it up to date."""
    settings.MEDIA_ROOT = tmp_path
    for name, few in {"EVENTS": 1, "MISSIONS": 1, "ASSOCIATIONS": 0}.items():
        monkeypatch.setattr(town, name, getattr(town, name)[:few])
    rows = {demo.TYPES[kind][2]: list(each) for kind, each in town.wanted().items()}
    pictures = {row["picture"] for each in rows.values() for row in each} | {"village-fete"}
    monkeypatch.setattr(demo, "read", rows.__getitem__)
    monkeypatch.setattr(ground, "seed_pictures", partial(ground.seed_pictures, pictures))
    return lambda: demo.seed(today=timezone.localdate(), say=lambda line: None)


def counts():
    models = [model for model in apps.get_models() if {model._meta.app_label, model._meta.label} & {*COUNTED}]
    return {model._meta.label: model.objects.count() for model in models if model._meta.model_name != "rendition"}


def test_a_city_made_twice_has_everything_once(seed, clock):
    seed()
    before = counts()
    seed()
    assert counts() == before
    clock.shift(timedelta(weeks=1))
    seed()
    assert counts() == before


def test_no_workflow_of_the_city_has_an_english_name(seed):
    seed()
    named = [*Workflow.objects.values_list("name", flat=True), *Task.objects.values_list("name", flat=True)]
    assert set(named) == {
        "Relecture par la rédaction",
        "Relecture par la vie associative",
        "Validation par la vie associative",
    }


def test_on_another_day_the_dates_move_along_and_the_rest_is_left_alone(seed, clock):
    seed()
    event, association = EventPage.objects.get(live=True), AssociationPage.objects.first()
    first_day, taken = event.dates.get().first_day, sum(Capacity.objects.values_list("taken", flat=True))
    clock.shift(timedelta(weeks=1))
    seed()
    assert EventPage.objects.get(live=True).dates.get().first_day == first_day + timedelta(weeks=1)
    assert sum(Capacity.objects.values_list("taken", flat=True)) == taken > 0
    assert association.revisions.count() == 1


def test_on_another_day_every_version_of_a_page_tells_the_new_dates(seed, clock):
    seed()
    clock.shift(timedelta(weeks=1))
    seed()
    event = EventPage.objects.get(live=True)
    assert event.revisions.count() == 1
    draft = event.latest_revision.as_object()
    assert [row.first_day for row in draft.dates.all()] == [row.first_day for row in event.dates.all()]
    assert {row.pk for row in draft.dates.all()} == {row.pk for row in event.dates.all()}
    assert event.occurrences.upcoming().exists()


def test_what_an_editor_wrote_stays_on_another_day(seed, clock):
    seed()
    event = EventPage.objects.get(live=True)
    event.title = "Notre cours"
    event.save_revision(user=get_user_model().objects.get(username=ground.EDITOR)).publish()
    clock.shift(timedelta(weeks=1))
    seed()
    assert EventPage.objects.get(live=True).title == "Notre cours"


def test_every_place_that_is_taken_is_somebody_s(seed, clock):
    seed()
    assert Application.objects.exists()
    assert places_are_right()
    clock.shift(timedelta(weeks=1))
    seed()
    assert places_are_right()


def test_the_demo_city_keeps_every_promise(seed, clock):
    seed()
    assert [finding.invariant.name for finding in check() if finding.keys] == []
    clock.shift(timedelta(weeks=1))
    seed()
    refill()
    assert [finding.invariant.name for finding in check() if finding.keys] == []


def test_what_a_visitor_of_the_demo_signed_up_for_stays(seed, clock):
    seed()
    capacity = Capacity.objects.with_room().filter(end__gt=timezone.now() + timedelta(weeks=2)).first()
    own = apply(capacity or Capacity.objects.with_room().first(), VolunteerFactory())
    clock.shift(timedelta(weeks=1))
    seed()
    assert Application.objects.filter(pk=own.pk).exists()
    assert places_are_right()


def test_the_association_s_sign_in_speaks_for_an_association(seed, monkeypatch, clock):
    seed()
    monkeypatch.setattr(sign_ups, "ANSWERING", AssociationPage.objects.first().slug)
    sign_ups.seed_member()
    sign_ups.seed_member()
    assert Membership.objects.get().user.username == ground.ASSOCIATION
