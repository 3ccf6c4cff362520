"""Public pages kept whole for visitors who are not signed in, until something changes (`freshness`).

A middleware, because finding a page costs more queries than answering from here: place it after the security headers
and before the sessions. Only what a view marks with `keep()` is kept, for a minute: time passes, too.
"""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from volunteering.conf import conf
from volunteering.core.freshness import version
from volunteering.core.kept import pack, unpack

MARK = "_volunteering_keep"
# Headers that other middlewares write anew on each answer.
NEVER_KEPT = ("Set-Cookie", "Date")
# They answer while the database does not.
NEVER_LOOKED_UP = ("/healthz", "/readyz")


def keep(response: HttpResponse) -> HttpResponse:
    """This page is the same for everyone who is not signed in."""
    setattr(response, MARK, True)
    return response


class PageCache:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not may_be_kept(request):
            return self.get_response(request)
        key, cache = key_of(request), pages()
        if (kept := cache.get(key)) is not None:
            return answer(request, *kept)
        response = self.get_response(request)
        if is_kept(response):
            headers = {name: value for name, value in response.items() if name not in NEVER_KEPT}
            cache.set(key, (pack(response.content), headers), conf.PAGE_CACHE_SECONDS)
        return response


def pages() -> BaseCache:
    return caches[conf.PAGE_CACHE]


def may_be_kept(request: HttpRequest) -> bool:
    """A visitor without a session asks to read."""
    anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES and "Authorization" not in request.headers
    asks = request.method in ("GET", "HEAD") and request.path_info not in NEVER_LOOKED_UP
    return conf.PAGE_CACHE_SECONDS > 0 and asks and anonymous


def is_kept(response: HttpResponse) -> bool:
    """Marked by its view, whole, and personal in nothing: a page that sets a cookie (a form's token) is."""
    return response.status_code == 200 and getattr(response, MARK, False) and not response.cookies


def key_of(request: HttpRequest) -> str:
    """Everything the page depends on, by its hash: addresses are long and other people's."""
    parts = (
        str(version()),
        request.scheme,
        request.get_host(),
        request.get_full_path(),
        request.headers.get("X-Fragment", ""),
        get_language() or "",
    )
    return f"volunteering:page:{hashlib.sha256('|'.join(parts).encode()).hexdigest()}"


def answer(request: HttpRequest, content: bytes, headers: dict[str, str]) -> HttpResponse:
    return HttpResponse(b"" if request.method == "HEAD" else unpack(content), headers=headers)
