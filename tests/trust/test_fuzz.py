"""Whatever is typed, asked or sent in: no answer breaks, and who is refused has written nothing.

`make test-long` tries 12,000 inputs on every address, form and import, `make test` some on every eleventh.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.imports import files
from tests.trust import french, table
from tests.trust.forms import Form, forms, is_refused
from tests.trust.read_only import ALLOWED, READS, plain, select_only
from tests.trust.roles import Role, browser
from tests.trust.rules import Row
from tests.trust.visits import address
from tests.trust.world import World, build
from volunteering.imports.reading import Unreadable

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
ROWS = [row for row in table.ROWS if not row.acts][:: 1 if LONG else 11]
# Whoever gets in first tries: what more people see is seen by more eyes.
# How the statements begin that a refusal may execute, and why.
KEPT = {
    'UPDATE "volunteering_submission"': "what is typed into a draft is kept, whatever is wrong with it",
    'UPDATE "volunteering_volunteer" SET "seen_at"': "whoever presses a button of theirs is there",
}
# Without making a finding smaller: that would take an hour, and each says where it was.
PHASES = (Phase.explicit, Phase.generate)
ROLES = (Role.VISITOR, Role.OWNER, Role.ASSOCIATION, Role.AGENT, Role.EDITOR, Role.SUPERUSER)
# What no form says, and programs try.
MORE_NAMES = ("page", "p", "q", "next", "month", "week", "sort", "ordering", "export", "format", "creneau", "depuis")
BYTES = st.one_of(
    st.binary(max_size=40), st.sampled_from([b"GIF89a", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"\xff\xd8\xff"])
)


def tries(many: int, *, few: int) -> Callable:
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=many if LONG else few, suppress_health_check=checks, phases=PHASES)


@dataclass(repr=False)
class Place:
    """An address somebody may open, and what can be asked and sent there."""

    row: Row
    client: Client
    path: str
    names: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def __repr__(self) -> str:
        return str(self.row)


def place(row: Row, client: Client, world: World) -> Place:
    where = address(row, world)
    response = client.get(where)
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    page = response.text if is_page and not response.streaming else ""
    asked = [name for form in forms(page, method="get") for name in form.names]
    links = [link["href"] for link in BeautifulSoup(page, "html.parser").select("a[href*='?']")]
    linked = [name for link in links for name, __ in parse_qsl(urlsplit(link).query)]
    names = sorted({*MORE_NAMES, *asked, *linked})
    return Place(row, client, urlsplit(where).path, names, forms(page, method="post"))


class Places(list):
    """Told in a word: a failure names its own place."""

    def __repr__(self) -> str:
        return f"{len(self)} places"


@pytest.fixture(scope="module")
def places(lasting) -> Places:
    world, clients = build(), {role: browser(role) for role in ROLES}
    found = Places()
    for row in ROWS:
        role = next((role for role in ROLES if row.expected(role) == "200"), None)
        if role:
            found.append(place(row, clients[role], world))
    return found


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def writes() -> Iterator[list[str]]:
    """What is written, but for what looking may write too."""
    written: list[str] = []

    def watch(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        if not READS.match(sql) and not plain(sql).startswith(tuple(ALLOWED)):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


# What is drawn depends on no page: numbers say which of those there are.
WHICH = st.integers(0, 1_000_000)
HOW = st.sampled_from(("as it is", "chosen", "written", "missing"))
ANSWERS = st.lists(st.tuples(HOW, french.text, WHICH, BYTES), min_size=1, max_size=15)


@tries(5_000, few=25)
@given(which=WHICH, asked=st.lists(st.tuples(WHICH, french.text), max_size=5))
def test_nothing_that_is_asked_in_an_address_breaks_it(places, which, asked):
    where = places[which % len(places)]
    query = urlencode([(where.names[number % len(where.names)], text) for number, text in asked])
    with taken_back(), select_only() as written:
        response = where.client.get(f"{where.path}?{query}")
        b"".join(response) if response.streaming else response.content
    assert response.status_code < 500, where
    assert written == [], where


@tries(4_000, few=25)
@given(which=WHICH, answers=ANSWERS)
def test_nothing_that_is_sent_in_a_form_breaks_it_and_who_is_refused_has_written_nothing(places, which, answers):
    sendable = [(place, form) for place in places for form in place.forms]
    where, form = sendable[which % len(sendable)]
    with taken_back(), writes() as written:
        response = where.client.post(urlsplit(form.action).path or where.path, filled(where, form, answers))
    assert response.status_code < 500, where
    others = [sql for sql in written if not sql.startswith(tuple(KEPT))]
    assert not (is_refused(response) and others), where


def filled(where: Place, form: Form, answers: list[tuple]) -> dict[str, list]:
    """Each field left as it is, chosen, written anew, or missing."""
    # Wagtail's own editor fails at what its scripts did not write; nobody without the admin comes there.
    left = form.fields.keys() - form.typed if where.row.route.startswith("wagtail") else ()
    return {
        name: form.fields[name] if name in left else value_of(form, name, *answer)
        for name, answer in zip(form.names, cycle(answers), strict=False)
    }


def value_of(form: Form, name: str, how: str, text: str, which: int, content: bytes) -> list:
    if name in form.files:
        return [] if how == "missing" else [SimpleUploadedFile(text.replace("\0", "")[:100] or "x", content)]
    match how:
        case "chosen" if form.choices.get(name):
            return [form.choices[name][which % len(form.choices[name])]]
        case "written" | "chosen":
            return [text]
        case "missing":
            return []
    return form.fields.get(name, [])


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), french.text),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(french.text, inner, max_size=3)),
    max_leaves=6,
)
LINES = st.tuples(
    st.sampled_from(
        ["DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "SUMMARY", "UID", "GEO", "SEQUENCE", "STATUS", "URL"]
    ),
    french.text,
)


EVENT_FIELDS = ("uid", "title_fr", "timings", "location_coordinates", "registration", "image", "accessibility")
COLUMNS = ("id", "titre", "objet", "siteweb", "adrs_codepostal", "date_disso", "maj_time", "position")


def written_for_nothing(run: Callable[..., Any]) -> list[str]:
    """What a dry run writes, or a file that is refused."""
    with taken_back(), writes() as written:
        try:
            run(dry_run=True)
            tried = list(written)
            run()
        except Unreadable:
            return written
    return tried


@tries(1_000, few=15)
@given(fields=st.dictionaries(st.sampled_from(EVENT_FIELDS), JSON, max_size=4))
def test_nothing_in_an_agenda_breaks_its_import(places, tmp_path, fields):
    file = files.agenda_file(tmp_path, {**files.event(), **fields})
    assert written_for_nothing(lambda **options: files.import_events(file, **options)) == []


@tries(1_000, few=15)
@given(values=st.dictionaries(st.sampled_from(COLUMNS), french.text, max_size=4))
def test_nothing_in_a_register_breaks_its_import(places, tmp_path, values):
    file = files.register_file(tmp_path, files.association(**values))
    assert written_for_nothing(lambda **options: files.import_register(file, **options)) == []


@tries(1_000, few=15)
@given(lines=st.lists(LINES, max_size=4))
def test_nothing_in_a_calendar_breaks_its_import(places, tmp_path, lines):
    event = files.vevent(*(f"{name}:{value}".replace("\0", "") for name, value in lines))
    file = files.calendar_file(tmp_path, event)
    assert written_for_nothing(lambda **options: files.import_calendar(file, **options)) == []
