"""The page of results, as residents read it."""

import pytest
from django.urls import reverse

from tests.factories import AssociationFactory, EventFactory, HomePageFactory, MissionFactory, NewsFactory
from tests.pages import queries, soup, words

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

TITLE = ".v-card__title"
# Two for the words, a search of each of the four kinds, at most four for its cards, what every page needs.
MOST_QUERIES = 22


@pytest.fixture
def look(client, clock):
    """What the page says: `look("jardin", kind="missions")`."""

    def ask(text: str, selector: str = "main", **parameters: str) -> str:
        return words(client.get(reverse("volunteering:search"), {"q": text, **parameters}), selector)

    return ask


def test_a_resident_finds_each_kind_of_page_by_one_word(look):
    AssociationFactory(title="Guitar circle")
    MissionFactory(title="Guitar for beginners")
    EventFactory(title="Guitar evening")
    NewsFactory(title="Guitar festival comes back")
    found = look("guitar", TITLE)
    assert all(title in found for title in ("circle", "beginners", "evening", "comes back"))


@pytest.mark.parametrize(
    "typed", ["fete assosiation", "Fête des associations", "FETES ASSOCIATION", "association fette"]
)
def test_a_resident_finds_the_feast_of_associations_however_it_is_written(typed, look):
    EventFactory(title="Fête des associations")
    assert "Fête des associations" in look(typed, TITLE)


def test_a_corrected_question_says_what_was_searched_and_leads_to_what_was_typed(look, client):
    EventFactory(title="Fête des associations")
    assert "« fete associations »" in look("fete assosiation", ".v-found__note")
    link = soup(client.get(reverse("volunteering:search"), {"q": "assosiation"})).select_one(".v-found__note a")
    assert link["href"] == "?q=assosiation&exact=1"
    assert look("assosiation", TITLE, exact="1") == ""


def test_whoever_found_nothing_by_the_exact_words_is_told_what_else_they_may_be(look):
    EventFactory(title="Fête des associations")
    assert "Vouliez-vous dire : association" in look("assosiation", exact="1")


def test_a_word_in_the_title_comes_before_one_in_the_text(look):
    for number in range(3):
        AssociationFactory(title=f"Club {number}", body="<p>guitare</p>")
    AssociationFactory(title="Zz guitare")
    assert look("guitare", TITLE).startswith("Zz guitare")


def test_pages_that_hold_the_word_equally_well_keep_the_order_of_their_list(look):
    for title in ("Éclair de guitare", "Zéphyr de guitare", "Accord de guitare"):
        AssociationFactory(title=title)
    assert look("guitare", TITLE) == "Accord de guitare Éclair de guitare Zéphyr de guitare"


def test_what_is_over_is_not_proposed(look):
    MissionFactory(title="Guitar of last week", past=True)
    EventFactory(title="Guitar of yesterday", past=True)
    assert look("guitar", TITLE) == ""


def test_a_weekly_event_is_found_once_at_its_next_date(look, clock):
    EventFactory(title="Guitar lesson", weekly=True)
    clock.shift(60 * 60 * 24 * 21)
    assert look("lesson", TITLE) == "Guitar lesson"
    assert "Mercredi 25 mars" in look("lesson")


def test_a_resident_sees_how_many_there_are_and_reads_them_page_by_page(look):
    AssociationFactory.create_batch(25, title="Guitare")
    assert look("guitare", TITLE).split() == ["Guitare"] * 6
    assert "Associations 25" in look("guitare", ".v-found__kinds")
    assert look("guitare", TITLE, kind="associations", page="2").split() == ["Guitare"] * 5
    assert "25 résultats, page 2" in look("guitare", kind="associations", page="2")


def test_a_large_city_is_told_more_than(look, settings):
    settings.VOLUNTEERING = {"COUNT_CAP": 21}
    AssociationFactory.create_batch(22, title="Guitare")
    assert "Associations plus de 21" in look("guitare", ".v-found__kinds")
    assert look("guitare", TITLE, kind="associations", page="2") == "Guitare"


def test_a_page_past_the_end_does_not_exist(client):
    AssociationFactory(title="Guitare")
    address = reverse("volunteering:search")
    assert client.get(address, {"q": "guitare", "kind": "associations", "page": "2"}).status_code == 404


@pytest.mark.parametrize(
    "parameters", [{"kind": "ponies"}, {"page": "abc"}, {"kind": "events", "page": "-1"}, {"exact": "perhaps"}]
)
def test_a_parameter_that_makes_no_sense_is_as_good_as_none(parameters, look):
    EventFactory(title="Guitare")
    assert look("guitare", TITLE, **parameters) == "Guitare"


def test_finding_nothing_keeps_the_words_and_leads_to_the_lists(client, clock):
    AssociationFactory(title="Guitare")
    page = client.get(reverse("volunteering:search"), {"q": "zzz <script>"})
    assert 'value="zzz &lt;script&gt;"' in page.text
    assert "Rien trouvé pour « zzz <script> »" in words(page)
    assert soup(page).select_one(".v-found__doors a")["href"].endswith("/associations/")


def test_words_that_stand_on_no_page_together_are_proposed_one_by_one(client, clock):
    AssociationFactory(title="Guitare")
    AssociationFactory(title="Poterie")
    links = soup(client.get(reverse("volunteering:search"), {"q": "guitare poterie"})).select(".v-found__words a")
    assert [link["href"] for link in links] == ["?q=guitare", "?q=poterie"]


def test_a_swap_gets_the_results_alone(client):
    page = client.get(reverse("volunteering:search"), {"q": "guitare"}, headers={"x-fragment": "list"})
    assert "<html" not in page.text
    assert "X-Fragment" in page["Vary"]


def test_a_search_asks_the_same_number_of_queries_for_many_results(client, clock):
    address = f"{reverse('volunteering:search')}?q=guitare"
    for factory in (AssociationFactory, MissionFactory, EventFactory, NewsFactory):
        factory(title="Guitare")
    few = queries(client, address)
    for factory in (AssociationFactory, MissionFactory, EventFactory, NewsFactory):
        factory.create_batch(8, title="Guitare")
    assert queries(client, address) == few <= MOST_QUERIES


def test_other_search_engines_are_asked_to_stay_out(client):
    assert client.get(reverse("volunteering:search"))["X-Robots-Tag"] == "noindex"


def test_the_citys_old_address_of_the_search_still_leads_there(client):
    assert client.get("/recherche/?q=guitare")["Location"] == "/engagement/recherche/?q=guitare"


def test_the_front_door_shows_the_latest_news_and_a_search(client, clock):
    NewsFactory.create_batch(4)
    page = client.get(HomePageFactory().url).text
    assert page.count('class="v-card__title"') == 3
    assert 'role="search"' in page
