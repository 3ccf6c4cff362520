"""From an address to a point: the State's service, played by a server of the test's own."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from volunteering.core.geo import Point
from volunteering.core.geocoding import GeocodingUnavailable, NullGeocoder, geoplateforme, get_geocoder
from volunteering.core.geocoding.geoplateforme import GeoplateformeGeocoder, read_matches

# As the service answers (fields nobody reads are left out).
FEATURE = {
    "geometry": {"type": "Point", "coordinates": [4.06, 45.9]},
    "properties": {"label": "12 Rue du Port 42990 Rivemont", "score": 0.97},
}


@contextmanager
def service(monkeypatch, *, body=b"", status=200, headers=(), pause=0.0):
    """Serves one answer on this machine and yields the list of the addresses asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            for start in range(0, len(body), 64 * 1024):
                time.sleep(pause)
                try:
                    self.wfile.write(body[start : start + 64 * 1024])
                except (BrokenPipeError, ConnectionResetError):  # the client has hung up: what it should do
                    return

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setattr(geoplateforme, "ADDRESS", f"http://127.0.0.1:{server.server_port}/search")
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_an_address_is_found(monkeypatch):
    with service(monkeypatch, body=collection(FEATURE)):
        match = GeoplateformeGeocoder().search("12 rue du Port")[0]
    assert (match.label, match.point, match.score) == ("12 Rue du Port 42990 Rivemont", Point(lat=45.9, lng=4.06), 0.97)


def test_the_city_is_preferred_and_the_question_is_escaped(monkeypatch):
    with service(monkeypatch, body=collection()) as asked:
        GeoplateformeGeocoder().search("Rue & Place #1", near=Point(lat=45.9, lng=4.06))
    query = parse_qs(urlsplit(asked[0]).query)
    assert query == {
        "q": ["Rue & Place #1"],
        "limit": ["5"],
        "index": ["address"],
        "lat": ["45.9000"],
        "lon": ["4.0600"],
    }


def test_the_same_question_is_asked_once(monkeypatch):
    with service(monkeypatch, body=collection(FEATURE)) as asked:
        assert GeoplateformeGeocoder().search("12 rue du Port") == GeoplateformeGeocoder().search("12 rue du Port")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        {"status": 302, "headers": [("Location", "http://127.0.0.1:1/elsewhere")]},
        {"body": b"<html>"},
        {"body": b"\xff\xfe"},
        {"body": b"[" * 2_000_000},
    ],
    ids=["error", "redirect", "no json", "no utf-8", "two megabytes"],
)
def test_a_service_that_answers_badly_is_unavailable(monkeypatch, answer):
    with service(monkeypatch, **answer), pytest.raises(GeocodingUnavailable):
        GeoplateformeGeocoder().search("12 rue du Port")


def test_a_failure_is_not_remembered(monkeypatch):
    with service(monkeypatch, status=500), pytest.raises(GeocodingUnavailable):
        GeoplateformeGeocoder().search("12 rue du Port")
    with service(monkeypatch, body=collection(FEATURE)):
        assert GeoplateformeGeocoder().search("12 rue du Port")


def test_a_service_that_drips_is_left_after_its_time(monkeypatch):
    monkeypatch.setattr(geoplateforme, "TIMEOUT_SECONDS", 0.3)
    body = collection(FEATURE) + b" " * 900_000
    started = time.monotonic()
    with service(monkeypatch, body=body, pause=0.1), pytest.raises(GeocodingUnavailable):
        GeoplateformeGeocoder().search("12 rue du Port")
    assert time.monotonic() - started < 3


def test_nobody_listening_is_unavailable(monkeypatch):
    monkeypatch.setattr(geoplateforme, "ADDRESS", "http://127.0.0.1:9/search")
    with pytest.raises(GeocodingUnavailable):
        GeoplateformeGeocoder().search("12 rue du Port")


@pytest.mark.parametrize(
    "answer",
    [None, [], "x", {}, {"features": None}, {"features": [None, 1, {}, {"geometry": {"coordinates": ["a", "b"]}}]}],
)
def test_an_answer_of_another_shape_gives_nothing(answer):
    assert read_matches(answer) == []


def test_a_place_off_the_globe_is_left_out():
    lost = {**FEATURE, "geometry": {"coordinates": [400, 95]}}
    assert [match.point for match in read_matches({"features": [lost, FEATURE]})] == [Point(lat=45.9, lng=4.06)]


def test_by_default_nobody_is_asked():
    assert isinstance(get_geocoder(), NullGeocoder)
    assert get_geocoder().search("12 rue du Port") == []
