"""Signed links: for one purpose, for a while."""

from datetime import timedelta

import pytest
from wagtail.models import Site

from volunteering.core.links import BrokenLink, ExpiredLink, SignedLink, absolute

TWO_DAYS = SignedLink(purpose="test.confirm", lifetime=timedelta(hours=48))
OTHER = SignedLink(purpose="test.stop", lifetime=timedelta(hours=48))


def test_a_link_gives_back_what_was_signed_until_it_is_too_old(clock):
    token = TWO_DAYS.sign({"id": 7})
    clock.shift(timedelta(hours=47, minutes=59))
    assert TWO_DAYS.read(token) == {"id": 7}

    clock.shift(timedelta(minutes=2))
    with pytest.raises(ExpiredLink):
        TWO_DAYS.read(token)


@pytest.mark.parametrize(
    "spoil", [lambda token: token[:-1], lambda token: f"x{token}", lambda token: "", lambda token: "é:è:à"]
)
def test_a_link_that_was_changed_is_broken(spoil):
    with pytest.raises(BrokenLink):
        TWO_DAYS.read(spoil(TWO_DAYS.sign("7")))


def test_a_link_serves_no_other_purpose():
    with pytest.raises(BrokenLink):
        OTHER.read(TWO_DAYS.sign("7"))


def test_a_link_of_another_site_is_broken(settings):
    token = TWO_DAYS.sign("7")
    settings.SECRET_KEY = "another"
    with pytest.raises(BrokenLink):
        TWO_DAYS.read(token)


@pytest.mark.django_db
def test_an_address_in_a_mail_is_whole(settings):
    site = Site.objects.get()
    assert absolute("/agenda/", site) == absolute("/agenda/") == "http://localhost/agenda/"
    assert absolute("https://other.example/x", site) == "https://other.example/x"

    settings.VOLUNTEERING = {"BASE_URL": "https://www.ville.example"}
    assert absolute("/agenda/", site) == "https://www.ville.example/agenda/"
