"""What no test may do: leave this machine, print a variable nobody set, share a cache or a folder with another."""

import ipaddress
import socket
import sys
from pathlib import Path
from types import FrameType

import pytest
from django.core.cache import caches
from django.template import Engine
from django.template.base import FilterExpression, Node
from django.templatetags.i18n import BlockTranslateNode
from django.test import override_settings
from django.test.signals import reset_template_engines

REPOSITORY = Path(__file__).resolve().parents[2]
OUR_TEMPLATES = tuple(str(REPOSITORY / folder) for folder in ("templates", "home/templates", "volunteering/templates"))


class NetworkForbidden(Exception):
    """A test tried to reach another machine."""


class UndefinedVariable(Exception):
    """One of our templates used a variable that its view did not set."""


# --- Loopback only ---------------------------------------------------------------------------------------------


def is_loopback(host: object) -> bool:
    if host in ("localhost", "", None):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def guard_connection(original):
    def connect(self: socket.socket, address: tuple | str | bytes):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise NetworkForbidden(f"A test tried to connect to {address[0]}.")
        return original(self, address)

    return connect


def guard_lookup(original):
    def getaddrinfo(host, *args, **kwargs):
        if not is_loopback(host):
            raise NetworkForbidden(f"A test tried to look up {host}.")
        return original(host, *args, **kwargs)

    return getaddrinfo


@pytest.fixture(autouse=True, scope="session")
def loopback_only():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guard_connection(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guard_connection(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", guard_lookup(socket.getaddrinfo))
        yield


# --- No undefined variable in our templates --------------------------------------------------------------------


def rendering_template(frame: FrameType | None) -> str:
    """File of the template whose node is being rendered, from the innermost frame outwards."""
    while frame is not None:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return node.origin.name
        frame = frame.f_back
    return ""


def fail_if_ours(frame: FrameType, variable: object) -> None:
    template = rendering_template(frame)
    if template.startswith(OUR_TEMPLATES):
        raise UndefinedVariable(f"{{{{ {variable} }}}} in {Path(template).relative_to(REPOSITORY)} was never set.")


class Undefined(str):
    """What Django prints for an undefined variable: nothing. It asks twice whether to print something else, and
    those are the moments when we know that the variable is undefined. `{{ x|default:"…" }}` says what to do, and so
    do `{% if %}`, `{% for %}` and `{% firstof %}`, which do not ask. Wagtail's own templates rely on printing nothing.
    """

    def __bool__(self) -> bool:
        """FilterExpression.resolve(): `if string_if_invalid: …`."""
        frame = sys._getframe(1)
        if frame.f_code is FilterExpression.resolve.__code__:
            expression = frame.f_locals["self"]
            if not any(function.__name__ == "default" for function, _arguments in expression.filters):
                fail_if_ours(frame, expression)
        return False

    def __contains__(self, text: object) -> bool:
        """BlockTranslateNode.render(): `if "%s" in string_if_invalid`, for each undefined variable of the text."""
        frame = sys._getframe(1)
        if frame.f_code in BlockTranslateNode.render.__code__.co_consts:
            fail_if_ours(frame, frame.f_locals["key"])
        return False


def guard_engine(original):
    """Django makes its engines anew whenever a test changes a setting they depend on (DEBUG is one)."""

    def make(self: Engine, *args, **kwargs):
        original(self, *args, **kwargs)
        self.string_if_invalid = Undefined()

    return make


@pytest.fixture(autouse=True, scope="session")
def no_undefined_variable():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "__init__", guard_engine(Engine.__init__))
        reset_template_engines(setting="TEMPLATES")
        yield


# --- Nothing left over from another test -----------------------------------------------------------------------


@pytest.fixture(autouse=True, scope="session")
def media_of_its_own(tmp_path_factory):
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(autouse=True)
def empty_caches():
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
