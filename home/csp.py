"""What a browser may load and run on the city's pages: what the site itself serves, and nothing written into a page.

Wagtail’s editor writes scripts and styles into its pages: under the admin’s path, and only there, they may run. The one
other server a page may call is that of the map's background, when the city chose one.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from volunteering.core.city import CitySettings
from volunteering.core.tiles import TILE_SERVERS

HEADER = "Content-Security-Policy"
EVERYWHERE = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"


class ContentSecurityPolicy:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if HEADER not in response and not is_developers_page(response):
            response[HEADER] = policy(request)
        return response


def policy(request: HttpRequest) -> str:
    if request.path.startswith(reverse("wagtailadmin_home")):
        images = " ".join(server.origin for server in TILE_SERVERS.values())
        return (
            f"{EVERYWHERE}; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
            f" img-src 'self' data: blob: {images}"
        )
    images = " ".join(["'self'", "data:", *tile_origins(request)])
    return f"{EVERYWHERE}; script-src 'self'; style-src 'self'; img-src {images}"


def tile_origins(request: HttpRequest) -> list[str]:
    """Of the city this page spoke of: a page that did not read the city's settings has no map."""
    city = getattr(request, CitySettings.get_cache_attr_name(), None)
    server = TILE_SERVERS.get(city.tiles) if city else None
    return [server.origin] if server else []


def is_developers_page(response: HttpResponse) -> bool:
    """Django's own explanations of an error, full of styles, on a developer's machine."""
    return settings.DEBUG and response.status_code in (404, 500)
