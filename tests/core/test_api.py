"""Pages as Wagtail's API gives them, where a site has it."""

from datetime import time

import pytest
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from config.urls import urlpatterns as site_urls
from tests.factories import AssociationFactory, EventFactory, ImageFactory, MissionFactory, once, shift
from volunteering.directory.models import OpeningHours

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)
urlpatterns = [path("api/v2/", router.urls), *site_urls]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def front(found_city, clock, db):
    return found_city


def given(client, page):
    answer = client.get(f"/api/v2/pages/{page.pk}/", {"fields": "*"})
    assert answer.status_code == 200
    return answer.json()


def test_the_api_gives_the_dates_and_the_picture_of_an_event(client):
    rule = once(frequency="weekly", weekdays=["WE"], exceptions=["2026-04-08"], extra_dates=["2026-04-10"])
    told = given(client, EventFactory(children={"dates": [rule]}, image=ImageFactory(), image_credit="Rivemont"))
    (date,) = told["dates"]
    assert (date["first_day"], date["start_time"], date["frequency"]) == ("2026-03-11", "14:00:00", "weekly")
    assert (date["weekdays"], date["exceptions"], date["extra_dates"]) == (["WE"], ["2026-04-08"], ["2026-04-10"])
    assert date["in_words"].startswith("tous les mercredis")
    assert told["image"]["alt"] == "A square of one colour"
    assert told["image_credit"] == "Rivemont"


def test_the_api_gives_what_signing_up_for_a_mission_asks_to_know(client):
    told = given(client, MissionFactory(children={"shifts": [shift(days=3, label="Accueil")]}))
    (row,) = told["shifts"]
    assert (row["start"], row["places"], row["label"]) == ("2026-03-07T09:00:00+01:00", 5, "Accueil")
    assert (told["places_left"], told["acceptance"], told["signup_open"]) == (5, "manual", True)
    assert told["image"] is None


def test_the_api_gives_when_an_association_is_open_and_how_it_looks(client):
    hours = OpeningHours(weekday=1, opens=time(9), closes=time(12), note="sur rendez-vous")
    told = given(
        client,
        AssociationFactory(
            body="<p>Depuis 1974.</p>",
            logo=ImageFactory(),
            social_links=["https://social.example/asso"],
            children={"opening_hours": [hours]},
        ),
    )
    (row,) = told["opening_hours"]
    assert (row["weekday"], row["opens"], row["note"]) == (1, "09:00:00", "sur rendez-vous")
    assert (told["body"], told["social_links"]) == ("<p>Depuis 1974.</p>", ["https://social.example/asso"])
    assert told["logo"]["full_url"].startswith("http")


@pytest.mark.parametrize("trait", ["with_office", "publishes_contact"])
def test_the_api_gives_the_contact_of_an_office_only_with_its_tick(trait, client):
    told = given(client, AssociationFactory(**{trait: True}))
    assert (told["public_email"] != "") == (trait == "publishes_contact")
    assert not {"office_email", "office_phone"} & set(told)
