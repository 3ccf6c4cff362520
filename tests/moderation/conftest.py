"""A city that takes proposals, as `setup` leaves it."""

import pytest

from tests.admin import MODERATOR, sign_in


@pytest.fixture
def city(found_city, clock, db):
    return found_city


@pytest.fixture
def moderator(city):
    """A client of somebody of the associations office."""
    return sign_in(MODERATOR)
