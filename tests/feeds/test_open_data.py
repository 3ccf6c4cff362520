"""Open data: flat, whole, without anyone's name or number."""

import pytest

from tests.factories import AssociationFactory, EventFactory, NeighbourhoodFactory, ThemeFactory
from tests.feeds.reading import parsed, read, rows

pytestmark = pytest.mark.django_db


def test_an_association_is_one_row(client):
    AssociationFactory(
        title="Les Amis du port", acronym="ADP", located=True, rna="W423001234",
        themes=[ThemeFactory(name="Nature"), ThemeFactory(name="Sport")],
        neighbourhood=NeighbourhoodFactory(name="Le Port"),
    )  # fmt: skip

    (row,) = rows(client, "associations.csv")

    assert (row["name"], row["acronym"], row["rna"], row["city"]) == (
        "Les Amis du port",
        "ADP",
        "W423001234",
        "Rivemont",
    )
    assert (row["themes"], row["neighbourhood"]) == ("Nature | Sport", "Le Port")
    assert (row["lat"], row["lng"]) == ("45.9", "4.06")


def test_both_formats_say_the_same(client):
    AssociationFactory(located=True, founded=1974)
    EventFactory(weekly=True, is_free=True)

    for name in ("associations", "events"):
        written, told = rows(client, f"{name}.csv"), parsed(client, f"{name}.json")
        assert len(written) == len(told)
        assert list(written[0]) == list(told[0])


@pytest.mark.parametrize(("ticked", "told"), [(True, "office@asso.example"), (False, "")])
def test_an_office_is_reached_only_when_its_association_says_so(client, ticked, told):
    AssociationFactory(with_office=True, publish_contact=ticked)

    assert rows(client, "associations.csv")[0]["email"] == parsed(client, "associations.json")[0]["email"] == told
    assert ("04 65 71 00 01" in read(client, "associations.csv")) is ticked


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "-2+3", "+33", "\t=1", "＝1"])
def test_a_spreadsheet_runs_nothing(client, title):
    AssociationFactory(title=title, summary='=HYPERLINK("https://evil.example")')

    (row,) = rows(client, "associations.csv")

    assert row["name"] == f"'{title}"
    assert row["summary"].startswith("'=")


def test_a_cell_with_line_breaks_and_quotes_stays_one_cell(client):
    AssociationFactory(title='Un « titre » avec "guillemets"\r\net, une ligne;')

    assert rows(client, "associations.csv")[0]["name"] == 'Un « titre » avec "guillemets"\net, une ligne;'


def test_each_date_of_an_event_is_a_row_with_its_offset(client, clock):
    event = EventFactory(weekly=True)

    told = parsed(client, "events.json")

    assert len(told) == event.occurrences.count()
    assert (told[0]["start"], told[0]["end"]) == ("2026-03-11T14:00:00+01:00", "2026-03-11T16:00:00+01:00")
    assert told[0]["id"] != told[1]["id"]
    assert {row["event"] for row in told} == {str(event.translation_key)}


def test_dates_are_cut_at_their_bound(client, monkeypatch):
    monkeypatch.setattr("volunteering.feeds.open_data.MOST_DATES", 3)
    EventFactory(weekly=True)

    assert len(rows(client, "events.csv")) == 3
