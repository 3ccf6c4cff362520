"""A city that has a name and a helpline, and one resident."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Site

from tests.site.door import ADDRESS
from volunteering.core.city import CitySettings


@pytest.fixture
def city(db):
    return CitySettings.objects.create(site=Site.objects.get(), name="Rivemont", helpline_number="04 65 71 12 12")


@pytest.fixture
def resident(city):
    return get_user_model().objects.create_user("jeanne", ADDRESS)
