"""The guards of tests/rig guard: each is shown the fault it is there for."""

import socket

import pytest
from django.template import Context, Engine, Origin, Template
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from tests.codebase.sources import REPOSITORY
from tests.rig.guards import NetworkForbidden, UndefinedVariable


def render(source, *, file="templates/planted.html", **context):
    template = Template(source, origin=Origin(str(REPOSITORY / file)), engine=Engine.get_default())
    return template.render(Context(context))


@pytest.mark.parametrize("address", ["93.184.216.34", "192.168.1.1", "2001:db8::1", "::ffff:93.184.216.34"])
def test_a_test_cannot_connect_to_another_machine(address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as attempt, pytest.raises(NetworkForbidden, match=address):
        attempt.connect((address, 80))


def test_a_test_cannot_look_up_a_name():
    with pytest.raises(NetworkForbidden, match=r"city\.example"):
        socket.create_connection(("city.example", 80))


def test_a_test_can_connect_to_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


@pytest.mark.parametrize(
    "source",
    [
        "{{ missing }}",
        "{{ here.missing }}",
        "{{ missing|upper }}",
        "{% with copy=missing %}{{ copy }}{% endwith %}",
        "{% load i18n %}{% blocktranslate %}Hello {{ missing }}{% endblocktranslate %}",
    ],
)
def test_our_template_cannot_print_a_variable_nobody_set(source):
    with pytest.raises(UndefinedVariable, match=r"missing.* in templates/planted\.html"):
        render(source, here={})


def test_the_guard_stays_when_a_test_changes_the_settings_of_templates(settings):
    settings.DEBUG = True
    with pytest.raises(UndefinedVariable):
        render("{{ missing }}")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ('{{ missing|default:"nothing" }}', "nothing"),
        ("{% if missing %}yes{% else %}no{% endif %}", "no"),
        ("{% for one in missing %}{{ one }}{% empty %}none{% endfor %}", "none"),
        ("{{ here }}", "1"),
    ],
)
def test_our_template_can_say_what_to_do_without_a_variable(source, printed):
    assert render(source, here=1) == printed


def test_another_packages_template_can_print_a_variable_nobody_set():
    assert render("[{{ missing }}]", file="../elsewhere/template.html") == "[]"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", [1, 2])
def test_a_transactional_test_cannot_leave_the_next_one_without_its_root_page(attempt):
    assert (Site.objects.count(), Locale.objects.count(), Page.objects.filter(depth=1).count()) == (1, 1, 1)

    Page.objects.all().delete()

    assert not Site.objects.exists()


def test_a_test_can_stop_and_move_the_clock(clock):
    stopped = timezone.now()
    clock.shift(90)

    assert timezone.localtime(stopped).isoformat() == "2026-03-04T09:00:00+01:00"
    assert (timezone.now() - stopped).total_seconds() == 90


def test_uploads_of_a_test_cannot_reach_the_demo(settings):
    assert not settings.MEDIA_ROOT.is_relative_to(REPOSITORY)
