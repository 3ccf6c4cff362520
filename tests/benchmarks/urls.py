"""The demo city's addresses and the constant response everything is divided by."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import urlpatterns as city


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Constant</title>")


urlpatterns = [path("constant/", constant), *city]
