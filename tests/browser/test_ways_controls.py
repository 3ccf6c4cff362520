"""The sweep objects in the other ways of reading, and to what a page says of itself: it is shown each such fault."""

import pytest

from tests.browser import markup
from tests.browser.ways import ways

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Essai</h1><p>Bonjour.</p>{}
</main></body></html>"""
LINE = "Une ligne qui tient tout juste"
FLAT = "border: 0; background: #036; color: #fff"
KEPT = "forced-color-adjust: none; color"


@pytest.fixture
def read(planted_page):
    """What is wrong with a page with this inside its <main>, by what the sweep asks of every page."""

    def look(planted: str, *, page: str = PAGE) -> list[str]:
        opened, address, _watch = planted_page(page.format(planted))
        opened.goto(address)
        opened.emulate_media(reduced_motion="reduce")
        return [*markup.faults(opened), *ways(opened)]

    return look


def test_a_sound_page_has_no_fault_in_any_way(read):
    assert (
        read("<a href='#part'>Lien</a><form id=part><label>Nom <input name=email autocomplete=email></label></form>")
        == []
    )


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (f"<p style='width: 16em; height: 1.2em; overflow: hidden'>{LINE}</p>", "spaced, 320 px: cut off: p"),
        (f"<p style='white-space: nowrap'>{LINE} ici</p>", "spaced, 320 px: "),
        (f"<button style='{FLAT}'>Oui</button>", "forced colours, light: no edge in forced colours: button “Oui”"),
        (f"<input type=checkbox style='appearance: none; width: 20px; height: 20px; {FLAT}'>", "dark: no edge"),
        (f"<p style='{KEPT}: #000'>Noir</p>", "forced colours, dark: words without a colour: p"),
        (f"<p style='{KEPT}: #fff; background: #fff'>Blanc</p>", "forced colours, light: words without a colour: p"),
        (
            f"<p style='{KEPT}: #444'>Un <a href=/ style='color: #444; text-decoration: none'>lien</a></p>",
            "a link like",
        ),
        ("<svg width=20 height=20 viewBox='0 0 9 9'><circle r=4 /></svg>", "forced colours, dark: no colour: svg"),
        ("<style>@media print { h1 { display: none } }</style>", "on paper: no title"),
        ("<style>@media print { p { display: none } }</style>", "on paper: no words"),
        ("<style>@media print { p { width: 800px } }</style>", "on paper: 90 px too wide: p"),
        ("<p class=bar style='position: fixed; bottom: 0'>Barre</p>", "on paper: on every sheet: p.bar"),
        ("<p style='transition: color 0.2s'>Bonjour</p>", "less motion: moves: p"),
        ("<style>@keyframes k { to { opacity: 0 } } h1 { animation: k 2s infinite }</style>", "less motion: moves: h1"),
        ("<style>html { scroll-behavior: smooth }</style>", "less motion: moves: scrolling"),
    ],
)
def test_a_fault_of_another_way_is_told(read, planted, told):
    assert any(told in fault for fault in read(planted))


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("<h1>Encore</h1>", "2 h1"),
        ("<main></main>", "2 main"),
        ("<input aria-invalid=true>", "does not say that there is an error"),
        ("<p id=one></p><p id=one></p>", "#one: stands twice"),
        ("<label for=nothing>Nom</label>", "label: for points to “nothing”"),
        ("<input aria-describedby='hint'>", "input: aria-describedby points to “hint”"),
        ("<section aria-labelledby='title'></section>", "section: aria-labelledby points to “title”"),
        ("<button aria-controls='list'>+</button>", "button: aria-controls points to “list”"),
        ("<a href='#nowhere'>Plus bas</a>", "a: leads to no part of the page"),
        ("<label>Nom</label><input>", "label: labels nothing"),
        ("<p tabindex=2>Bonjour</p>", "p: comes before its turn"),
        ("<input autofocus>", "input: takes the focus"),
        ("<iframe srcdoc=Bonjour></iframe>", "iframe: has no title"),
        ("<a href=/ target=_blank>Lien</a>", "a: opens another window without a word"),
        ("<div class=site-messages>Merci.</div>", "div: is not said (role=status)"),
        ("<input name=first_name>", "input[first_name]: autocomplete is not given-name"),
        ("<input name=phone autocomplete=email>", "input[phone]: autocomplete is not tel"),
    ],
)
def test_a_fault_of_the_markup_is_told(read, planted, told):
    assert any(told in fault for fault in read(planted))


@pytest.mark.parametrize(
    ("said", "planted", "told"),
    [
        (' lang="fr"', "", "html: no lang"),
        ("<h1>Essai</h1>", "<nav>Menu</nav>", "0 h1"),
        ("<title>Essai</title>", "<title>Erreur : Essai</title>", "says that there is an error"),
        ("<main><h1>Essai</h1>", "<h1>Essai</h1><main>", "the h1 stands outside main"),
    ],
)
def test_a_fault_of_the_whole_page_is_told(read, said, planted, told):
    assert any(told in fault for fault in read("", page=PAGE.replace(said, planted)))
