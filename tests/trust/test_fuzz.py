"""Whatever is typed, asked or sent in: no answer breaks, and who is refused has written nothing.

`make test-long` tries 10,000 inputs on every address, form and import, `make test` some on the imports.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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


@pytest.fixture(scope="module")
def places(lasting) -> list[Place]:
    world, clients = build(), {role: browser(role) for role in ROLES}
    found = []
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


@pytest.mark.long
@tries(5_000, few=25)
@given(data=st.data())
def test_nothing_that_is_asked_in_an_address_breaks_it(places, data):
    where = data.draw(st.sampled_from(places), label="where")
    asked = data.draw(st.lists(st.tuples(st.sampled_from(where.names), french.text), max_size=5), label="asked")
    with taken_back(), select_only() as written:
        response = where.client.get(f"{where.path}?{urlencode(asked)}")
        b"".join(response) if response.streaming else response.content
    assert response.status_code < 500
    assert written == []


def sent(form: Form, *, only_typed: bool) -> st.SearchStrategy[dict[str, list]]:
    """Each field left as it is, chosen, written anew, or missing. `only_typed`: what no hand writes is left alone."""
    answers: dict[str, st.SearchStrategy] = {}
    for name in form.names:
        if only_typed and name in form.fields and name not in form.typed:
            answers[name] = st.just(form.fields[name])
            continue
        ways = [st.just(form.fields.get(name, [])), st.lists(french.text, min_size=1, max_size=2), st.just([])]
        if name in form.choices:
            ways.append(st.sampled_from(form.choices[name]).map(lambda value: [value]))
        if name in form.files:
            ways = [st.just([]), st.builds(an_upload, french.text, BYTES).map(lambda file: [file])]
        answers[name] = st.one_of(ways)
    return st.fixed_dictionaries(answers)


def an_upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name.replace("\0", "")[:100] or "x", content)


@pytest.mark.long
@tries(4_000, few=25)
@given(data=st.data())
def test_nothing_that_is_sent_in_a_form_breaks_it_and_who_is_refused_has_written_nothing(places, data):
    where = data.draw(st.sampled_from([place for place in places if place.forms]), label="where")
    form = data.draw(st.sampled_from(where.forms))
    action = urlsplit(form.action).path or where.path
    # Wagtail's own editor fails at what its scripts did not write; nobody without the admin comes there.
    answers = data.draw(sent(form, only_typed=where.row.route.startswith("wagtail")), label="answers")
    with taken_back(), writes() as written:
        response = where.client.post(action, answers)
    assert response.status_code < 500
    assert not (is_refused(response) and written)


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


def imported(run: Callable[..., Any]) -> None:
    """A dry run writes nothing, nor does a file that is refused."""
    with taken_back(), writes() as written:
        try:
            run(dry_run=True)
            assert written == []
            run()
        except Unreadable:
            assert written == []


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@tries(1_000, few=15)
@given(fields=st.dictionaries(st.sampled_from(EVENT_FIELDS), JSON, max_size=4))
def test_nothing_in_an_agenda_breaks_its_import(places, tmp_path, fields):
    file = files.agenda_file(tmp_path, {**files.event(), **fields})
    imported(lambda **options: files.import_events(file, **options))


@tries(1_000, few=15)
@given(values=st.dictionaries(st.sampled_from(COLUMNS), french.text, max_size=4))
def test_nothing_in_a_register_breaks_its_import(places, tmp_path, values):
    file = files.register_file(tmp_path, files.association(**values))
    imported(lambda **options: files.import_register(file, **options))


@tries(1_000, few=15)
@given(lines=st.lists(LINES, max_size=4))
def test_nothing_in_a_calendar_breaks_its_import(places, tmp_path, lines):
    event = files.vevent(*(f"{name}:{value}".replace("\0", "") for name, value in lines))
    file = files.calendar_file(tmp_path, event)
    imported(lambda **options: files.import_calendar(file, **options))
