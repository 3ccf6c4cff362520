"""The pictures of the documentation: `python -m tests.browser.guide [--out docs] [--only apercu…] [--at URL]`.

Does in the demo city what the editors' guide tells, and keeps what an editor sees. Seeds a city of its own, unless
`--at` names a demo that is already served; it writes pages there.
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser.camera import DESK, Camera
from tests.browser.chromium import launch_options
from tests.browser.shots import event_number, served, sign_in

PHONE = {"width": 390, "height": 1000}
Shot = Callable[[Camera], None]


def dashboard(camera: Camera) -> None:
    camera.open("/admin/", height=900)
    camera.keep("tableau-de-bord")


def menu(camera: Camera) -> None:
    page = camera.open("/admin/", height=760)
    page.locator("#wagtail-sidebar button", has_text="Engagement").click()
    page.wait_for_timeout(600)
    camera.keep("menu-engagement")


def listing(camera: Camera) -> None:
    camera.open("/admin/engagement/events/", height=760)
    camera.keep("liste-evenements")


def event_content(camera: Camera) -> None:
    page = camera.open(new("event", camera), height=900)
    page.fill("#id_title", "Repair café")
    page.fill("#id_summary", "Apportez ce qui est cassé : on le répare ensemble, autour d’un café.")
    camera.keep("evenement-contenu")


def weekly_date(camera: Camera) -> None:
    page = camera.open(new("event", camera), height=1180)
    write_weekly_event(page, "La bricole du mercredi")
    camera.keep_around("date-hebdomadaire", page.locator("#id_dates-0-first_day"), next_dates(page), margin=70)


def place(camera: Camera) -> None:
    page = camera.open(f"/admin/pages/{event_number(camera.page, camera.site)}/edit/", height=1150)
    to_practical(page)
    camera.keep_around("lieu-carte", page.locator("#id_place_name"), page.locator("#id_location_latlng"), margin=70)


def save_button(camera: Camera) -> None:
    page = camera.open(f"/admin/pages/{event_number(camera.page, camera.site)}/edit/", height=700)
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    camera.keep("publier", top=360)


def preview(camera: Camera) -> None:
    page = camera.open(f"/admin/pages/{event_number(camera.page, camera.site)}/edit/", height=900)
    page.locator("[data-side-panel-toggle=preview]").click()
    page.wait_for_timeout(3500)
    camera.keep("apercu")


def cancelled_date(camera: Camera) -> None:
    number = event_number(camera.page, camera.site)
    page = camera.open(f"/admin/engagement/events/{number}/dates/", height=640)
    camera.keep("dates-annuler")
    page.locator("a[href$='/cancel/']").nth(1).click()
    page.fill("#id_reason", "La salle est inondée.")
    camera.keep("annuler-motif", bottom=460)
    page.locator("main form[method=post] button[type=submit]").last.click()
    page.wait_for_url("**/dates/")
    camera.open("/agenda/cours-de-francais/", height=1000)
    state = camera.page.locator(".v-slot--cancelled").first
    state.scroll_into_view_if_needed()
    camera.keep("agenda-annule")


def mission_shifts(camera: Camera) -> None:
    page = camera.open(f"/admin/pages/{number_of('missions', 'trier+et+ranger', camera)}/edit/", height=1100)
    to_practical(page)
    first, second = page.locator("#id_shifts-0-start"), page.locator("#id_shifts-1-places")
    camera.keep_around("mission-creneaux", first, second, margin=104)
    camera.open("/missions/trier-les-dons-de-la-grande-collecte/", height=1000)
    camera.keep("mission-publique")


def association(camera: Camera) -> None:
    number = number_of("associations", "panier", camera)
    page = camera.open(f"/admin/pages/{number}/edit/", height=1100)
    to_practical(page)
    first, last = page.locator("#id_opening_hours-0-weekday"), page.locator("#id_languages")
    camera.keep_around("association-pratique", first, last, margin=104)


def moderation(camera: Camera) -> None:
    page = camera.open(new("event", camera), height=900)
    write_weekly_event(page, "Les graines voyageuses")
    # Wagtail saves by itself; sending at the same moment would make the page twice.
    page.wait_for_url("**/edit/")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    with page.expect_navigation():
        page.locator("footer [name=action-submit]").click()
    page = camera.open("/admin/", height=1400)
    panel = page.locator("#volunteering-moderation-section")
    camera.keep_around("moderation", panel, panel, margin=30)


def import_preview(camera: Camera) -> None:
    page = camera.open("/admin/volunteering/imports/new/openagenda/")
    content = json.dumps({"records": [{"fields": row} for row in rows_to_import()]})
    page.set_input_files(
        "#id_file", files=[{"name": "agenda.json", "mimeType": "application/json", "buffer": content.encode()}]
    )
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector("form[action$='/confirm/']")
    page.set_viewport_size({**DESK, "height": 900})
    camera.keep("import-essai")


def national(camera: Camera) -> None:
    camera.open("/admin/engagement/national/", height=760)
    camera.keep("site-national")


def city(camera: Camera) -> None:
    camera.open("/admin/settings/volunteering/citysettings/", height=1000)
    camera.keep("ville-identite")


def blocks(camera: Camera) -> None:
    page = camera.open("/admin/pages/", height=900)
    page = camera.open(f"{page.url.replace(camera.site, '')}edit/", height=900)
    button = page.locator("button.c-sf-add-button").first
    button.scroll_into_view_if_needed()
    button.click()
    page.wait_for_timeout(600)
    camera.keep("blocs-choix")


def image(camera: Camera) -> None:
    page = camera.open("/admin/images/", height=900)
    address = page.locator("main a[href*='?next=']").first.get_attribute("href")
    page = camera.open(address, height=900)
    # The button of a file field is in the browser's own language.
    page.add_style_tag(content="input[type=file] { visibility: hidden }")
    camera.keep("image-description")


SCREENS: dict[str, Shot] = {
    "tableau-de-bord": dashboard,
    "menu-engagement": menu,
    "liste-evenements": listing,
    "evenement-contenu": event_content,
    "date-hebdomadaire": weekly_date,
    "lieu-carte": place,
    "publier": save_button,
    "dates-annuler": cancelled_date,
    "mission-creneaux": mission_shifts,
    "association-pratique": association,
    "moderation": moderation,
    "import-essai": import_preview,
    "site-national": national,
    "ville-identite": city,
    "blocs-choix": blocks,
    "image-description": image,
    # Last: Wagtail remembers that the preview was open.
    "apercu": preview,
}


def new(kind: str, camera: Camera) -> str:
    """The address of the form of a new page."""
    index = camera.page.request.get(f"{camera.site}/admin/engagement/{kind}s/choose_parent/")
    return index.url.replace(camera.site, "")


def number_of(listing_name: str, words: str, camera: Camera) -> str:
    """The primary key of the first page found."""
    camera.page.goto(f"{camera.site}/admin/engagement/{listing_name}/?q={words}")
    return camera.page.locator("a[href*='/edit/']").first.get_attribute("href").split("/")[3]


def write_weekly_event(page: Page, title: str) -> None:
    page.fill("#id_title", title)
    page.fill("#id_summary", "Tous les mercredis, on se retrouve et on s’y met ensemble.")
    to_practical(page)
    page.locator("#id_dates-ADD").click()
    wednesday = date.today() + timedelta(days=(2 - date.today().weekday()) % 7 or 7)
    for name, value in (("first_day", f"{wednesday:%d/%m/%Y}"), ("start_time", "14:00"), ("end_time", "17:00")):
        page.fill(f"#id_dates-0-{name}", value)
        page.keyboard.press("Tab")
    page.select_option("#id_dates-0-frequency", "weekly")
    page.fill("#id_place_name", "La Fabrique")
    next_dates(page).wait_for()
    page.wait_for_timeout(1200)


def to_practical(page: Page) -> None:
    """The editor's second tab, with its map drawn."""
    page.locator("[role=tab]").nth(1).click()
    page.wait_for_timeout(1500)


