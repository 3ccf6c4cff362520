"""Publishing, unpublishing, reverting, copying and moving in the admin keep what matters beside the page."""

import pytest
from django.urls import reverse

from tests.admin import PUBLISH, edit_url, form_at, send, sign_in
from tests.factories import EventFactory, EventIndexFactory, HomePageFactory, MissionFactory, shift
from volunteering.agenda.actions import annotate_occurrence, cancel_occurrence
from volunteering.agenda.models import EventPage
from volunteering.missions.models import Capacity, MissionPage


@pytest.fixture
def mission():
    page = MissionFactory(revised=True, address="12 rue du Port", children={"shifts": [shift(days=3), shift(days=5)]})
    Capacity.objects.filter(shift_uid=page.shifts.first().uid).update(taken=3)
    return page


@pytest.fixture
def event():
    """Weekly; the second date is cancelled, the third one has a note."""
    page = EventFactory(revised=True, weekly=True)
    _first, second, third = page.occurrences.soonest()[:3]
    cancel_occurrence(occurrence=second, reason="Grève", by=None)
    annotate_occurrence(occurrence=third, note="Petite salle", by=None)
    return page


def places(mission):
    return sorted(mission.capacities.values_list("shift_uid", "places", "taken"))


def touched(event):
    return sorted(event.occurrences.exclude(status="scheduled", note="").values_list("uid", "status", "reason", "note"))


def post(name, page, data=None, *args):
    return sign_in().post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk, *args]), data or {})


def publish(page):
    client = sign_in()
    return send(client, edit_url(page), form_at(client, edit_url(page)), **PUBLISH)


def test_publishing_again_keeps_sign_ups_and_touched_dates(mission, event):
    before = places(mission), touched(event)
    publish(mission)
    publish(event)
    assert (places(mission), touched(event)) == before


def test_unpublishing_and_publishing_again_keeps_sign_ups_and_touched_dates(mission, event):
    before = places(mission), touched(event)
    for page in (mission, event):
        post("unpublish", page)
        publish(page)
    assert (places(mission), touched(event)) == before
    assert MissionPage.objects.get().live
    assert EventPage.objects.get().live


def test_reverting_to_the_first_version_keeps_sign_ups_and_touched_dates(mission, event):
    before = places(mission), touched(event)
    client = sign_in()
    for page in (mission, event):
        first = page.revisions.earliest("created_at")
        publish(page)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
        send(client, url, form_at(client, url), **PUBLISH)
    assert (places(mission), touched(event)) == before


def test_the_copy_of_a_mission_starts_with_nobody(mission):
    post("copy", mission, {"new_title": "Copie", "new_slug": "copie", "new_parent_page": mission.get_parent().pk})
    copy = MissionPage.objects.get(slug="copie")
    publish(copy)
    assert [taken for _uid, _places, taken in places(copy)] == [0, 0]
    assert sum(taken for _uid, _places, taken in places(mission)) == 3


def test_the_copy_of_an_event_has_dates_of_its_own(event):
    post("copy", event, {"new_title": "Copie", "new_slug": "copie", "new_parent_page": event.get_parent().pk})
    copy = EventPage.objects.get(slug="copie")
    publish(copy)
    assert touched(copy) == []
    assert copy.occurrences.count() == event.occurrences.count()
    assert not set(copy.occurrences.values_list("uid")) & set(event.occurrences.values_list("uid"))


def test_a_moved_event_keeps_its_touched_dates(event):
    elsewhere = EventIndexFactory(slug="autre-agenda", parent=HomePageFactory(slug="ailleurs"))
    before = touched(event)
    post("move_confirm", event, {}, elsewhere.pk)
    moved = EventPage.objects.get()
    assert moved.get_parent().pk == elsewhere.pk
    assert touched(moved) == before
