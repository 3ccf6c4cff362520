"""Addresses for machines. They are behind ALLOWED_HOSTS like every other, and set no cookie."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from volunteering.core.health.look import look
from volunteering.core.health.parts import NEEDED, State


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """GET /healthz: this process answers. Asks nothing of anybody."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """GET /readyz: whether visitors can be sent here. 503 when something is down without which nothing goes."""
    found = look()
    # A site whose uploads go elsewhere has no part of that name.
    ready = all(found.get(name, State.OK) == State.OK for name in NEEDED)
    return JsonResponse({"ready": ready, **found}, status=200 if ready else 503)
