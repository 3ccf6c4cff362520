"""The QR code of a page: what a phone reads in it, and what its page says beside it."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tests.core.qr_reader import read
from tests.factories import AssociationFactory, EventFactory, MissionFactory
from tests.pages import soup
from volunteering.agenda.models import EventPage
from volunteering.core import qr

PAGES = [AssociationFactory, EventFactory, MissionFactory]


def drawn(address, label="Code"):
    return BeautifulSoup(qr.draw(address, label=label), "html.parser").svg


@pytest.mark.parametrize("slug", ["a", "bal-folk", "fête", "x" * 30, "x" * 55, "%C3%A9" * 13])
def test_a_phone_reads_the_address_that_was_drawn(slug):
    address = f"https://city.example/{slug}/"

    assert read(drawn(address)) == address


def test_a_phone_finds_four_white_modules_around_the_code():
    svg = drawn("https://city.example/")
    side = int(svg["viewbox"].split()[2])

    assert svg.path["fill"] == "#fff"
    assert svg.path["d"] == f"M0 0h{side}v{side}H0z"
    assert svg.select_one("path[stroke]")["d"].startswith("M4 4.5h7M")


def test_a_label_cannot_bring_markup_of_its_own():
    assert '<b>"' not in qr.draw("https://city.example/", label='<b>"')


@pytest.mark.django_db
@pytest.mark.parametrize("factory", PAGES)
def test_a_page_carries_its_own_address_for_phones_and_in_words(client, factory):
    page = factory()
    code = soup(client.get(page.url)).select_one(".v-share__code")

    assert read(code.svg) == page.full_url == code.select_one(".v-share__address").text
    assert code.svg["role"] == "img"
    assert code.svg["aria-label"]


@pytest.mark.django_db
def test_a_code_costs_no_query(rf, django_assert_num_queries):
    page, request = EventFactory(), rf.get("/")
    page.get_full_url(request)

    with django_assert_num_queries(0):
        html = render_to_string("volunteering/components/share.html", {"page": page}, request=request)
    assert "v-qr" in html


@pytest.mark.django_db
def test_a_page_without_an_address_yet_is_shown_without_a_code(rf):
    page = EventPage(title="Choir", slug="choir")
    html = render_to_string("volunteering/components/share.html", {"page": page}, request=rf.get("/"))

    assert "v-qr" not in html
