"""RSS and Atom, read by feedparser and by an XML parser."""

import feedparser
import pytest

from tests.factories import AssociationFactory, EventFactory, MissionFactory, ThemeFactory
from tests.feeds.reading import read, xml
from tests.feeds.test_ical_text import KEPT
from volunteering.feeds.characters import clean

pytestmark = pytest.mark.django_db

FORMATS = ["rss", "atom"]


def entries(client, name):
    found = feedparser.parse(read(client, name))
    assert not found.bozo, found.bozo_exception
    return found.entries


@pytest.mark.parametrize("extension", FORMATS)
def test_the_newest_come_first(client, clock, extension):
    for title in ("Première", "Deuxième", "Troisième"):
        clock.shift(60)
        MissionFactory(title=title)

    found = entries(client, f"missions.{extension}")

    assert [entry.title for entry in found] == ["Troisième", "Deuxième", "Première"]
    assert found[0].published_parsed > found[1].published_parsed


@pytest.mark.parametrize("extension", FORMATS)
def test_an_entry_leads_to_its_page_and_keeps_its_name(client, extension):
    association = AssociationFactory(themes=[ThemeFactory(name="Sport")])

    (entry,) = entries(client, f"associations.{extension}")

    assert entry.link == f"http://localhost{association.url}"
    assert entry.id == association.translation_key.urn
    assert [tag.term for tag in entry.tags] == ["Sport"]


@pytest.mark.parametrize("extension", FORMATS)
def test_a_reader_is_told_when_an_event_is_next(client, clock, extension):
    EventFactory(weekly=True, summary="On danse.")
    EventFactory(past=True)

    (entry,) = entries(client, f"agenda.{extension}")

    assert entry.summary.endswith("On danse.")
    assert "11" in entry.summary


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("text", [text for text in KEPT if text.strip()])
def test_hostile_text_is_text(client, extension, text):
    AssociationFactory(title=text[:250], summary="a < b & <script>alert(1)</script>")

    root = xml(client, f"associations.{extension}")

    (title,) = [each.text for item in ("item", "entry") for each in root.findall(f".//{item}/title")]
    assert title == clean(text[:250])
    (entry,) = entries(client, f"associations.{extension}")
    assert "<script" not in entry.summary


def test_the_events_of_a_theme_are_narrowed(client):
    EventFactory(title="Course", themes=[ThemeFactory(slug="sport")])
    EventFactory(title="Autre")

    assert [entry.title for entry in entries(client, "agenda.rss?theme=sport")] == ["Course"]


def test_no_more_entries_than_a_reader_shows(client, monkeypatch):
    monkeypatch.setattr("volunteering.feeds.syndication.SHOWN", 2)
    for _number in range(3):
        AssociationFactory()

    assert len(entries(client, "associations.atom")) == 2


def test_a_feed_says_whose_it_is(client):
    found = feedparser.parse(read(client, "agenda.atom")).feed

    assert found.title == "Agenda – localhost"
    assert found.id == "http://localhost/engagement/agenda.atom"
    assert found.link == "http://localhost/"
