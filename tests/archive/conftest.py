import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.test import override_settings

from tests import city
from tests.archive.moving import archive_of_here, broken, elsewhere
from tests.archive.town import Town
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


@pytest.fixture(autouse=True)
def _storage(settings, tmp_path):
    """No file lies there yet."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(scope="module")
def town(lasting, tmp_path_factory):
    """What was there, built once for a file; here, the database is as `migrate` leaves it."""
    old = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("old"))
    with time_machine.travel(NOW, tick=False), old, elsewhere():
        city.found()
        left = Town()
        left.broken = broken()
        left.archive = archive_of_here()
        left.without_people = archive_of_here(without_people=True)
    return left


@pytest.fixture
def other_numbers():
    """Content types of events and news have other numbers here, as another order of apps would have given them."""
    for number, model in enumerate(("eventpage", "newspage"), start=9_998):
        old = ContentType.objects.get(model=model)
        permissions = list(old.permission_set.all())
        ContentType.objects.filter(pk=old.pk).update(model="gone")
        new = ContentType.objects.create(pk=number, app_label=old.app_label, model=model)
        for permission in permissions:
            type(permission).objects.filter(pk=permission.pk).update(content_type=new)
        old.delete()
    ContentType.objects.clear_cache()
    yield
    ContentType.objects.clear_cache()
