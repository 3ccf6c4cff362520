"""What an editor does in the admin, by hand: every step is a click or a key."""

from datetime import date, time

from django.conf import settings
from django.test import Client
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.factories import EditorFactory

PASSWORD = "un-mot-de-passe-de-test"

# Wagtail looks at the form two seconds after it opened, and saves what changed since: what a script types faster than
# any person is never seen as a change.
WATCHING = """document.addEventListener("w-unsaved:watch-edits", () => (window.watchesEdits = true), { once: true })"""
# Wagtail saves the draft by itself half a second after a change: done when "saved" stands for longer than that.
SAVED = """() => {
  const { wAutosaveStateValue: state } = document.getElementById("w-autosave-indicator").dataset;
  window.savedSince = state === "saved" ? window.savedSince ?? performance.now() : undefined;
  return performance.now() - window.savedSince > 1500;
}"""


class Desk:
    """The admin as one editor sees it."""

    def __init__(self, page: Page, city: str) -> None:
        self.page, self.city = page, city
        page.add_init_script(WATCHING)

    def sign_in(self, *groups: str) -> "Desk":
        editor = EditorFactory(groups=groups or ["Éditeur"])
        editor.set_password(PASSWORD)
        editor.save()
        self.page.goto(f"{self.city}/admin/")
        self.page.locator("input[name=username]").fill(editor.username)
        self.page.locator("input[name=password]").fill(PASSWORD)
        self.page.get_by_role("button", name="Se connecter").click()
        self.page.wait_for_url(f"{self.city}/admin/")
        return self

    def come_back(self, *groups: str) -> "Desk":
        """Signed in since another day: the browser has the cookie."""
        client = Client()
        client.force_login(EditorFactory(groups=groups or ["Éditeur"]))
        name = settings.SESSION_COOKIE_NAME
        self.page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.city}])
        return self

    def new_event(self, *, title: str, summary: str) -> None:
        """From the dashboard, in two clicks at most."""
        self.page.get_by_role("link", name="Nouvel événement").first.click()
        self.page.wait_for_function("() => window.watchesEdits")
        self.page.locator("#id_title").fill(title)
        self.page.locator("#id_summary").fill(summary)

    def add_weekly_date(self, *, first: date, start: time, end: time, weekdays: list[str]) -> None:
        self.page.get_by_role("tab", name="Pratique").click()
        self.page.get_by_role("button", name="Ajouter un(e) Date").click()
        for name, value in (
            ("first_day", f"{first:%d/%m/%Y}"),
            ("start_time", f"{start:%H:%M}"),
            ("end_time", f"{end:%H:%M}"),
        ):
            self.field(name).fill(value)
            self.field(name).press("Tab")
        self.field("frequency").select_option("weekly")
        for weekday in weekdays:
            self.page.locator(".v-recurrence").get_by_label(weekday, exact=True).check()

    def field(self, name: str) -> Locator:
        return self.page.locator(f"#id_dates-0-{name}")

    @property
    def next_dates(self) -> Locator:
        """The dates that the widget proposes, as buttons."""
        return self.page.locator(".v-recurrence__date")

    @property
    def sentence(self) -> Locator:
        return self.page.locator(".v-recurrence__sentence")

    def preview(self) -> FrameLocator:
        """Open the preview beside the editor."""
        self.page.locator("[data-side-panel-toggle=preview]").click()
        return self.page.frame_locator("#w-preview-iframe")

    def wait_until_saved(self) -> None:
        self.page.wait_for_function(SAVED, polling=100)

    def publish(self) -> None:
        self.wait_until_saved()
        self.page.locator("footer").get_by_role("button", name="Plus d'actions").click()
        with self.page.expect_navigation():
            self.page.locator("[name=action-publish]").click()
        expect(self.page.locator(".messages .success")).to_be_visible()
