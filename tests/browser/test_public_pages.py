"""Every public page, small and large, light and dark: readable by everyone, and nothing behind the visitor's back."""

from collections import defaultdict

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from tests.browser import town
from tests.browser.sweep import sweep


@pytest.mark.parametrize("place", town.PLACES)
def test_everyone_can_read(place, city, visitor):
    address = town.address(place, today=timezone.localdate())
    context, watch = visitor(expected=lambda path: place == "not-found" and path == address)
    assert "\n".join(sweep(context.new_page(), f"{city}{address}", watch)) == ""


def test_the_title_of_a_page_says_which_it_is(city):
    """No two pages of different headings share one."""
    headings = defaultdict(set)
    for place in town.PLACES.keys() - {"embed"}:  # it stands in other pages
        page = BeautifulSoup(
            Client().get(town.address(place, today=timezone.localdate()), follow=True).content, "html.parser"
        )
        headings[page.title.string].add(page.h1.get_text(" ", strip=True))
    assert {title: told for title, told in headings.items() if len(told) > 1} == {}
