from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, RequestContext, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from tests.factories import (
    AssociationFactory,
    AssociationIndexFactory,
    EventFactory,
    EventIndexFactory,
    MissionFactory,
    MissionIndexFactory,
    ThemeFactory,
    once,
    shift,
)
from volunteering.agenda.models import EventDate, Occurrence
from volunteering.missions.models import MissionPage


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def render(source: str, request=None, **values) -> str:
    template = Template("{% load volunteering_tags %}" + source)
    return template.render(RequestContext(request, values) if request else Context(values))


@pytest.mark.django_db
def test_an_occurrence_is_told_by_the_clock_on_the_wall(clock):
    occurrence = EventFactory().occurrences.get()

    assert render("{{ it|when }}", it=occurrence) == "Wednesday 11 March, 2 pm – 4 pm"
    assert render("{{ it|hours }} {{ it|start_hour }}", it=occurrence) == "2 pm – 4 pm 2 pm"


@pytest.mark.django_db
def test_an_exhibition_tells_its_end_once_it_has_begun(clock):
    dates = [EventDate(first_day=date(2026, 3, 1), last_day=date(2026, 3, 28), all_day=True)]
    occurrence = EventFactory(children={"dates": dates}).occurrences.get()

    assert render("{{ it|lasting }}", it=occurrence) == "until 28 March"
    clock.move_to("2026-02-01")
    assert render("{{ it|lasting }}", it=occurrence) == "from 1 March to 28 March"


@pytest.mark.django_db
def test_a_weekly_event_tells_how_it_comes_back(clock):
    event = EventFactory(children={"dates": [once(frequency="weekly")]})

    assert render("{{ it|recurrence }}", it=event).startswith("Every Wednesday from 2 pm to 4 pm")
    assert render("{{ it|recurrence }}", it=EventFactory()) == ""


@pytest.mark.django_db
def test_a_mission_tells_its_next_shift_and_forgets_the_last(clock):
    mission = MissionFactory(children={"shifts": [shift(days=-1), shift(days=3)]})

    assert render("{{ it|next_time|when }}", it=mission) == "Saturday 7 March, 9 am – noon"
    assert render("{{ it|next_time }}", it=MissionFactory()) == "None"


@pytest.mark.django_db
def test_a_mission_that_is_over_tells_when_it_was(clock):
    mission = MissionFactory(children={"shifts": [shift(days=-7), shift(days=-1)]})

    assert render("{{ it|period }}", it=mission) == "Tuesday 3 March, 9 am – noon"


@pytest.mark.django_db
def test_a_mission_without_dates_tells_how_often_one_comes():
    assert render("{{ it|period }}", it=MissionFactory(commitment="flexible")) == "When you can"


@pytest.mark.django_db
def test_a_card_reads_its_theme_without_a_query(django_assert_num_queries):
    MissionFactory(themes=[ThemeFactory(name="Nature", slug="nature", icon="leaf")])
    mission = MissionPage.objects.all().for_cards().get()

    with django_assert_num_queries(0):
        assert render("{% with t=it|card_theme %}{{ t.slug }} {{ t.icon }}{% endwith %}", it=mission) == "nature leaf"


@pytest.mark.django_db
def test_a_card_names_the_first_organiser_without_a_query(django_assert_num_queries):
    event = EventFactory()
    event.organisers = [AssociationFactory(title="Choir")]
    event.save_revision().publish()
    occurrence = Occurrence.objects.all().for_cards().get()

    with django_assert_num_queries(0):
        assert render("{{ it|card_organiser }}", it=occurrence) == "Choir"


@pytest.mark.django_db
def test_the_three_doors_are_found_in_one_look_per_request(rf, django_assert_max_num_queries):
    MissionIndexFactory(), EventIndexFactory(), AssociationIndexFactory()
    request = rf.get("/")
    source = "{% doors as d %}{{ d.missions.slug }} {{ d.agenda.slug }} {{ d.associations.slug }}"
    assert render(source, request=request) == "missions agenda associations"

    with django_assert_max_num_queries(0):
        render(source, request=request)


@pytest.mark.django_db
def test_a_door_that_is_not_published_stays_shut(rf):
    MissionIndexFactory(draft=True)

    assert render("{% doors as d %}{{ d.missions|default:'shut' }}", request=rf.get("/")) == "shut"


@pytest.mark.django_db
def test_a_link_to_another_page_of_a_list_keeps_the_rest_of_the_address(rf):
    request = rf.get("/?from=2026-06-14&page=2")

    assert render("{% address_with page=3 %}", request=request) == "?from=2026-06-14&amp;page=3"
    assert render("{% address_with page='' %}", request=request) == "?from=2026-06-14"


def test_typography_escapes_what_people_typed_and_keeps_markup():
    with translation.override("fr"):
        assert render("{{ it|typo }}", it="<b> ?") == "&lt;b&gt;\u00a0?"
        assert render("{{ it|typo }}", it=mark_safe("<b>Où ?</b>")) == "<b>Où\u00a0?</b>"


def test_english_pages_keep_their_spaces():
    assert render("{{ it|typo }}", it="Where ?") == "Where ?"


def test_small_print():
    assert render("{{ it|tel }}", it="04 65 71 12 12") == "tel:+33465711212"
    assert render("{{ it|hostname }}", it="https://www.choir.example/us?x") == "choir.example"
    assert render("{{ it|duration }}", it=90) == "1 h 30"


def test_a_place_is_the_only_pin_of_its_map():
    place = SimpleNamespace(lat=45.9, lng=4.06, where="Hall")

    assert render("{{ it|as_points|as_json }}", it=place).count("&quot;lat&quot;: 45.9") == 1


def test_a_page_without_request_has_no_city():
    assert render("{% city as c %}{{ c }}") == "None"
