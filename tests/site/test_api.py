"""Wagtail's API at /api/v2/: what everyone may read, and nothing else."""

import json

import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import AssociationFactory, EventFactory, ImageFactory, MissionFactory, SkillFactory, ThemeFactory
from tests.trust.flock import Flock

PAGES, IMAGES = "/api/v2/pages/", "/api/v2/images/"
TYPES = ("volunteering.AssociationPage", "volunteering.EventPage", "volunteering.MissionPage", "home.NewsPage")


def read(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.content[:300]
    return response.json()


@pytest.fixture(scope="module")
def flock(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Flock()
        transaction.set_rollback(True)


@pytest.mark.parametrize("kind", TYPES)
def test_the_api_tells_nothing_that_is_not_published(flock, kind):
    client = Client(HTTP_HOST="localhost")
    told = json.dumps(read(client, PAGES, type=kind, fields="*", limit=20))
    told += "".join(json.dumps(read(client, f"{PAGES}{page.pk}/")) for page in flock.public)

    assert [flock.canaries.places[word] for word in flock.canaries if word in told] == []


def test_a_hidden_page_does_not_exist_for_the_api(flock):
    client = Client(HTTP_HOST="localhost")

    assert {client.get(f"{PAGES}{page.pk}/").status_code for page in flock.hidden} == {404}


@pytest.mark.django_db
def test_the_api_tells_what_a_page_says(client):
    theme = ThemeFactory(slug="sport")
    association = AssociationFactory(title="Le Club", themes=[theme], publishes_contact=True)
    mission = MissionFactory(organiser=association, themes=[theme])
    mission.skills = [SkillFactory(name="Couture")]
    mission.save_revision().publish()

    told = read(client, f"{PAGES}{mission.pk}/")

    assert told["organised_by"] == {"title": "Le Club", "url": f"http://localhost{association.url}"}
    assert (told["theme_slugs"], told["skill_names"], told["state"]) == (["sport"], ["Couture"], "ongoing")
    assert read(client, f"{PAGES}{association.pk}/")["public_email"] == "office@asso.example"


@pytest.mark.django_db
def test_an_office_that_is_not_published_is_not_in_the_api(client):
    association = AssociationFactory(with_office=True)

    told = json.dumps(read(client, f"{PAGES}{association.pk}/", fields="*"))

    assert "office@asso.example" not in told
    assert "04 65 71 00 01" not in told
    assert client.get(f"{PAGES}{association.pk}/", {"fields": "office_email"}).status_code == 400


@pytest.mark.django_db
def test_pictures_are_those_of_published_pages_without_their_originals(client):
    shown, kept = ImageFactory(title="Montrée"), ImageFactory(title="Gardée")
    EventFactory(image=shown)
    EventFactory(image=kept, draft=True)

    told = read(client, IMAGES, fields="*")

    assert [item["title"] for item in told["items"]] == ["Montrée"]
    assert "download_url" not in json.dumps(told)
    assert client.get(f"{IMAGES}{kept.pk}/").status_code == 404


@pytest.mark.django_db
def test_who_is_signed_in_gets_what_everyone_gets(admin_client):
    event = EventFactory()
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)

    assert admin_client.get(f"{PAGES}{event.pk}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_can_write_through_the_api(client, method):
    event = EventFactory()

    assert getattr(client, method)(f"{PAGES}{event.pk}/").status_code == 405
    assert client.get("/api/v2/documents/").status_code == 404
