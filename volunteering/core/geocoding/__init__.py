"""From an address to points on the map. The backend is a setting; the default one asks nobody.

base (what every backend promises) · geoplateforme (the State's service) · memory (for tests and offline demos).
"""

from django.utils.module_loading import import_string

from volunteering.conf import conf
from volunteering.core.geocoding.base import Geocoder, GeocodingUnavailable, Match, NullGeocoder

__all__ = ["Geocoder", "GeocodingUnavailable", "Match", "NullGeocoder", "get_geocoder"]


def get_geocoder() -> Geocoder:
    """The backend the site has chosen (setting GEOCODER)."""
    return import_string(conf.GEOCODER)()
