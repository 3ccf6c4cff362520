"""Each field of a person is read by whom the table says, and by nobody else."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests.trust.fields import TABLE, Reader, Somebody, client_of, expected, reveals, screens, somebody, times_logged
from volunteering.applications.actions import accept, report
from volunteering.applications.models import VOLUNTEER
from volunteering.applications.states import Actor

REPOSITORY = Path(__file__).parents[2]
# What a menu offers says nothing of anybody.
NOT_CHOSEN = re.compile(r"<option(?![^>]*selected)[^>]*>[^<]*</option>")
CITY = (Reader.EDITOR, Reader.MODERATOR, Reader.AGENT, Reader.SUPERUSER)


@pytest.fixture
def person(db) -> Somebody:
    return somebody()


def shown(client, addresses) -> str:
    pages = [client.get(address) for address in addresses]
    return NOT_CHOSEN.sub("", "".join(page.text for page in pages if page.status_code == 200))


def test_the_documentation_has_the_same_table():
    lines = (REPOSITORY / "docs" / "trust.md").read_text().splitlines()
    rows = [line.strip("| ").replace("–", "-").split(" | ") for line in lines if line.startswith("| ")]
    written = {name: " ".join(letters) for name, *letters in rows if name in TABLE}
    assert written == {name: " ".join(letters.split()) for name, letters in TABLE.items()}


@pytest.mark.parametrize("reader", Reader)
def test_everyone_reads_what_the_table_says_and_nothing_else(person, reader):
    if reader == Reader.ACCEPTED:
        accept(application=person.application, by=Actor.ASSOCIATION)
    assert person.heard(shown(client_of(reader), screens(reader, person))) == expected(reader, "R")


@pytest.mark.parametrize("reader", CITY)
def test_the_city_reads_the_rest_with_a_reason_that_is_logged(person, reader):
    client, before = client_of(reader), times_logged()
    asked = "".join(client.post(address, {"reason": ""}).text for address in reveals(person))
    assert (person.heard(asked) & expected(reader, "L"), times_logged()) == (set(), before)

    answers = [client.post(address, {"reason": reason}) for address, reason in reveals(person).items()]
    told = "".join(answer.text for answer in answers if answer.status_code == 200)
    assert person.heard(told) >= expected(reader, "L")
    assert times_logged() - before == (len(answers) if expected(reader, "L") else 0)


@pytest.mark.parametrize("reader", CITY)
def test_what_two_people_wrote_is_read_by_the_offices_when_it_was_reported_and_logged(person, reader):
    words, screen = "what was written", "volunteering_applications:report"
    report(application=person.application, role=VOLUNTEER, words="Il insiste.")
    client, before = client_of(reader), times_logged()
    where = reverse(screen, args=[person.application.pk])
    assert words not in person.heard(client.get(where, follow=True).text)

    answer = client.post(where, {"do": "read"}, follow=True)
    reads = reader in (Reader.EDITOR, Reader.MODERATOR, Reader.SUPERUSER)
    assert (words in person.heard(answer.text), times_logged() - before) == (reads, int(reads))
