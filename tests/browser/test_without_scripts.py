"""Without JavaScript every public page says and offers the same, and can be read by everyone."""

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from tests.browser import axe, town
from tests.browser.sweep import OVERFLOW
from tests.browser.unscripted import missing

TELEPHONE = {"width": 320, "height": 800}
PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head>
<body><main><h1>Essai</h1>{}</main></body></html>"""
WRITTEN = "<script>document.querySelector('main').insertAdjacentHTML('beforeend', '{}')</script>"


def without_scripts(context: BrowserContext, page: Page | None = None) -> Page:
    """No script of the site arrives; axe, a script itself, would wait for ever where none may run."""
    context.route("**/*.js", lambda route: route.abort())
    return page or context.new_page()


@pytest.mark.parametrize("place", town.PLACES)
def test_everyone_can_do_the_same_without_scripts(place, city, visitor):
    address = town.address(place, today=timezone.localdate())
    scripted, plain = (visitor(viewport=TELEPHONE, java_script_enabled=on)[0].new_page() for on in (True, False))
    scripted.goto(f"{city}{address}")
    plain.goto(f"{city}{address}")
    assert missing(scripted, plain) == []
    assert plain.evaluate(OVERFLOW) == ""


@pytest.mark.parametrize("place", town.PLACES)
def test_everyone_can_read_where_no_script_arrives(place, city, visitor):
    page = without_scripts(visitor(viewport=TELEPHONE)[0])
    page.goto(f"{city}{town.address(place, today=timezone.localdate())}")
    assert axe.violations(page) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (WRITTEN.format("<h2>Titre</h2>"), "not there: heading “Titre”"),
        (WRITTEN.format("<a href=/>Lien</a>"), "not there: link “Lien”"),
        (WRITTEN.format("<input name=q>"), "not there: field q"),
        (WRITTEN.format("<button type=submit>Envoyer</button>"), "not there: button “Envoyer”"),
        ("<button type=button>Plus</button>", "idle: button “Plus”"),
        ("<a href='#'>Ouvrir</a>", "idle: a “Ouvrir”"),
        ("<style>p { display: grid }</style><p hidden>Plus tard</p>", "hidden, yet shown: p “Plus tard”"),
        ("<form action=/q><label>Mot <input name=q></label></form>", "cannot be sent: form /q"),
    ],
)
def test_what_needs_a_script_is_told(planted_page, planted, told):
    pages = [planted_page(PAGE.format(planted), java_script_enabled=enabled) for enabled in (True, False)]
    for page, address, _watch in pages:
        page.goto(address)
    assert told in missing(*(page for page, _address, _watch in pages))


def test_what_nobody_can_read_where_no_script_arrives_is_told(planted_page):
    page, address, _watch = planted_page(PAGE.format("<img src=/logo.png><script src=/mend.js></script>"))
    page.context.route("**/mend.js", lambda route: route.fulfill(body="document.images[0].alt = ''"))
    page.goto(address)
    assert axe.violations(page) == []
    without_scripts(page.context, page).goto(address)
    assert any("image-alt" in fault for fault in axe.violations(page))
