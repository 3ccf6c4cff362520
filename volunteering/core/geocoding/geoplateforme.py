"""The State's free geocoder (Géoplateforme, on the national address base), asked by the server, never by a browser.

Format: https://data.geopf.fr/geocodage/openapi — GeoJSON FeatureCollection, coordinates longitude first.
"""

import hashlib
import json
import time
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from django.core.cache import cache

from volunteering.core.geo import InvalidPoint, Point
from volunteering.core.geocoding.base import MAX_MATCHES, MAX_QUERY, Geocoder, GeocodingUnavailable, Match

ADDRESS = "https://data.geopf.fr/geocodage/search"
TIMEOUT_SECONDS = 3.0
MAX_BYTES = 1024 * 1024
CHUNK = 64 * 1024
CACHE_SECONDS = 30 * 24 * 3600  # streets seldom move
USER_AGENT = "wagtail-volunteering"


class NoRedirect(HTTPRedirectHandler):
    """One fixed host: an answer that points elsewhere is an error, not a way."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class GeoplateformeGeocoder(Geocoder):
    def search(self, query: str, *, near: Point | None = None, remember: bool = True) -> list[Match]:
        parameters = {"q": query[:MAX_QUERY], "limit": MAX_MATCHES, "index": "address"}
        if near:
            parameters |= {"lat": f"{near.lat:.4f}", "lon": f"{near.lng:.4f}"}
        address = f"{ADDRESS}?{urlencode(parameters)}"
        if not remember:
            return read_matches(fetch_json(address))
        key = f"volunteering:geocoding:{hashlib.sha256(address.encode()).hexdigest()}"
        answer = cache.get(key)
        if answer is None:
            answer = fetch_json(address)
            cache.set(key, answer, CACHE_SECONDS)
        return read_matches(answer)


def fetch_json(address: str, *, opener: OpenerDirector | None = None) -> Any:
    """The decoded answer of a GET: no redirect, at most 3 s and 1 MB in all. Raises `GeocodingUnavailable`."""
    opener = opener or build_opener(NoRedirect)
    deadline = time.monotonic() + TIMEOUT_SECONDS
    request = Request(address, headers={"Accept": "application/json", "User-Agent": USER_AGENT})  # noqa: S310 — ADDRESS
    try:
        with opener.open(request, timeout=TIMEOUT_SECONDS) as response:
            return json.loads(_read_bounded(response, deadline))
    # OSError covers time-outs, refused connections and HTTP errors; ValueError what is not JSON in UTF-8.
    except (OSError, HTTPException, ValueError) as error:
        raise GeocodingUnavailable(str(error)) from error


def _read_bounded(response: Any, deadline: float) -> bytes:
    body = b""
    # read1 returns what has arrived, so that a slow drip cannot outlive the deadline.
    while chunk := response.read1(CHUNK):
        body += chunk
        if len(body) > MAX_BYTES:
            raise GeocodingUnavailable("The answer is larger than 1 MB.")
        if time.monotonic() > deadline:
            raise GeocodingUnavailable("The answer took more than 3 seconds.")
    return body


def read_matches(answer: Any) -> list[Match]:
    """What can be used of a FeatureCollection; anything that is none gives nothing."""
    features = answer.get("features") if isinstance(answer, dict) else None
    matches = [_read_match(feature) for feature in features] if isinstance(features, list) else []
    return [match for match in matches if match][:MAX_MATCHES]


def _read_match(feature: Any) -> Match | None:
    try:
        lng, lat = feature["geometry"]["coordinates"][:2]
        about = feature["properties"]
        point = Point(lat=float(lat), lng=float(lng))
        return Match(label=str(about["label"])[:255], point=point, score=float(about.get("score", 0)))
    except (KeyError, TypeError, ValueError, InvalidPoint):  # somebody else's data: skip what has another shape
        return None
