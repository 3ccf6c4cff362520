"""The plugin's screens in the admin: readable by everyone, and nothing behind the editor's back."""

import pytest
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.desk import Desk
from tests.browser.sweep import Look, look_at
from tests.browser.watch import Watch
from tests.factories import EditorFactory, VolunteerFactory, apply, shift_of
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.moderation.rivals import submitted
from volunteering.agenda.models import EventPage
from volunteering.applications.notifications.to_volunteer import Accepted
from volunteering.core.models import MailWords
from volunteering.directory.models import AssociationPage, Claim, ClaimState
from volunteering.moderation.models import Question, Report

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
    "charter": "/admin/engagement/charter/",
    "national missions": "/admin/engagement/national/",
    "another date": "/admin/engagement/dates/{date}/move/",
    "a note on a date": "/admin/engagement/dates/{date}/note/",
    "failed mails": "/admin/engagement/failed-mails/",
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

# What others sent: to read, to decide, to answer.
DECISIONS = {
    "submissions": "/admin/engagement/submissions/",
    "submission": "/admin/engagement/submissions/{submission}/",
    "reported pages": "/admin/engagement/reports/",
    "reported page": "/admin/engagement/reports/{report}/",
    "questions": "/admin/engagement/questions/",
    "new question": "/admin/engagement/questions/new/",
    "reasons": "/admin/engagement/reasons/",
    "claims": "/admin/engagement/claims/",
    "accept a claim": "/admin/engagement/claims/{claim}/accept/",
    "refuse a claim": "/admin/engagement/claims/{claim}/refuse/",
    "suspend a record": "/admin/engagement/records/{record}/suspend/",
    "merge records": "/admin/engagement/records/{record}/merge/",
}

# Who asked for a hand by telephone, and who gives it.
HANDS = {
    "help requests": "/admin/engagement/help-requests/",
    "new help request": "/admin/engagement/help-requests/new/",
    "help request": "/admin/engagement/help-requests/inspect/{shown}/",
    "help request of a couple": "/admin/engagement/help-requests/inspect/{matched}/",
    "who asked": "/admin/engagement/help-requests/reveal/{shown}/",
    "read and approve": "/admin/engagement/help-requests/moderate/{waiting}/",
    "correct": "/admin/engagement/help-requests/edit/{shown}/",
    "refuse": "/admin/engagement/help-requests/refuse/{waiting}/",
    "find somebody": "/admin/engagement/help-requests/match/{shown}/",
    "done": "/admin/engagement/help-requests/finish/{matched}/",
}

# Wagtail's own: its rich text editor has no accessible name.
NOT_OURS = [".public-DraftEditor-content"]
LOOKS = [Look(1280, "light"), Look(1280, "dark"), Look(768, "light"), Look(320, "light"), Look(320, "dark")]


@pytest.fixture
def desk(city, visitor) -> tuple[Desk, object]:
    context, watch = visitor(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    return Desk(context.new_page(), city).come_back("Éditeur"), watch


def faults(desk: Desk, watch: Watch, screens: dict[str, str], **about: object) -> str:
    """What is wrong with each screen, in each light and width, a line each."""
    found = []
    for name, path in screens.items():
        desk.page.goto(f"{desk.city}{path.format(**about)}")
        desk.page.wait_for_load_state("networkidle")
        told = [f"{look}: {fault}" for look in LOOKS for fault in look_at(desk.page, look, exclude=NOT_OURS)]
        found += [f"{name}: {fault}" for fault in (*told, *watch.take())]
    return "\n".join(found)


def test_every_screen_of_the_desk_can_be_read_and_calls_nobody(desk):
    editor, watch = desk
    event = EventPage.objects.get(slug="cours-de-francais")
    date = event.occurrences.upcoming().soonest().first()
    MailWords.objects.create(letter=Accepted.path(), language="fr", opening="Venez !")
    assert faults(editor, watch, SCREENS, event=event.pk, date=date.uid) == ""


def test_every_screen_about_people_can_be_read_and_calls_nobody(desk):
    agent, watch = desk
    agent.come_back("Agent d'accueil")
    shift = shift_of(title="Tri du linge")
    application = apply(shift, VolunteerFactory(phone="04 65 71 99 99", availability=["0-morning", "5-evening"]))
    about = {"volunteer": application.volunteer_id, "application": application.pk}
    about |= {"mission": shift.mission_id, "shift": shift.pk}
    assert faults(agent, watch, PEOPLE, **about) == ""


def test_every_screen_where_something_is_decided_can_be_read_and_calls_nobody(desk):
    editor, watch = desk
    page = EventPage.objects.get(slug="cours-de-francais")
    record = AssociationPage.objects.get(slug="le-tournevis-des-tanneries")
    report = Report.objects.create(page=page, site=page.get_site(), title=page.title, reason="wrong", words="Mardi.")
    user = EditorFactory(groups=["nobody"])
    claim = Claim.objects.create(association=record, user=user, state=ClaimState.WAITING, words="Trésorière.")
    Question.objects.create(kind="evenement", label="Faut-il un escabeau ?")
    about = {"submission": submitted("evenement").pk, "report": report.pk, "claim": claim.pk, "record": record.pk}
    assert faults(editor, watch, DECISIONS, **about) == ""


def test_every_screen_of_a_helping_hand_can_be_read_and_calls_nobody(desk):
    agent, watch = desk
    agent.come_back("Agent d'accueil")
    shown, waiting, couple = HelpRequestFactory(shown=True), HelpRequestFactory(), matched()
    offer_of(shown)
    about = {"shown": shown.pk, "waiting": waiting.pk, "matched": couple.request_id}
    assert faults(agent, watch, HANDS, **about) == ""


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
