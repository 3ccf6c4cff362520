"""Each public form sent with mistakes: they are told first, lead to their fields, and nothing typed is lost."""

import pytest
from django.utils import timezone

from tests.browser import axe, markup, mistakes, town
from tests.browser.sweep import OVERFLOW

TELEPHONE = {"width": 320, "height": 800}
FORMS = (
    "sign-up-for-mission",
    "my-missions-link",
    "ask-for-help",
    "help-link",
    "follow",
    "follow-link",
    "report",
    "propose-event",
    "propose-mission",
    "propose-association",
    "propose-news",
    "propose-initiative",
    "ask-to-change",
    "my-submissions-link",
    "sign-in",
    "sign-up",
)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
@pytest.mark.parametrize("place", FORMS)
def test_mistakes_are_told_where_they_are(place, scripts, city, visitor):
    context, watch = visitor(viewport=TELEPHONE, java_script_enabled=scripts)
    page, found = context.new_page(), []
    for fill_in in (lambda page: {}, mistakes.type_nonsense):
        page.goto(f"{city}{town.address(place, today=timezone.localdate())}")
        typed = fill_in(page)
        mistakes.send(page)
        found += [*mistakes.faults(page, typed), *markup.faults(page), page.evaluate(OVERFLOW)]
        found += axe.violations(page) if scripts else []
    assert [fault for fault in found if fault] == []
    assert watch.take() == []


PAGE = """<!doctype html><html lang="fr"><head><title>Erreur : Essai</title></head><body><main><h1>Essai</h1>
<form method="post"><div class="v-errors" role="alert" tabindex="-1" autofocus><a href="#name">Nom</a></div>
<div class="v-field v-field--wrong"><label for="name">Nom</label><p class="v-field__error" id="wrong">Il manque.</p>
<input id="name" name="name" aria-invalid="true" aria-describedby="wrong" value="Jeanne"></div></form>
</main></body></html>"""


@pytest.fixture
def told(planted_page):
    """What is said of this page, where “Jeanne” was typed."""

    def look(body: str) -> list[str]:
        page, address, _watch = planted_page(body)
        page.goto(address)
        return mistakes.faults(page, {"name": "Jeanne"})

    return look


def test_mistakes_that_are_well_told_are_no_fault(told):
    assert told(PAGE) == []


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        ("v-errors", "errors", "0 summaries"),
        (" autofocus", "", "the summary has not the focus"),
        (' role="alert"', "", "the summary is not said (role=alert)"),
        ('<form method="post">', '<form method="post"><input name="first">', "first stands before the summary"),
        ("#name", "#nowhere", "Nom: leads to no field"),
        ('<a href="#name">Nom</a>', "Nom", "name: no link leads to it"),
        ("Il manque.", "", "name: no word on what is wrong"),
        (' aria-describedby="wrong"', "", "name: its error is not tied to it (aria-describedby)"),
        (' aria-invalid="true"', "", "name: no aria-invalid"),
        (" v-field--wrong", "", "name: looks as if nothing were wrong"),
        (' value="Jeanne"', "", "name: “Jeanne” is lost"),
    ],
)
def test_a_mistake_that_is_badly_told_is_a_fault(told, said, instead, fault):
    assert fault in told(PAGE.replace(said, instead))
