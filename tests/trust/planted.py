"""Faults, on addresses of their own: each harness of this folder is shown the one it is there for.

A URLconf: `@pytest.mark.urls("tests.trust.planted")`.
"""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.models import Page

from config.urls import urlpatterns as sites
from volunteering.core.models import Theme


def unlisted(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Nobody decided who may see this.")


def writing(request: HttpRequest) -> HttpResponse:
    """A counter of visits, kept in the database."""
    Theme.objects.update(sort_order=1)
    return HttpResponse("Counted.")


def hiding(request: HttpRequest) -> HttpResponse:
    """The same, and whatever happens is swallowed."""
    try:
        Theme.objects.create(name="Visit", slug="visit")
    except (DatabaseError, AssertionError):
        return HttpResponse("Not counted.")
    return HttpResponse("Counted.")


def leaking(request: HttpRequest) -> HttpResponse:
    """A list that forgot `.published()`."""
    return HttpResponse(" · ".join(Page.objects.values_list("title", flat=True)))


unlisted.__module__ = "volunteering.planted"

urlpatterns = [
    path("planted/unlisted/", unlisted, name="planted_unlisted"),
    path("planted/writing/", writing),
    path("planted/hiding/", hiding),
    path("planted/leaking/", leaking),
    *sites,
]
