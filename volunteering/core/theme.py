"""The city's colours as a style sheet.

A strict Content-Security-Policy forbids style attributes and <style> in our pages, so what editors choose in the admin
travels as a file of its own, whose address changes with the colours.
"""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from volunteering.core.city import CitySettings
from volunteering.core.colours import HEX_COLOUR, contrast
from volunteering.core.taxonomy import Theme

# What may be written on the accent: paper white or ink, whichever reads better.
ON_ACCENT = ("#ffffff", "#0b1d22")
MAX_AGE = 3600


@require_safe
@conditional_page
def theme(request: HttpRequest) -> HttpResponse:
    """GET /engagement/theme.css"""
    response = HttpResponse(stylesheet(CitySettings.for_request(request)), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"max-age={MAX_AGE}"
    return response


def theme_address(city: CitySettings) -> str:
    """Where the colours of this city are served; another address as soon as they change."""
    version = hashlib.sha256(f"{city.accent}{city.accent_dark}".encode()).hexdigest()[:8]
    return f"{reverse('volunteering:theme')}?v={version}"


def stylesheet(city: CitySettings) -> str:
    rules = [
        ":root {"
        f" --v-accent-light: {city.accent}; --v-on-accent-light: {readable_on(city.accent)};"
        f" --v-accent-dark: {city.accent_dark}; --v-on-accent-dark: {readable_on(city.accent_dark)};"
        " }"
    ]
    for slug, colour in Theme.objects.exclude(colour="").values_list("slug", "colour"):
        if HEX_COLOUR.regex.match(colour):
            rules.append(f".v-theme-{slug} {{ --v-theme: {colour}; }}")
    return "\n".join(rules) + "\n"


def readable_on(colour: str) -> str:
    return max(ON_ACCENT, key=lambda ink: contrast(ink, colour))
