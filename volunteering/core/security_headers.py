"""What browsers may load and do on the site's pages, for a site that does not say it yet.

    MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "volunteering.core.security_headers.SecurityHeaders",
        …

Public pages run no script and no style that is not a file of the site itself. Wagtail's admin needs inline ones, and
gets them beneath its own address only. A view that sets one of these headers itself is left alone. A site that has
more to load names a subclass: `public = SecurityHeaders.public | {"script-src": ["'self'", "https://…"]}`.

What is answered to somebody who is signed in is kept by no cache, not even their browser's: the next person on a shared
computer goes back to nothing.

Own code, because Django has such a middleware from 6.0 on, django-csp knows one policy per site, and neither knows the
tile server that an editor chose.
"""

from collections.abc import Callable, Mapping, Sequence

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from volunteering.core.city import CitySettings
from volunteering.core.tiles import TILE_SERVERS

Policy = Mapping[str, Sequence[str]]

POLICY, PERMISSIONS = "Content-Security-Policy", "Permissions-Policy"


class SecurityHeaders:
    public: Policy = {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        # Wagtail shows previews in a frame of its admin.
        "frame-ancestors": ["'self'"],
    }
    admin: Policy = {
        **public,
        "script-src": ["'self'", "'unsafe-inline'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        # Pictures before they are sent; maps with any of the backgrounds a city may choose.
        "img-src": ["'self'", "data:", "blob:", *sorted(server.origin for server in TILE_SERVERS.values())],
    }
    # "Around me" asks for the position, on a click. Nothing asks for the rest.
    permissions: Policy = {
        "geolocation": ["self"],
        **{name: [] for name in ("camera", "microphone", "payment", "usb", "browsing-topics")},
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.DEBUG and response.status_code in (404, 500):
            # Django's own pages for developers have their styles inside.
            return response
        if POLICY not in response.headers:
            policy = self.policy_for(request)
            if getattr(response, "others_may_frame", False):
                policy = {**policy, "frame-ancestors": ["*"]}
            response[POLICY] = _policy(policy)
        response.headers.setdefault(PERMISSIONS, _permissions(self.permissions))
        if _is_of_one_person(request) and "Cache-Control" not in response.headers:
            add_never_cache_headers(response)
        return response

    def policy_for(self, request: HttpRequest) -> Policy:
        if request.path.startswith(reverse("wagtailadmin_home")):
            return self.admin
        origin = _tiles_origin(request)
        return {**self.public, "img-src": [*self.public["img-src"], origin]} if origin else self.public


def let_others_frame(response: HttpResponse) -> HttpResponse:
    """For an answer that any site may show in a frame: nothing in it acts, and nothing is shown to one person alone."""
    response.others_may_frame = True
    # Django's own header, which knows no list of hosts.
    response.xframe_options_exempt = True
    return response


def _is_of_one_person(request: HttpRequest) -> bool:
    """Costs nothing: an answer that has not read the session is everyone's."""
    session = getattr(request, "session", None)
    return session is not None and session.accessed and SESSION_KEY in session


def _tiles_origin(request: HttpRequest) -> str:
    """Where the maps of this answer come from; empty while they draw the city's own outline.

    Costs nothing: an answer that has not read the city's settings has no map.
    """
    city = getattr(request, CitySettings.get_cache_attr_name(), None)
    server = TILE_SERVERS.get(city.tiles) if city else None
    return server.origin if server else ""


def _policy(policy: Policy) -> str:
    return "; ".join(f"{directive} {' '.join(sources)}" for directive, sources in policy.items())


def _permissions(permissions: Policy) -> str:
    return ", ".join(f"{feature}=({' '.join(origins)})" for feature, origins in permissions.items())
