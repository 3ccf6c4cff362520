"""Imported pages in Wagtail's own editor."""

import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from tests.imports.files import (
    REAL_EVENTS,
    agenda_file,
    association,
    calendar_file,
    event,
    import_calendar,
    import_events,
    import_register,
    register_file,
    timing,
    vevent,
    with_real_files,
)
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage

pytestmark = pytest.mark.django_db


VALUELESS_BOX = re.compile(r'(<input type="checkbox")(?![^>]*\bvalue=)')


def save_in_editor(client, page, **changes):
    """Open the editor, change what is given, publish; the browser sends back everything it was shown."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = client.get(url).content.decode()
    # A ticked box without a value is sent as "on".
    data = dict(querydict_from_html(VALUELESS_BOX.sub(r"\1 value='on'", shown), form_id="page-edit-form").lists())
    response = client.post(url, {**data, "action-publish": "1", **changes})
    assert response.status_code == 302, response.context["form"].errors
    page.refresh_from_db()


RICH = (
    "<h2>Bal</h2><p><strong>On <a href='https://x.example'>danse</a></strong>&nbsp;!<br>Et <em>puis</em></p>"
    "<ul><li>a</li></ul>"
)


def test_saving_an_event_unchanged_in_the_editor_is_no_edit(admin_client, tmp_path):
    night = [
        timing("2027-06-12T20:00:00+02:00", "2027-06-13T01:59:59+02:00"),
        timing("2027-06-14T09:00:00Z", "2027-06-14T10:00:00Z"),
    ]
    path = agenda_file(tmp_path, event(longdescription_fr=RICH, timings=night, location_coordinates=[45.9, 4.06]))
    import_events(path)

    save_in_editor(admin_client, EventPage.objects.get())

    assert import_events(path).counts["unchanged"] == 1
    assert not import_events(path).kept


@with_real_files
def test_saving_a_real_event_unchanged_in_the_editor_is_no_edit(admin_client):
    import_events(REAL_EVENTS)
    for slug in ("mai-a-velo-2026", "riitta-paakki-quartet", "art-capital-2026", "gilles-paris-presente-lattrape-mots"):
        save_in_editor(admin_client, EventPage.objects.get(slug=slug))

    assert import_events(REAL_EVENTS).kept == []


def test_saving_a_repeating_event_unchanged_in_the_editor_is_no_edit(admin_client, tmp_path):
    rule = vevent("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU", "EXDATE;TZID=Europe/Paris:20270626T200000")
    path = calendar_file(tmp_path, rule, vevent("RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO", uid="2"))
    import_calendar(path)

    for page in EventPage.objects.all():
        save_in_editor(admin_client, page)

    assert import_calendar(path).kept == []


def test_saving_an_association_unchanged_in_the_editor_is_no_edit(admin_client, tmp_path):
    path = register_file(tmp_path, association(objet="aider l'étang & le port"))
    import_register(path)

    save_in_editor(admin_client, AssociationPage.objects.get())

    assert import_register(path).kept == []


def test_what_the_register_says_cannot_be_changed_in_the_editor(admin_client, tmp_path):
    import_register(register_file(tmp_path, association()))
    page = AssociationPage.objects.get()

    save_in_editor(admin_client, page, title="Pirates", rna="W999999999", city="Ailleurs", summary="Un résumé à nous.")

    assert (page.title, page.rna, page.city) == ("Les Amis du Port", "W429000001", "Rivemont-sur-Loire")
    assert page.summary == "Un résumé à nous."


def test_the_editor_says_why_a_field_is_locked(admin_client, tmp_path):
    import_register(register_file(tmp_path, association()))

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[AssociationPage.objects.get().pk])).context["form"]

    locked = {name for name, field in form.fields.items() if field.disabled}
    assert locked == set(AssociationPage.legal_fields)
    assert all(form.fields[name].help_text for name in locked)


def test_an_association_typed_in_by_hand_stays_free_to_edit(admin_client, tmp_path):
    import_register(register_file(tmp_path, association()))
    AssociationPage.objects.update(from_register=False)
    page = AssociationPage.objects.get()

    save_in_editor(admin_client, page, title="Les Amis du port et de l’étang")

    assert page.title == "Les Amis du port et de l’étang"


def test_an_editor_can_name_the_copy_of_a_record_from_the_register(admin_client, tmp_path):
    import_register(register_file(tmp_path, association()))
    page = AssociationPage.objects.get()
    copied = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": page.get_parent().pk}
    admin_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), copied)
    copy = AssociationPage.objects.get(slug="copie")

    save_in_editor(admin_client, copy, title="Une autre")

    assert (copy.title, copy.from_register) == ("Une autre", False)
    assert AssociationPage.objects.get(pk=page.pk).from_register