def next_dates(page: Page) -> Locator:
    return page.locator("#inline_child_dates-0 [data-volunteering-recurrence-target]").last


def rows_to_import() -> list[dict[str, object]]:
    """Three events as the national portal exports them, one of which cannot be imported."""
    saturday = date.today() + timedelta(days=(5 - date.today().weekday()) % 7 + 7)
    titles = ("Bourse aux plantes", "Concert de la Sainte-Cécile", "Visite du vieux pont")
    hours = (("10:00", "17:00"), ("20:30", "22:00"), ("16:00", "15:00"))
    return [
        {
            "uid": str(number),
            "title_fr": title,
            "description_fr": "Ouvert à toutes et à tous.",
            "timings": json.dumps([{"begin": f"{saturday}T{start}:00+01:00", "end": f"{saturday}T{end}:00+01:00"}]),
            "location_name": "Halle aux grains",
        }
        for number, (title, (start, end)) in enumerate(zip(titles, hours, strict=True), start=9001)
    ]


def take_screens(browser: Browser, site: str, out: Path, only: list[str]) -> None:
    # The camera hides what lies over a field, with styles that the site's own policy would refuse.
    context = browser.new_context(viewport=DESK, locale="fr-FR", reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    sign_in(page, site)
    camera = Camera(page, site, out / "guide" / "images")
    for name, shot in SCREENS.items():
        if not only or name in only:
            shot(camera)
    context.close()


def take_fronts(browser: Browser, site: str, out: Path, only: list[str]) -> None:
    """What the README shows: the home page on a desk, the agenda on a phone."""
    for name, path, viewport in (("home", "/", DESK), ("agenda-phone", "/agenda/", PHONE)):
        if not only or name in only:
            is_phone = name.endswith("phone")
            context = browser.new_context(viewport=viewport, locale="fr-FR", is_mobile=is_phone, bypass_csp=True)
            camera = Camera(context.new_page(), site, out / "images")
            camera.open(path, height=viewport["height"])
            camera.keep(name)
            context.close()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--only", nargs="*", default=[], help="names of pictures")
    parser.add_argument("--at", default="", help="address of a demo that is served already")
    options = parser.parse_args(arguments)
    with served(options.at) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        take_fronts(browser, site, options.out, options.only)
        take_screens(browser, site, options.out, options.only)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
