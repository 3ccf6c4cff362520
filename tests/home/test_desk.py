"""The city's news on the editors' desk."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.admin import AGENT, sign_in, soup
from tests.factories import NewsIndexFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def news(db):
    """A site with the groups that `setup` makes, and a place for news."""
    call_command("setup", verbosity=0)
    return NewsIndexFactory()


def start_buttons(client):
    """Where the buttons of the dashboard lead, by label."""
    page = soup(client.get(reverse("wagtailadmin_home")))
    return {link.get_text().strip(): link["href"] for link in page.select(".v-start a")}


def test_an_editor_comes_from_the_dashboard_to_a_new_news_item_in_one_click(news):
    buttons = start_buttons(sign_in())
    assert list(buttons) == ["Nouvel événement", "Nouvelle mission", "Nouvelle association", "Nouvelle actualité"]
    assert buttons["Nouvelle actualité"] == reverse("wagtailadmin_pages:add", args=["home", "newspage", news.pk])


def test_an_agent_who_writes_no_news_finds_no_button_for_it():
    assert "Nouvelle actualité" not in start_buttons(sign_in(AGENT))
