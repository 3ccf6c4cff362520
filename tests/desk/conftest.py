"""A site after `setup`, for every test of the desk."""

import pytest
from django.core.management import call_command


@pytest.fixture(scope="module")
def _set_up_site(lasting):
    call_command("setup", verbosity=0)


@pytest.fixture(autouse=True)
def desk(_set_up_site, db):
    """Everything a test changes is undone; the site of the file stays."""
