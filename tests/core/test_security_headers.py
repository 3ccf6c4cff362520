"""Strict headers on every public answer, looser ones beneath the admin's address and nowhere else."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail.documents import get_document_model
from wagtail.models import Page

from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory
from volunteering.core.city import CitySettings, Tiles
from volunteering.core.security_headers import SecurityHeaders
from volunteering.core.tiles import TILE_SERVERS


@pytest.fixture
def site(db, found_city):
    return found_city


@pytest.fixture
def pages(site):
    """Something of each kind."""
    return [site, *(factory() for factory in (AssociationFactory, EventFactory, MissionFactory, NewsFactory))]


@pytest.fixture
def boss(client, db):
    client.force_login(get_user_model().objects.create_superuser("boss", "boss@city.example", "secret"))
    return client


def policy(response):
    """Directive → its sources."""
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


def test_every_public_page_loads_from_this_site_only(client, pages):
    for page in Page.objects.live().filter(depth__gt=1):
        found_policy = policy(client.get(page.url))
        assert "unsafe" not in str(found_policy), page.url
        assert found_policy.pop("img-src") == ["'self'", "data:"]
        assert {source for sources in found_policy.values() for source in sources} == {"'self'", "'none'"}


@pytest.mark.parametrize(
    "path",
    [
        "/compte/connexion/",
        "/compte/deconnexion/",
        "/engagement/theme.css",
        "/engagement/base-map.geojson",
        "/sitemap.xml",
        "/recherche/",
        "/agenda/?month=2026-03",
        "/agenda",
        "/nowhere/",
        "/administration/",
    ],
)
def test_every_other_public_answer_is_as_strict(client, site, path):
    assert policy(client.get(path)) == SecurityHeaders.public


def test_the_policy_forbids_what_it_should():
    assert SecurityHeaders.public == {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/pages/"])
def test_the_admin_may_write_scripts_and_styles_in_its_pages(boss, path):
    found_policy = policy(boss.get(path))

    assert [name for name, sources in found_policy.items() if "'unsafe-inline'" in sources] == [
        "script-src",
        "style-src",
    ]
    assert "'unsafe-eval'" not in str(found_policy)


def test_the_admin_can_show_a_preview_in_its_own_frame(boss, pages):
    preview = boss.get(f"/admin/pages/{pages[1].pk}/view_draft/")

    assert preview.status_code == 200
    assert policy(preview)["frame-ancestors"] == ["'self'"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("tiles", [Tiles.IGN, Tiles.OSM_FRANCE])
def test_maps_load_from_the_tile_server_that_the_city_chose_and_no_other(client, pages, tiles):
    CitySettings.objects.update(tiles=tiles)
    answer = client.get(pages[1].url)

    assert policy(answer) == SecurityHeaders.public | {"img-src": ["'self'", "data:", TILE_SERVERS[tiles].origin]}


def test_a_document_keeps_the_policy_that_wagtail_gives_it(client, db):
    document = get_document_model().objects.create(title="Charte", file=ContentFile(b"x", name="charte.svg"))

    answer = client.get(document.url)
    assert answer.getvalue() == b"x"
    assert policy(answer) == {"default-src": ["'none'"]}


def test_the_other_headers_are_there_too(client, site):
    answer = client.get("/agenda/")

    assert answer["Permissions-Policy"].startswith("geolocation=(self), camera=(), microphone=()")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


def answer_of(middleware, **response):
    return middleware(lambda request: HttpResponse(**response))(RequestFactory().get("/"))


def test_the_headers_cost_no_query(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert policy(answer_of(SecurityHeaders)) == SecurityHeaders.public


def test_a_site_can_load_from_one_place_more():
    class Headers(SecurityHeaders):
        public = SecurityHeaders.public | {"script-src": ["'self'", "https://figures.city.example"]}

    assert (
        "script-src 'self' https://figures.city.example;" in answer_of(Headers, status=204)["Content-Security-Policy"]
    )


def test_a_developer_sees_djangos_own_error_page(settings):
    settings.DEBUG = True

    assert "Content-Security-Policy" not in answer_of(SecurityHeaders, status=404)
