from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from home.blocks import BodyBlock
from tests.factories import (
    AssociationFactory,
    EventFactory,
    MissionFactory,
    NeighbourhoodFactory,
    ThemeFactory,
    once,
    shift,
)
from volunteering.agenda.actions import cancel_occurrence

pytestmark = pytest.mark.django_db
BLOCKS = BodyBlock().child_blocks


def render(name: str, rf, **value) -> str:
    block = BLOCKS[name]
    return block.render(block.to_python({"title": "Heading", **value}), context={"request": rf.get("/")})


def test_there_are_at_most_eight_blocks():
    assert len(BLOCKS) <= 8


def test_a_weekly_event_appears_once_among_the_next_events(clock, rf):
    EventFactory(title="Choir", weekly=True)
    EventFactory(title="Concert")
    page = render("next_events", rf)
    assert page.count("Choir") == 1
    assert "Concert" in page


def test_a_cancelled_date_gives_its_place_to_the_next_one(clock, rf):
    event = EventFactory(title="Choir", weekly=True)
    cancel_occurrence(occurrence=event.occurrences.first(), reason="Storm", by=None)
    assert BLOCKS["next_events"].get_occurrences({"number": 3})[0] == event.occurrences.all()[1]


def test_a_full_day_leaves_room_for_the_days_after_it(clock, rf):
    first, second = (timezone.localdate() + timedelta(days=days) for days in (1, 2))
    for title, day in (("A", first), ("B", first), ("C", first), ("D", second)):
        EventFactory(title=title, children={"dates": [once(day)]})
    found = {number: BLOCKS["next_events"].get_occurrences({"number": number}) for number in (3, 4)}
    assert [[row.event.title for row in rows] for rows in found.values()] == [["A", "B", "D"], ["A", "B", "C", "D"]]


def test_the_next_events_can_be_those_of_one_theme_and_quarter(clock):
    theme, quarter = ThemeFactory(), NeighbourhoodFactory()
    wanted = EventFactory(themes=[theme], neighbourhood=quarter)
    EventFactory(themes=[theme])
    EventFactory(neighbourhood=quarter)
    found = BLOCKS["next_events"].get_occurrences({"number": 3, "theme": theme, "neighbourhood": quarter})
    assert [row.event for row in found] == [wanted]


def test_urgent_missions_start_within_days(clock, rf):
    MissionFactory(title="Tomorrow", children={"shifts": [shift(days=1)]})
    MissionFactory(title="In a month", children={"shifts": [shift(days=30)]})
    page = render("missions", rf, urgent=True)
    assert "Tomorrow" in page
    assert "In a month" not in page


def test_other_associations_are_shown_every_day_and_all_in_turn(clock):
    AssociationFactory.create_batch(7)
    seen = set()
    for _day in range(7):
        today = [page.pk for page in BLOCKS["associations"].get_associations({"number": 3})]
        assert len(set(today)) == 3
        seen |= set(today)
        clock.shift(timedelta(days=1))
    assert len(seen) == 7


def test_a_small_directory_shows_each_association_once(clock):
    AssociationFactory.create_batch(2)
    assert len({page.pk for page in BLOCKS["associations"].get_associations({"number": 3})}) == 2


def test_the_map_names_every_pin_in_its_list(clock, rf):
    AssociationFactory(title="Here", located=True)
    AssociationFactory(title="Nowhere")
    page = render("map", rf, subject="associations")
    assert "Here" in page
    assert "Nowhere" not in page


@pytest.mark.parametrize("subject", ["events", "missions", "associations"])
def test_an_empty_map_says_so(rf, subject):
    assert "v-map" not in render("map", rf, subject=subject)


@pytest.mark.parametrize("name", ["next_events", "missions", "associations"])
def test_an_empty_block_keeps_its_heading_and_says_why(rf, name):
    page = render(name, rf)
    assert "Heading" in page
    assert "<p>" in page


@pytest.mark.parametrize("target", [{}, {"page": 1, "url": "https://city.example/"}])
def test_a_button_leads_to_exactly_one_place(target):
    block = BLOCKS["call_to_action"]
    value = block.to_python({"title": "Come", "button": "Go", **target})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


@pytest.mark.parametrize("name", list(BLOCKS))
def test_every_block_explains_itself_in_the_picker(name):
    block = BLOCKS[name]
    assert block.get_description()
    assert block.get_preview_template(None) == "volunteering/blocks/preview.html"
