"""Every public page, small and large, light and dark: readable by everyone, and nothing behind the visitor's back."""

import pytest
from django.utils import timezone

from tests.browser import town
from tests.browser.sweep import sweep


@pytest.mark.parametrize("place", town.PLACES)
def test_everyone_can_read(place, city, visitor):
    address = town.address(place, today=timezone.localdate())
    context, watch = visitor(expected=lambda path: place == "not-found" and path == address)
    assert "\n".join(sweep(context.new_page(), f"{city}{address}", watch)) == ""
