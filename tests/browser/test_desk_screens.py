"""The plugin's screens in the admin: readable by everyone, and nothing behind the editor's back."""

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.desk import Desk
from tests.factories import VolunteerFactory, apply, shift_of
from volunteering.agenda.models import EventPage
from volunteering.applications.notifications.to_volunteer import Accepted
from volunteering.core.models import MailWords

# What the plugin puts on Wagtail's screens, and its screens of its own.
SCREENS = {
    "dashboard": "/admin/",
    "events": "/admin/engagement/events/",
    "missions": "/admin/engagement/missions/",
    "associations": "/admin/engagement/associations/",
    "dates": "/admin/engagement/events/{event}/dates/",
    "cancel": "/admin/engagement/dates/{date}/cancel/",
    "next edition": "/admin/engagement/events/{event}/next-edition/",
    "imports": "/admin/volunteering/imports/",
    "upload": "/admin/volunteering/imports/new/ical/",
    "mails": "/admin/engagement/mails/",
    "words of a mail": f"/admin/engagement/mails/{Accepted.path()}/fr/",
    "words taken back": f"/admin/engagement/mails/{Accepted.path()}/fr/reset/",
    "register of processing": "/admin/engagement/processings/",
    "themes": "/admin/snippets/volunteering/theme/",
    "city": "/admin/settings/volunteering/citysettings/",
    "editor": "/admin/pages/{event}/edit/",
}

# Of volunteers and of what they signed up for, as the reception desk sees them.
PEOPLE = {
    "volunteers": "/admin/engagement/volunteers/",
    "volunteer": "/admin/engagement/volunteers/inspect/{volunteer}/",
    "entry": "/admin/engagement/volunteers/new/",
    "correction": "/admin/engagement/volunteers/edit/{volunteer}/",
    "contact": "/admin/engagement/volunteers/reveal/{volunteer}/",
    "export": "/admin/engagement/volunteers/export/",
    "sign-ups": "/admin/engagement/applications/",
    "sign-ups of a mission": "/admin/engagement/applications/missions/{mission}/",
    "decline": "/admin/engagement/applications/{application}/decline/",
    "cancel a shift": "/admin/engagement/applications/shifts/{shift}/cancel/",
}

# Wagtail's rich text editor has no accessible name.
NOT_OURS = [".public-DraftEditor-content"]


@pytest.fixture
def desk(city, visitor) -> tuple[Desk, object]:
    context, watch = visitor(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    return Desk(context.new_page(), city).come_back("Éditeur"), watch


def test_every_screen_of_the_desk_can_be_read_and_calls_nobody(desk):
    (editor, watch), found = desk, {}
    event = EventPage.objects.get(slug="cours-de-francais")
    date = event.occurrences.upcoming().soonest().first()
    MailWords.objects.create(letter=Accepted.path(), language="fr", opening="Venez !")
    for name, path in SCREENS.items():
        editor.page.goto(f"{editor.city}{path.format(event=event.pk, date=date.uid)}")
        editor.page.wait_for_load_state("networkidle")
        found[name] = [*axe.violations(editor.page, exclude=NOT_OURS), *watch.take()]
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_screen_about_people_can_be_read_and_calls_nobody(desk):
    (agent, watch), found = desk, {}
    agent.come_back("Agent d'accueil")
    shift = shift_of(title="Tri du linge")
    application = apply(shift, VolunteerFactory(phone="04 65 71 99 99", availability=["0-morning", "5-evening"]))
    about = {"volunteer": application.volunteer_id, "application": application.pk}
    about |= {"mission": shift.mission_id, "shift": shift.pk}
    for name, path in PEOPLE.items():
        agent.page.goto(f"{agent.city}{path.format(**about)}")
        agent.page.wait_for_load_state("networkidle")
        found[name] = [*axe.violations(agent.page), *watch.take()]
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_map_of_the_editor_calls_nobody(desk):
    editor, watch = desk
    event = EventPage.objects.get(slug="cours-de-francais")
    editor.page.goto(f"{editor.city}/admin/pages/{event.pk}/edit/")
    editor.page.get_by_role("tab", name="Pratique").click()
    canvas = editor.page.locator(".leaflet-container")
    canvas.scroll_into_view_if_needed()
    expect(canvas.locator(".leaflet-interactive, .leaflet-marker-icon, path").first).to_be_attached()
    editor.page.wait_for_load_state("networkidle")
    assert [*axe.violations(editor.page, exclude=NOT_OURS), *watch.take()] == []
