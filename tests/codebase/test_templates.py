"""Templates and static files: none unused, none that sends a visitor's browser to a third party."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from wagtail.models import Page

from tests.codebase.sources import TEMPLATE_FOLDERS, below, template_names, text

# Found by Django, Wagtail and allauth under these names.
FOUND_BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "robots.txt"}
REMOTE = r"""["']?\s*(?:https?:)?//[a-z0-9]"""
LOADS_FROM_ELSEWHERE = {
    ".html": re.compile(
        rf"""\b(?:src|srcset|poster|action|formaction)\s*=\s*{REMOTE}|<link\b[^>]*\bhref\s*=\s*{REMOTE}|url\(\s*{REMOTE}"""
        rf"""|\bimport\b[^;]*{REMOTE}|\bfetch\(\s*[`]?{REMOTE}""",
        re.IGNORECASE,
    ),
    ".css": re.compile(rf"url\(\s*{REMOTE}|@import\s+{REMOTE}", re.IGNORECASE),
    ".js": re.compile(r"""["'`](?:https?:)?//(?!www\.w3\.org/)[a-z0-9${]""", re.IGNORECASE),
}


def overrides():
    """Names under which another installed app has a template: ours replaces it."""
    folders = [
        Path(app.path, "templates") for app in apps.get_app_configs() if app.name not in ("volunteering", "home")
    ]
    # Installed where there is a queue.
    folders.append(Path(admin.__file__).parent / "templates")
    return {str(file.relative_to(folder)) for folder in folders if folder.exists() for file in folder.rglob("*.*")}


def used_by_pages():
    """Templates of page types, which may be named after the model alone."""
    return {model.template for model in apps.get_models() if issubclass(model, Page)}


def includes(file, name):
    """Names that a template mentions; relative ones ("./_list.html") resolved."""
    content = text(file)
    relative = re.findall(r"""["'](\.{1,2}/[\w./-]+)["']""", content)
    resolved = {str(Path(re.sub(r"/\./", "/", str(Path(name).parent / path)))) for path in relative}
    return set(re.findall(r"""["']([\w./-]+\.(?:html|txt|xml))["']""", content)) | resolved


def mentioned():
    """Every template name that some other file mentions."""
    found = set()
    for name, file in template_names().items():
        found |= includes(file, name) - {name}
    for file in below("volunteering", "home", "site", endings=(".py",)):
        found |= set(re.findall(r"""["']([\w./-]+\.(?:html|txt|xml))["']""", text(file)))
    return found


def test_every_template_is_used():
    unused = set(template_names()) - mentioned() - used_by_pages() - overrides() - FOUND_BY_NAME

    assert not unused


def remote(file, content):
    return [match.group() for match in LOADS_FROM_ELSEWHERE[file.suffix].finditer(content)]


def test_no_template_or_static_file_loads_from_another_host():
    sources = below(*TEMPLATE_FOLDERS, "volunteering/static", "home/static", endings=tuple(LOADS_FROM_ELSEWHERE))

    assert not {str(file): found for file in sources if (found := remote(file, text(file)))}


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("a.html", '<script src="https://cdn.example/x.js"></script>'),
        ("a.html", "<img alt='' src='//tracker.example/1.gif'>"),
        ("a.html", '<link rel="stylesheet" href="https://fonts.example/css">'),
        ("a.html", '<div style="background: url(https://pictures.example/1)"></div>'),
        ("a.css", "@import '//fonts.example/css';"),
        ("a.css", "a { background: url( 'https://pictures.example/1' ) }"),
        ("a.js", 'import x from "https://cdn.example/x.js";'),
        ("a.js", "fetch(`https://${host}/`)"),
    ],
)
def test_a_planted_third_party_is_found(name, planted):
    assert remote(Path(name), planted)


@pytest.mark.parametrize(
    ("name", "innocent"),
    [
        ("a.html", '<a href="https://city.example/">City</a>'),
        ("a.js", '"http://www.w3.org/2000/svg"'),
        ("a.css", "/* https://x.example */"),
    ],
)
def test_a_link_that_a_visitor_chooses_to_follow_is_not_taken_for_one(name, innocent):
    assert not remote(Path(name), innocent)
