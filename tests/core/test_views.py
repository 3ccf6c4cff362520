"""What every public page does, whatever it shows: how it answers, how lists are cut, what machines read."""

import pytest
from wagtail.models import Page

from tests.factories import AssociationFactory, EventFactory, ImageFactory, MissionFactory, NewsFactory, shift
from tests.pages import json_ld, meta, queries, soup
from volunteering.core.taxonomy import Theme

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
PAGE = 5
MOST_QUERIES_OF_A_PAGE = 21
FACTORIES = {
    "/associations/": AssociationFactory,
    "/missions/": MissionFactory,
    "/agenda/": EventFactory,
    "/actualites/": NewsFactory,
}
TYPES = list(FACTORIES.values())


@pytest.fixture
def front(found_city) -> Page:
    return found_city


def make(factory, number: int, **fields) -> None:
    """Pages with a picture and a theme each, as real ones have."""
    image, theme = ImageFactory(), Theme.objects.first()
    for _each in range(number):
        factory(image=image, themes=[theme], **fields)


@pytest.mark.parametrize("address", FACTORIES)
def test_a_list_of_many_costs_what_a_list_of_three_costs(address, front, client):
    make(FACTORIES[address], 3)
    few = queries(client, address)
    make(FACTORIES[address], 9)
    assert few == queries(client, address) <= MOST_QUERIES


@pytest.mark.parametrize("factory", TYPES)
def test_a_page_costs_the_same_among_few_and_among_many(factory, front, client):
    """About ten of them are Wagtail's own, to find the page and who may see it."""
    make(factory, 3)
    page = factory(image=ImageFactory(), themes=[Theme.objects.first()])
    few = queries(client, page.url)
    make(factory, 7)
    assert queries(client, page.url) == few <= MOST_QUERIES_OF_A_PAGE


@pytest.mark.parametrize("address", FACTORIES)
def test_a_list_is_cut_into_pages(address, front, client, settings):
    settings.VOLUNTEERING = {"PAGE_SIZE": PAGE}
    FACTORIES[address].create_batch(PAGE + 3)
    assert soup(client.get(address)).select("[rel=next]")
    second = soup(client.get(f"{address}?page=2"))
    assert second.select("[rel=prev]")
    assert not second.select("[rel=next]")
    assert len(second.select("[data-fragment] article")) == 3


@pytest.mark.parametrize("address", FACTORIES)
@pytest.mark.parametrize("number", ["abc", "", "1.5", "-1", "²"])
def test_a_number_that_is_none_shows_the_first_page(address, number, front, client):
    FACTORIES[address](title="Aaa")
    assert "Aaa" in client.get(address, {"page": number}).text


@pytest.mark.parametrize("address", FACTORIES)
@pytest.mark.parametrize("number", ["2", "999", "9" * 40])
def test_a_page_past_the_end_does_not_exist(address, number, front, client):
    FACTORIES[address]()
    assert client.get(address, {"page": number}).status_code == 404


@pytest.mark.parametrize("address", FACTORIES)
def test_an_empty_list_says_so(address, front, client):
    assert soup(client.get(address)).select(".v-empty")


@pytest.mark.parametrize("factory", TYPES)
def test_a_page_answers_head_and_refuses_to_be_written(factory, front, client):
    address = factory().url
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert [client.post(address).status_code, client.put(address).status_code, client.delete(address).status_code] == [
        405
    ] * 3


@pytest.mark.parametrize("factory", TYPES)
def test_a_shared_link_shows_title_summary_and_picture(factory, front, client):
    page = factory(title="Le bal d’été", summary="On danse, on rit.", image=ImageFactory(description="Un bal"))
    told = meta(client.get(page.url))
    assert told["og:title"] == "Le bal d’été"
    assert told["og:description"] == told["description"] == "On danse, on rit."
    assert told["og:url"] == page.full_url
    assert told["og:image:alt"] == "Un bal"
    assert told["og:image"].startswith("http://testserver/media/")


@pytest.mark.parametrize("address", FACTORIES)
def test_a_shared_link_to_a_list_shows_its_introduction(address, front, client):
    index = Page.objects.get(slug=address.strip("/")).specific
    index.introduction = "<p>Ce qui se passe <b>ici</b>.</p>"
    index.save()
    told = meta(client.get(address))
    assert told["og:description"] == told["description"] == "Ce qui se passe ici."


@pytest.mark.parametrize(
    ("factory", "fields", "kind"),
    [
        (AssociationFactory, {"with_office": True}, "NGO"),
        (MissionFactory, {"dated": True}, "Event"),
        (EventFactory, {"weekly": True}, "Event"),
        (NewsFactory, {}, "NewsArticle"),
    ],
)
def test_a_search_engine_reads_what_a_page_is_about_and_no_address_of_a_person(factory, fields, kind, front, client):
    response = client.get(factory(title="</script><b>Bal", **fields).url)
    nodes = json_ld(response)
    assert {node["@type"] for node in nodes} == {kind}
    assert "</script><b>Bal" in (nodes[0].get("name"), nodes[0].get("headline"))
    assert "office@asso.example" not in response.text


@pytest.mark.parametrize("factory", TYPES)
@pytest.mark.parametrize("mode", ["", "card"])
def test_an_editor_previews_a_draft_in_every_mode(factory, mode, front):
    draft = factory(title="Brouillon", draft=True).get_latest_revision_as_object()
    modes = [name for name, _label in draft.preview_modes]
    response = draft.make_preview_request(preview_mode=mode if mode in modes else draft.default_preview_mode)
    assert "Brouillon" in soup(response).get_text()


def test_the_map_of_the_site_names_what_is_live_and_nothing_else(front, client):
    live, hidden = [factory() for factory in TYPES], [factory(draft=True) for factory in TYPES]
    gone = EventFactory()
    gone.unpublish()
    told = client.get("/sitemap.xml").text
    assert all(page.full_url in told for page in live)
    assert not any(page.full_url in told for page in (*hidden, gone))


def test_a_mission_of_the_day_is_described_with_its_first_shift(front, client):
    page = MissionFactory(children={"shifts": [shift(days=2), shift(days=1)]})
    starts = [node["startDate"] for node in json_ld(client.get(page.url))]
    assert starts == sorted(starts)
