import pytest
from django.urls import reverse

from tests.factories import AssociationFactory, EventFactory, HomePageFactory, MissionFactory, NewsFactory

pytestmark = pytest.mark.django_db


def look_for(client, words: str) -> str:
    response = client.get(reverse("search"), {"q": words})
    assert response.status_code == 200
    return response.content.decode()


def test_a_resident_finds_each_kind_of_page_by_one_word(client, clock):
    AssociationFactory(title="Guitar circle")
    MissionFactory(title="Guitar for beginners")
    EventFactory(title="Guitar evening")
    NewsFactory(title="Guitar festival comes back")
    page = look_for(client, "guitar")
    assert all(words in page for words in ("circle", "beginners", "evening", "comes back"))


@pytest.mark.parametrize("factory", [AssociationFactory, MissionFactory, EventFactory, NewsFactory])
def test_a_draft_is_not_found(client, clock, factory):
    factory(title="Secret guitar", draft=True)
    assert "Secret" not in look_for(client, "guitar")


def test_what_is_over_is_not_proposed(client, clock):
    MissionFactory(title="Guitar of last week", past=True)
    EventFactory(title="Guitar of yesterday", past=True)
    page = look_for(client, "guitar")
    assert "last week" not in page
    assert "yesterday" not in page


def test_a_weekly_event_is_found_once_at_its_next_date(client, clock):
    EventFactory(title="Guitar lesson", weekly=True)
    assert look_for(client, "lesson").count('class="v-card__title"') == 1


def test_finding_nothing_keeps_the_words_and_says_what_to_try(client):
    page = look_for(client, "zzz <script>")
    assert 'value="zzz &lt;script&gt;"' in page
    assert "v-empty" in page


@pytest.mark.parametrize("words", ["", "   ", "\x00", "'\"*():-^~", "a" * 5000, "🎉", "AND OR NOT"])
def test_no_words_break_the_search(client, words):
    look_for(client, words)


def test_a_search_asks_the_same_number_of_queries_for_many_results(client, clock, django_assert_max_num_queries):
    AssociationFactory.create_batch(12, title="Guitar circle")
    EventFactory.create_batch(4, title="Guitar evening")
    look_for(client, "guitar")
    with django_assert_max_num_queries(24):
        look_for(client, "guitar")


def test_other_search_engines_are_asked_to_stay_out(client):
    assert client.get(reverse("search"))["X-Robots-Tag"] == "noindex"


def test_the_front_door_shows_the_latest_news_and_a_search(client, clock):
    NewsFactory.create_batch(4)
    page = client.get(HomePageFactory().url).content.decode()
    assert page.count('class="v-card__title"') == 3
    assert 'role="search"' in page
