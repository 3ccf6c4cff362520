"""Every address the project answers, read from the URL resolver: nobody can forget to list one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

OUR_MODULES = ("volunteering.", "home.", "config.")
OUR_APPS = ("volunteering", "home")
# Values of which one fits each kind of parameter that some address takes.
SAMPLES = ("1", "00000000-0000-4000-8000-000000000000", "sample", "1-1", "1/", "tok-en")


class NoSample(Exception):
    """No value of `SAMPLES` fits this address: add one."""


@dataclass(frozen=True)
class Route:
    """`name` is what `reverse` takes ("volunteering:theme"); an address without a name has its pattern in <>."""

    name: str
    pattern: str
    parameters: tuple[str, ...]
    view: Any

    @property
    def is_ours(self) -> bool:
        """The view is our code, or Wagtail's made to show our models."""
        view = getattr(self.view, "view_class", self.view)
        model = getattr(self.view, "view_initkwargs", {}).get("model")
        app = getattr(getattr(model, "_meta", None), "app_label", "")
        return view.__module__.startswith(OUR_MODULES) or app in OUR_APPS or "volunteering" in self.name

    def sample(self) -> str:
        """An address that leads here. Raises `NoSample`."""
        if self.name.startswith("<"):
            return "/" + self.pattern.replace("^.*/$", "nowhere/")
        for values in product(SAMPLES, repeat=len(self.parameters)):
            try:
                return self.address(*values)
            except NoReverseMatch:
                continue
        raise NoSample(f"{self.name} ({self.pattern})")

    def address(self, *values: object) -> str:
        """The address with these values for its parameters, in order. Raises `NoReverseMatch`."""
        if all(self.parameters):
            return reverse(self.name, kwargs=dict(zip(self.parameters, values, strict=True)))
        return reverse(self.name, args=values)


def routes() -> list[Route]:
    return list(_walk(get_resolver(), namespaces=(), pattern="", parameters=()))


def unlisted(found: Iterable[Route], listed: set[str]) -> set[str]:
    """Our addresses that no row names."""
    return {route.name for route in found if route.is_ours} - listed


def _walk(
    resolver: URLResolver, *, namespaces: tuple[str, ...], pattern: str, parameters: tuple[str, ...]
) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        path, names = f"{pattern}{entry.pattern}", (*parameters, *_parameters(entry))
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, namespaces=inner, pattern=path, parameters=names)
        else:
            name = ":".join((*namespaces, entry.name)) if entry.name else f"<{path}>"
            yield Route(name=name, pattern=path, parameters=names, view=entry.callback)


def _parameters(entry: URLPattern | URLResolver) -> tuple[str, ...]:
    """Names of the parameters in this part of an address, in order; "" for one without a name."""
    if isinstance(entry.pattern, RoutePattern):
        return tuple(entry.pattern.converters)
    regex = getattr(entry.pattern, "regex", None)
    if regex is None or not regex.groups:
        return ()
    return tuple(regex.groupindex) or ("",) * regex.groups
