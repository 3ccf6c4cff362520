"""The dashboard of the queues: superusers alone reach it, whatever django-rq adds to it next."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from config.settings.queue import QUEUES, queue_settings
from tests.rig.services import free_port
from tests.trust.answers import answer
from tests.trust.roles import Role, browser
from tests.trust.routes import routes
from tests.trust.rules import SUPER, expected
from tests.trust.world import build

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trust.with_queues")]

OTHERS = [role for role in Role if role != Role.SUPERUSER]


@pytest.fixture(autouse=True)
def queues(settings, monkeypatch):
    """A site with queues. Nothing listens there: who is let in by mistake gets an error, not an answer."""
    monkeypatch.setattr("home.wagtail_hooks.apps", SimpleNamespace(is_installed={"django_rq"}.__contains__))
    for name, value in queue_settings(f"redis://127.0.0.1:{free_port()}/0").items():
        setattr(settings, name, value)
    build()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_reaches_the_queues(role, method):
    client, addresses = browser(role), [route.sample() for route in routes() if route.name.startswith("django_rq:")]
    answers = {address: answer(getattr(client, method)(address)) for address in addresses}

    assert len(addresses) > 20
    assert set(answers.values()) == {expected(SUPER, role)}


@pytest.mark.parametrize("role", list(Role))
def test_the_menu_shows_the_queues_to_superusers_alone(role):
    menu = browser(role).get("/admin/", follow=True).content.decode()
    assert (reverse("django_rq:home") in menu) == (role == Role.SUPERUSER)


def test_there_are_three_queues_and_the_mails_come_first(settings):
    assert QUEUES == ("mail", "default", "digest")
    assert set(settings.RQ_QUEUES) == set(settings.TASKS["default"]["QUEUES"]) == set(QUEUES)
