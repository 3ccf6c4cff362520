"""A site after `setup`, for every test of the desk."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def _set_up_site(django_db_setup, django_db_blocker):
    """Set up once per file, in a transaction that every test's own is nested in."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("setup", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def desk(_set_up_site, db):
    """Everything a test changes is undone; the site of the file stays."""
