"""An editor writes an event, through the admin's own screens."""

from datetime import date, time

from django.urls import reverse
from django.utils.translation import gettext

from tests.admin import AGENT, PUBLISH, add_url, edit_url, errors, form_at, plain, send, sign_in, soup
from tests.factories import AssociationFactory, EventFactory, ImageFactory, once
from volunteering.agenda.models import EventIndexPage, EventPage

DATE = {
    "dates-TOTAL_FORMS": "1",
    "dates-0-first_day": "12/06/2027",
    "dates-0-start_time": "14:00",
    "dates-0-end_time": "17:00",
    "dates-0-frequency": "once",
    "dates-0-interval": "1",
    "dates-0-ORDER": "1",
}


def new_event(client, *, action=None, **fields):
    url = add_url(EventPage, EventIndexPage.objects.get())
    data = form_at(client, url, title="Bal des pompiers", slug="bal", summary="On danse.")
    return send(client, url, data, **{key.replace("__", "-"): value for key, value in fields.items()}, **(action or {}))


def test_an_editor_publishes_a_weekly_event():
    weekly = {**DATE, "dates-0-frequency": "weekly", "dates-0-weekdays": ["WE", "SA"], "dates-0-count": "4"}
    new_event(sign_in(), action=PUBLISH, **weekly)
    event = EventPage.objects.get(slug="bal")
    assert event.live
    assert [each.first_day for each in event.occurrences.soonest()] == [date(2027, 6, day) for day in (12, 16, 19, 23)]


def test_an_editor_saves_a_draft_without_any_date():
    response = new_event(sign_in())
    assert response.status_code == 302
    assert not EventPage.objects.get(slug="bal").live


def test_an_editor_cannot_publish_an_event_without_a_date():
    response = new_event(sign_in(), action=PUBLISH)
    assert errors(response) == [gettext("Add at least one date.")]
    assert not EventPage.objects.exists()


def test_an_editor_cannot_publish_a_date_without_hours():
    response = new_event(sign_in(), action=PUBLISH, **{**DATE, "dates-0-start_time": "", "dates-0-end_time": ""})
    assert len(errors(response)) == 2
    assert not EventPage.objects.exists()


def test_an_editor_saves_a_draft_whose_date_has_no_hours_yet():
    new_event(sign_in(), **{**DATE, "dates-0-start_time": "", "dates-0-end_time": ""})
    assert EventPage.objects.get(slug="bal").dates.get().start_time is None


def test_an_editor_reads_which_line_of_the_exceptions_cannot_be_read():
    response = new_event(sign_in(), **{**DATE, "dates-0-exceptions": "14/06/2027\nmardi"})
    assert any("mardi" in error for error in errors(response))


def test_an_editor_types_exceptions_and_free_dates_one_per_line():
    lines = {"dates-0-exceptions": "19/06/2027\r\n", "dates-0-extra_dates": "14/07/2027\n15/07/2027 20:00 – 01:00"}
    new_event(sign_in(), **{**DATE, "dates-0-frequency": "weekly", **lines})
    row = EventPage.objects.get(slug="bal").get_latest_revision_as_object().dates.get()
    assert row.exceptions == ["2027-06-19"]
    assert row.extra_dates == ["2027-07-14", {"start": "2027-07-15T20:00", "end": "2027-07-16T01:00"}]


def test_an_editor_reads_what_contradicts_itself_beside_its_field():
    response = new_event(sign_in(), **{**DATE, "dates-0-frequency": "daily", "dates-0-until": "01/01/2027"})
    assert errors(response) == [gettext("The last day comes before the first date. Choose a later one.")]


def test_an_editor_cannot_publish_an_image_nobody_described():
    image = ImageFactory(description="")
    response = new_event(sign_in(), action=PUBLISH, **DATE, image=str(image.pk))
    assert len(errors(response)) == 1
    assert not EventPage.objects.exists()


def test_an_editor_saves_a_draft_with_an_image_nobody_described():
    new_event(sign_in(), image=str(ImageFactory(description="").pk))
    assert EventPage.objects.get(slug="bal").image


def test_an_editor_chooses_several_organisers():
    chosen = [str(AssociationFactory().pk) for _each in range(2)]
    new_event(sign_in(), organisers=[*chosen, ""])
    assert EventPage.objects.get(slug="bal").get_latest_revision_as_object().organisers.count() == 2


def as_it_stands(event):
    names = ("title", "summary", "location", "address", "status", "organisers", "by_city", "age_min", "dates")
    return {name: value for name, value in event.serializable_data().items() if name in names}


def test_an_editor_opens_and_saves_an_event_without_changing_it():
    rule = once(frequency="weekly", exceptions=["2030-01-01"], extra_dates=["2030-02-01T10:00"], weekdays=["TU"])
    place = {"location": "SRID=4326;POINT(4.060000 45.900000)", "organisers": [AssociationFactory()]}
    event, client = EventFactory(**place, children={"dates": [rule]}), sign_in()
    send(client, edit_url(event), form_at(client, edit_url(event)))
    after = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert as_it_stands(after) == as_it_stands(event)


def test_an_editor_removes_the_last_organiser():
    event = EventFactory(organisers=[AssociationFactory()])
    client = sign_in()
    data = form_at(client, edit_url(event))
    data.setlist("organisers", ["", ""])
    send(client, edit_url(event), data)
    assert not EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().organisers.exists()


def test_an_event_that_says_nothing_on_accessibility_warns_its_editor():
    silent, clear = EventFactory(), EventFactory(access_mi=True)
    client = sign_in()
    assert soup(client.get(edit_url(silent))).select_one(".help-warning")
    assert not soup(client.get(edit_url(clear))).select_one(".help-warning")


def test_an_agent_writes_a_draft_and_cannot_publish_it():
    response = new_event(sign_in(AGENT), action=PUBLISH, **DATE)
    assert response.status_code in (302, 403)
    assert not EventPage.objects.filter(live=True).exists()


def test_what_an_agent_submits_waits_for_the_associations_office():
    new_event(sign_in(AGENT), action={"action-submit": "1"}, **DATE)
    state = EventPage.objects.get(slug="bal").current_workflow_state
    assert state.workflow.name == "Validation par la vie associative"


def test_an_editor_previews_a_rule_before_saving_it():
    event, client = EventFactory(draft=True, children={}), sign_in()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[event.pk])
    data = {**form_at(client, edit_url(event)).dict(), **DATE, "dates-0-frequency": "weekly"}
    assert client.post(url, data).json() == {"is_valid": True, "is_available": True}
    shown = plain(soup(client.get(url)))
    assert "12 juin" in shown


def test_an_autosaved_event_keeps_its_dates_once():
    client = sign_in()
    url = add_url(EventPage, EventIndexPage.objects.get())
    data = form_at(client, url, title="Bal", slug="bal", summary="On danse.")
    client.post(url, {**data.dict(), **DATE}, headers={"Accept": "application/json"})
    event = EventPage.objects.get(slug="bal")
    again = form_at(client, edit_url(event))
    client.post(edit_url(event), again.dict(), headers={"Accept": "application/json"})
    dates = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().dates.all()
    assert [(row.first_day, row.start_time) for row in dates] == [(date(2027, 6, 12), time(14))]
