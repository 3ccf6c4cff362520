"""The map's own background: the city's outline and its quarters as one GeoJSON file, when no tile server is called."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import conditional_page, require_safe

from volunteering.core.city import CitySettings
from volunteering.core.taxonomy import Neighbourhood

MAX_AGE = 3600


@require_safe
@conditional_page
def base_map(request: HttpRequest) -> JsonResponse:
    """GET /engagement/base-map.geojson"""
    city = CitySettings.for_request(request)
    response = JsonResponse({"type": "FeatureCollection", "features": [*quarters(), *outline(city)]})
    response["Content-Type"] = "application/geo+json"
    response["Cache-Control"] = f"max-age={MAX_AGE}"
    return response


def outline(city: CitySettings) -> list[dict[str, Any]]:
    """Water, parks, streets, as the editor pasted them."""
    return list((city.base_map or {}).get("features", []))


def quarters() -> list[dict[str, Any]]:
    return [
        {
            "type": "Feature",
            "properties": {"kind": "neighbourhood", "name": name, "slug": slug},
            "geometry": polygon,
        }
        for name, slug, polygon in Neighbourhood.objects.values_list("name", "slug", "polygon")
        if polygon
    ]
