"""What a resident reads on the city's own pages: the front door, the news, pages of text, and what does not exist."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.models import HomePage, StandardPage
from tests.factories import (
    AssociationFactory,
    EventFactory,
    ImageFactory,
    MissionFactory,
    NeighbourhoodFactory,
    NewsFactory,
    shift,
)
from tests.pages import json_ld, meta, queries, soup, words
from tests.trust.world import standard_page

pytestmark = pytest.mark.django_db
FACTORIES = (MissionFactory, AssociationFactory, EventFactory, NewsFactory)
# Seven blocks, each with a list or two of its own.
MOST_QUERIES = 28
BLOCKS = [
    ("text", "<h2>Bienvenue</h2><p>Entrez.</p>"),
    ("next_events", {"title": "Bientôt", "number": 3}),
    ("missions", {"title": "Un coup de main", "number": 3}),
    ("associations", {"title": "À découvrir", "number": 3}),
    ("map", {"title": "Sur la carte", "subject": "events"}),
    ("key_figures", {"title": "En chiffres", "figures": ["associations"]}),
    ("call_to_action", {"title": "Une idée ?", "text": "Dites-la.", "button": "Écrire", "url": "/"}),
]


@pytest.fixture
def front(clock, found_city) -> HomePage:
    home = HomePage.objects.get(pk=found_city.pk)
    home.tagline, home.body = "La ville où l’on se donne la main", BLOCKS
    home.save_revision().publish()
    return home


def test_the_front_door_opens_three_doors(front, client):
    doors = soup(client.get("/")).select(".doors a")
    assert {door["href"] for door in doors} == {"/missions/", "/agenda/", "/associations/"}


def test_the_front_door_shows_what_the_editors_chose(front, client):
    MissionFactory(title="Trier", children={"shifts": [shift(days=2)]})
    AssociationFactory(title="Chœur")
    EventFactory(title="Bal", location="SRID=4326;POINT(4.06 45.9)")
    NewsFactory(title="Le pont rouvre")
    told = words(client.get("/"))
    assert [
        word
        for word in ("Bienvenue", "Trier", "Chœur", "Bal", "Le pont rouvre", "En chiffres", "Écrire")
        if word not in told
    ] == []


def test_a_shared_link_to_the_front_door_shows_its_sentence_and_its_picture(front, client):
    front.image = ImageFactory(description="Le pont")
    front.save()
    told = meta(client.get("/"))
    assert told["og:description"] == told["description"] == "La ville où l’on se donne la main"
    assert told["og:image:alt"] == "Le pont"


def test_an_empty_city_has_a_front_door_too(front, client):
    assert words(client.get("/"), "h1") == "La ville où l’on se donne la main"


def test_the_front_door_costs_the_same_for_few_and_for_many(front, client):
    for factory in FACTORIES:
        factory.create_batch(3)
    few = queries(client, "/")
    for factory in FACTORIES:
        factory.create_batch(4)
    assert queries(client, "/") == few <= MOST_QUERIES


def test_news_is_told_newest_first(front, client):
    NewsFactory(title="Ancienne", date=timezone.localdate() - timedelta(days=9))
    NewsFactory(title="Récente", date=timezone.localdate())
    told = words(client.get("/actualites/"))
    assert told.index("Récente") < told.index("Ancienne")


def test_a_news_item_says_when_where_and_what(front, client):
    page = NewsFactory(title="Le pont rouvre", date=date(2026, 3, 2), body="<p>On passe.</p>")
    page.neighbourhoods = [NeighbourhoodFactory(name="Les Tanneries")]
    page.save_revision().publish()
    response = client.get(page.url)
    assert soup(response).select_one("article time")["datetime"] == "2026-03-02"
    assert [word for word in ("Le pont rouvre", "On passe.", "Les Tanneries") if word not in words(response)] == []
    assert json_ld(response)[0]["datePublished"].startswith("2026-03-02")


def test_a_page_of_text_shows_its_blocks(front, client):
    page = standard_page(title="Être bénévole", slug="benevole", introduction="Par où commencer", body=BLOCKS)
    told = words(client.get(page.url))
    assert [word for word in ("Être bénévole", "Par où commencer", "Entrez.") if word not in told] == []


@pytest.mark.parametrize("model", [HomePage, StandardPage])
def test_an_editor_previews_the_citys_own_pages(model, front):
    page = front if model is HomePage else standard_page(title="Brouillon")
    page.title = "Brouillon"
    assert "Brouillon" in soup(page.make_preview_request()).get_text()


def test_a_page_that_does_not_exist_leads_further(front, client):
    response = client.get("/nulle-part/")
    assert response.status_code == 404
    assert all(f'href="{door}"' in response.text for door in ("/missions/", "/agenda/", "/associations/"))


@pytest.mark.parametrize("address", ["/", "/actualites/", "/agenda/", "/nulle-part/"])
def test_every_page_is_in_french_and_has_one_title(address, front, client):
    html = client.get(address).text
    assert '<html lang="fr">' in html
    assert html.count("<h1") == html.count("<title>") == 1
