"""Screenshots of the demo city: `python -m tests.browser.shots [--out shots] [--only agenda…] [--at URL]`.

<page>-<width>-<scheme>.png for the public pages, admin-<screen>.png for the editors' guide. Seeds a city of its own,
unless `--at` names a demo that is already served.
"""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.site import demo_city

WIDTHS = {1280: 900, 360: 740}
SCHEMES = ("light", "dark")
PAGES = {
    "home": "/",
    "agenda": "/agenda/",
    "agenda-month": "/agenda/?month={month}",
    "agenda-week": "/agenda/?week={today}",
    "agenda-missions": "/agenda/?missions=1",
    "event": "/agenda/cours-de-francais/",
    "event-exhibition": "/agenda/les-mains-du-cuir/",
    "event-cancelled": "/agenda/la-grande-parade-costumee/",
    "event-postponed": "/agenda/balade-en-toue/",
    "missions": "/missions/",
    "mission": "/missions/trier-les-dons-de-la-grande-collecte/",
    "mission-full": "/missions/aider-une-famille-a-emmenager/",
    "mission-remote": "/missions/telephoner-chaque-semaine/",
    "directory": "/associations/",
    "association": "/associations/mediatheque-des-tanneries/",
    "association-recruiting": "/associations/le-panier-rivemontois/",
    "news-list": "/actualites/",
    "news": "/actualites/la-passerelle-des-tanneries-rouvre/",
    "standard-page": "/etre-benevole-a-rivemont/",
    "search": "/engagement/recherche/?q=fete+assosiation",
    "search-empty": "/engagement/recherche/?q=zzz",
    "sign-in": "/compte/connexion/",
}
# Screen → its address, the number of the tab to open, and the height of the window: the admin scrolls inside it.
SCREENS = {
    "dashboard": ("/admin/", 0, 1100),
    "events": ("/admin/engagement/events/", 0, 1100),
    "missions": ("/admin/engagement/missions/", 0, 1100),
    "associations": ("/admin/engagement/associations/", 0, 1100),
    "event-editor": ("/admin/pages/{event}/edit/", 0, 1500),
    "event-dates": ("/admin/pages/{event}/edit/", 1, 1500),
    "dates": ("/admin/engagement/events/{event}/dates/", 0, 1100),
    "next-edition": ("/admin/engagement/events/{event}/next-edition/", 0, 800),
    "themes": ("/admin/snippets/volunteering/theme/", 0, 1100),
    "city": ("/admin/settings/volunteering/citysettings/", 0, 1300),
    "to-moderate": ("/admin/", 0, 1100),
    "moderation": ("/admin/pages/{event}/edit/", 0, 1100),
}
# From here on an event waits for the moderators.
FIRST_WITH_MODERATION = "to-moderate"
# Maps are drawn when they come into view.
THROUGH = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 600) {
    window.scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 50));
  }
  window.scrollTo(0, 0);
}"""
EDITOR = ("editrice", "rivemont-demo")


def take_public(browser: Browser, site: str, out: Path, only: list[str]) -> None:
    today = date.today()
    dates = {"month": f"{today:%Y-%m}", "today": today}
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
                locale="fr-FR",
                is_mobile=width < 600,
            )
            page = context.new_page()
            for name, path in PAGES.items():
                if not only or name in only:
                    show(page, f"{site}{path.format(**dates)}")
                    page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()


def take_admin(browser: Browser, site: str, out: Path, only: list[str]) -> None:
    wanted = [name for name in SCREENS if not only or f"admin-{name}" in only]
    if not wanted:
        return
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR", reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, site)
    event = event_number(page, site)
    for name in wanted:
        if list(SCREENS).index(name) >= list(SCREENS).index(FIRST_WITH_MODERATION):
            submit(page, f"{site}/admin/pages/{event}/edit/")
        path, tab, height = SCREENS[name]
        page.set_viewport_size({"width": 1280, "height": height})
        show(page, f"{site}{path.format(event=event)}")
        if tab:
            page.get_by_role("tab").nth(tab).click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=out / f"admin-{name}.png")
    context.close()


def submit(page: Page, editor: str) -> None:
    """Ask the moderators to read the event, once."""
    page.goto(editor)
    button = page.locator("[name=action-submit]")
    if button.count():
        with page.expect_navigation():
            button.dispatch_event("click")


def sign_in(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("input[name=username]", EDITOR[0])
    page.fill("input[name=password]", EDITOR[1])
    page.click("form button[type=submit], form input[type=submit]")
    page.wait_for_url(f"{site}/admin/")


def event_number(page: Page, site: str) -> str:
    """The primary key of the first weekly course of the listing."""
    page.goto(f"{site}/admin/engagement/events/?q=cours+de+fran%C3%A7ais")
    return page.locator("a[href*='/edit/']").first.get_attribute("href").split("/")[3]


def show(page: Page, address: str) -> None:
    """Open it and bring every picture in, also those that wait to be scrolled to."""
    response = page.goto(address, wait_until="load")
    if response is None or not response.ok:
        raise SystemExit(f"{address} answers {response and response.status}")
    page.evaluate("() => document.querySelectorAll('img[loading=lazy]').forEach((img) => { img.loading = 'eager'; })")
    page.wait_for_load_state("networkidle")
    page.evaluate(THROUGH)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready")


@contextlib.contextmanager
def served(address: str) -> Iterator[str]:
    if address:
        yield address.rstrip("/")
    else:
        with demo_city() as city:
            yield city


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--only", nargs="*", default=[], help="names of pages, or admin-<screen>")
    parser.add_argument("--at", default="", help="address of a demo that is served already")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    with served(options.at) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        take_public(browser, site, options.out, options.only)
        take_admin(browser, site, options.out, options.only)
        browser.close()
    sys.stdout.write(f"{len(list(options.out.glob('*.png')))} pictures in {options.out}/\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
