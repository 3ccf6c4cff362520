"""The sweep objects: it is shown each fault it is there for, on a page that has no other."""

import pytest

from tests.browser.sweep import sweep

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Essai</h1>{}</main></body></html>"""
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
DARK_ONLY = "<style>@media (prefers-color-scheme: light) { .dark { display: none } }</style>"
NARROW_ONLY = "<style>@media (width > 400px) { .narrow { display: none } }</style>"
BETWEEN_ONLY = "<style>@media not (400px < width < 1000px) { .between { display: none } }</style>"
SMALL = "<style>button { width: 12px; height: 12px; padding: 0; font-size: 9px }</style>"
NIGHT = "<style>@media (prefers-color-scheme: dark) { .dark { color: #eee } }</style>"
HIDDEN_LINK = "<style>a { color: #222; text-decoration: none } p { color: #000 }</style>"


@pytest.fixture
def swept(planted_page):
    """What the sweep says of a page with this inside its <main>."""
    return lambda planted: sweep(*planted_page(PAGE.format(planted)))


def test_a_sound_page_has_no_fault(swept):
    assert swept("<p>Bonjour.</p>") == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ('<p style="color: #bbb">Pale</p>', "color-contrast"),
        (f"<img src={PICTURE}>", "image-alt"),
        ("<h4>Too deep</h4>", "heading-order"),
        ("<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style><p>Dark</p>", "dark: color-contrast"),
        (f"{DARK_ONLY}<img class=dark src={PICTURE}>", "1280 px, dark: image-alt"),
        (f"{NARROW_ONLY}<img class=narrow src={PICTURE}>", "320 px, light: image-alt"),
        (f"{NARROW_ONLY}<p class=narrow style='color: #bbb'>Pale</p>", "320 px, light: color-contrast"),
        (f"{NARROW_ONLY}<p class='narrow dark'>Dark</p>{NIGHT}", "320 px, dark: color-contrast"),
        (
            f"{HIDDEN_LINK}<p>Many words stand around <a href=/>a link</a> that one cannot see.</p>",
            "link-in-text-block",
        ),
        ('<div style="width: 400px">Wide</div>', "320 px, light: 88 px too wide: div"),
        ("<script>console.error('planted')</script>", "console error: planted"),
        ("<script>missing()</script>", "script: missing is not defined"),
        ('<img alt="" src="https://tiles.example/1.png">', "asked another machine: https://tiles.example/1.png"),
        ('<img alt="" src="/gone.png">', "failed: http://127.0.0.1:9/gone.png"),
        (f"{BETWEEN_ONLY}<p class=between style='width: 900px'>Wide</p>", "768 px, light: 140 px too wide: p.between"),
        (f"{SMALL}<button>1</button><button>2</button>", "target-size"),
    ],
)
def test_a_fault_is_told(swept, planted, told):
    assert any(told in fault for fault in swept(planted))
