"""The reference says what the code says: settings, commands, fields, templates, tags, properties, checks, signals."""

import inspect
import re
from pathlib import Path
from typing import get_type_hints

import pytest
from django.core.management import load_command_class
from django.core.management.base import BaseCommand
from django.dispatch import Signal
from django.template import engines
from wagtail.models import Page

from tests.codebase.documents import first_column, headings, section
from tests.codebase.sources import below, text
from volunteering import models, signals
from volunteering.agenda.filters import EventFilters
from volunteering.conf import Conf
from volunteering.directory.filters import AssociationFilters
from volunteering.missions.filters import MissionFilters

REFERENCE = Path("docs/reference")


def words(content):
    return " ".join(content.split())


def coded_headings(document):
    """Headings that are a name in code."""
    return {heading.strip("`") for heading in headings(document) if heading.startswith("`")}


SETTINGS = [name for name, value in vars(Conf).items() if isinstance(value, property)]


def test_every_setting_is_explained_and_no_other():
    assert coded_headings(REFERENCE / "settings.md") == set(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_explained_in_the_words_of_the_code(name, settings):
    settings.VOLUNTEERING = {}
    kind, default = get_type_hints(vars(Conf)[name].fget)["return"].__name__, getattr(Conf(), name)
    shown = f'"{default}"' if isinstance(default, str) else default

    expected = f"`{kind}`, default `{shown}`. {inspect.getdoc(vars(Conf)[name])}"

    assert words(expected) in words(section(REFERENCE / "settings.md", f"`{name}`"))


def test_every_variable_of_the_demo_citys_environment_is_explained_and_no_other():
    read = {
        name
        for file in below("site/config/settings", endings=(".py",))
        if file.stem != "test"
        for name in re.findall(r"""\benv(?:\.\w+)?\(\"(\w+)\"""", text(file))
    }

    assert first_column(section(REFERENCE / "settings.md", "The demo city's environment")) == read


def test_every_question_of_a_lists_address_is_explained_and_no_other():
    """`page`, `month`, `week` and `sheet` say how a list is shown."""
    forms = (EventFilters, MissionFilters, AssociationFilters)
    told = set(re.findall(r"^\| (`.*?`) \|", text(REFERENCE / "filters.md"), re.MULTILINE))
    names = {name for cell in told for name in re.findall(r"`(\w+)`", cell)}

    assert names - {"page", "month", "week", "sheet"} == {name for form in forms for name in form.base_fields}


COMMANDS = {
    file.stem: file.parts[0]
    for file in below("volunteering", "home", endings=(".py",))
    if file.parts[1:-1] == ("management", "commands") and file.stem != "__init__"
}


def test_every_command_is_explained_and_no_other():
    assert coded_headings(REFERENCE / "commands.md") == set(COMMANDS)


def own_options(command):
    """The options a command adds to those that all commands have."""
    everyones = {option for action in BaseCommand().create_parser("", "")._actions for option in action.option_strings}
    actions = load_command_class(COMMANDS[command], command).create_parser("", "")._actions
    named = {option for action in actions for option in action.option_strings if option.startswith("--")}
    positional = {action.metavar or action.dest for action in actions if not action.option_strings}
    return (named - everyones) | positional


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_explained_and_no_other(command):
    assert first_column(section(REFERENCE / "commands.md", f"`{command}`")) == own_options(command)


CONTENT = [models.AssociationPage, models.EventPage, models.MissionPage]
INDEXES = [models.AssociationIndexPage, models.EventIndexPage, models.MissionIndexPage]


def editable(model, *, besides=()):
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return {field.name for field in fields if field.editable and not field.primary_key} - set(besides)


@pytest.mark.parametrize("page_type", CONTENT, ids=lambda page_type: page_type.__name__)
def test_every_field_of_a_page_type_is_explained_and_no_other(page_type):
    ours = editable(page_type, besides=[field.name for field in Page._meta.get_fields()])
    shared = first_column(section(REFERENCE / "pages.md", "What they share"))
    tables = section(REFERENCE / "pages.md", page_type.__name__).split("\n\nInline")
    own = first_column(tables[0])

    assert own | (shared & ours) == ours
    assert not own & shared


def test_no_shared_field_is_explained_that_no_page_type_has():
    shared = first_column(section(REFERENCE / "pages.md", "What they share"))

    assert shared <= set.union(*(editable(page) for page in CONTENT))


def test_every_field_of_a_date_is_explained_and_no_other():
    table = section(REFERENCE / "pages.md", "EventPage").split("field of a date")[1]

    assert first_column(table) == editable(models.EventDate, besides=["event"])


@pytest.mark.parametrize("name", ["Theme", "Skill", "HelpKind", "Neighbourhood", "Issue", "CitySettings"])
def test_every_field_of_a_snippet_is_explained_and_no_other(name):
    rows = section(REFERENCE / "pages.md", "Snippets and settings").splitlines()
    row = next(row for row in rows if row.startswith(f"| `{name}`"))

    assert set(re.findall(r"`(\w+)`", row.split("|")[2])) == editable(getattr(models, name))


@pytest.mark.parametrize("page_type", CONTENT, ids=lambda page_type: page_type.__name__)
def test_the_api_gives_what_the_reference_marks(page_type):
    rows = [*section(REFERENCE / "pages.md", page_type.__name__).splitlines()]
    rows += section(REFERENCE / "pages.md", "What they share").splitlines()
    marked = {name for row in rows if row.rstrip().endswith("API |") for name in first_column(row)}
    given = {field.name for field in page_type.api_fields}

    assert marked & editable(page_type) == given & editable(page_type)


def test_every_component_is_listed_and_no_other():
    components = {file.name for file in below("volunteering/templates/volunteering/components", endings=(".html",))}

    assert first_column(section(REFERENCE / "templates.md", "Components")) == components


@pytest.mark.parametrize("page_type", [*CONTENT, *INDEXES], ids=lambda page_type: page_type.__name__)
def test_the_template_of_every_page_type_is_listed(page_type):
    assert page_type.template in first_column(section(REFERENCE / "templates.md", "Pages"))


def test_every_tag_and_filter_is_listed_and_no_other():
    libraries = engines["django"].engine.template_libraries
    ours = [library for name, library in libraries.items() if name.startswith("volunteering_")]
    listed = section(REFERENCE / "templates.md", "Tags and filters")
    tags = set(re.findall(r"\{% (\w+)", listed)) - {"load"}
    filters = first_column(listed.split("| filter |")[1])

    assert tags == {name for library in ours for name in library.tags}
    assert filters == {name for library in ours for name in library.filters}


def test_every_custom_property_is_explained_and_no_other():
    tokens = text(Path("volunteering/static/volunteering/css/tokens.css"))
    declared = set(re.findall(r"^\s+(--v-[\w-]+):", tokens, re.MULTILINE))
    table = section(Path("docs/how-to/look.md"), "Custom properties").split("| property |")[1]
    named = first_column(table) | {f"--v-space-{number}" for number in range(2, 8)}

    assert named == declared


def test_every_system_check_is_explained_and_no_other():
    raised = {
        found
        for file in below("volunteering", endings=(".py",))
        for found in re.findall(r"\"(volunteering\.[EWI]\d{3})\"", text(file))
    }

    assert first_column(text(REFERENCE / "checks.md")) == raised


def test_every_signal_is_explained_and_no_other():
    sent = {name for name, value in vars(signals).items() if isinstance(value, Signal)}

    assert first_column(text(REFERENCE / "signals.md")) == sent
