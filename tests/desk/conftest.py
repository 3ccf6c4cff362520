"""A site after `setup`, for every test of the desk."""

import pytest
from django.core.management import call_command


@pytest.fixture(autouse=True)
def desk(db):
    call_command("setup", verbosity=0)
