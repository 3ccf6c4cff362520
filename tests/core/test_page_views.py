"""What all page views share: previews at any moment of a page's life, lists whose cost does not grow."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    AssociationFactory,
    AssociationIndexFactory,
    EventFactory,
    EventIndexFactory,
    ImageFactory,
    MissionFactory,
    MissionIndexFactory,
    NewsFactory,
    NewsIndexFactory,
    once,
    shift,
)
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
TYPES = [(EventPage, EventIndexFactory), (MissionPage, MissionIndexFactory), (AssociationPage, AssociationIndexFactory)]
LISTS = [
    ("/agenda/", EventIndexFactory, EventFactory),
    ("/agenda/?week=2026-03-11", EventIndexFactory, EventFactory),
    ("/agenda/?sheet=2026-03-11", EventIndexFactory, EventFactory),
    ("/agenda/?month=2026-03", EventIndexFactory, EventFactory),
    ("/missions/", MissionIndexFactory, MissionFactory),
    ("/associations/", AssociationIndexFactory, AssociationFactory),
    ("/news/", NewsIndexFactory, NewsFactory),
]


def unsaved(model, index):
    page = model(title="New page", slug="new-page", summary="Not saved yet.")
    page.set_url_path(index)
    page.path, page.depth = index.path + "0001", index.depth + 1
    return page


@pytest.mark.parametrize(("model", "index"), TYPES)
def test_an_editor_sees_a_page_before_its_first_save(model, index):
    response = unsaved(model, index()).make_preview_request()

    assert response.status_code == 200
    assert "New page" in response.text


@pytest.mark.parametrize(("model", "index"), TYPES)
def test_an_editor_is_never_refused_the_card_of_an_unsaved_page(model, index):
    assert unsaved(model, index()).make_preview_request(preview_mode="card").status_code == 200


@pytest.mark.parametrize("children", [{"dates": [once()]}, {"shifts": [shift()]}])
def test_an_editor_sees_the_card_of_a_draft_with_its_dates(children):
    factory = EventFactory if "dates" in children else MissionFactory
    draft = factory(draft=True, title="Choir", children=children).get_latest_revision_as_object()

    assert 'class="v-card__title"' in draft.make_preview_request(preview_mode="card").text


def queries(client, address: str) -> int:
    """Of the third visit: the first makes the site's empty menu and the pictures' renditions, the second draws both."""
    client.get(address)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_the_agenda_costs_no_more_while_an_exhibition_is_on(clock, client):
    EventFactory(image=ImageFactory())
    before = queries(client, "/agenda/")
    lasting = {"dates": [once(date(2026, 3, 2), last_day=date(2026, 3, 20), all_day=True)]}
    EventFactory(image=ImageFactory(), children=lasting)
    assert "v-lasting" in client.get("/agenda/").text
    assert queries(client, "/agenda/") == before


@pytest.mark.parametrize(("address", "index", "factory"), LISTS)
def test_a_list_costs_the_same_with_one_page_and_with_many(clock, client, address, index, factory):
    index()
    factory(image=ImageFactory())
    one = queries(client, address)
    factory.create_batch(6, image=ImageFactory())

    assert queries(client, address) == one <= MOST_QUERIES
