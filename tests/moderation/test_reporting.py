"""Anybody reports what is not right on a public page; the city answers, and nobody learns who it was."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory
from tests.mailbox import collect, stamp_on
from tests.moderation.reporting import KANARI, WORDS, at, report
from tests.pages import soup, words
from volunteering.core.antispam import stamps
from volunteering.moderation.limits import REPORT_HERE
from volunteering.moderation.models import Report

pytestmark = pytest.mark.usefixtures("city")


@pytest.mark.parametrize("factory", [AssociationFactory, MissionFactory, EventFactory, NewsFactory])
def test_every_public_page_leads_to_its_report(client, factory):
    page = factory()
    assert soup(client.get(page.url)).select_one(f"a[href='{at(page)}']")
    assert page.title in words(client.get(at(page)))


def test_a_preview_of_an_unpublished_page_offers_no_report(rf):
    page = EventFactory(draft=True)
    assert "signaler" not in page.make_preview_request().render().content.decode()


def test_a_visitor_reports_without_an_address_and_is_thanked(clock):
    response = report(EventFactory(), clock, email="")
    assert response["Location"] == reverse("volunteering:report_taken")
    assert "votre signalement est arrivé" in words(Client().get(response["Location"]))
    assert (Report.objects.get().email, collect()) == ("", [])


def test_a_visitor_with_an_address_gets_a_receipt_that_quotes_nothing(clock):
    event = EventFactory(title="Bal masqué")
    report(event, clock)
    (message,) = collect()
    assert message.to == [KANARI]
    assert "Bal masqué" in message.subject
    assert WORDS not in message.body
    assert event.url in message.body


def test_a_report_without_a_reason_says_what_is_missing_and_keeps_the_words(clock):
    response = report(EventFactory(), clock, reason="")
    assert "Choisissez ce qui s’en approche le plus." in words(response)
    assert WORDS in words(response)
    assert not Report.objects.exists()


@pytest.mark.parametrize("wrong", [{"reason": "kanari"}, {"email": "nobody"}, {"words": "x" * 2001}, {"website": "x"}])
def test_a_wrong_answer_is_no_report(clock, wrong):
    assert report(EventFactory(), clock, **wrong).status_code == 200
    assert not Report.objects.exists()


def test_a_stamp_is_good_for_one_report(clock, client):
    event = EventFactory()
    stamp = stamp_on(client, at(event))
    clock.shift(stamps.QUICKEST)
    for _time in range(2):
        client.post(at(event), {"reason": "wrong", "stamp": stamp})
    assert Report.objects.count() == 1


def test_a_form_without_a_stamp_is_shown_once_more(client):
    event = EventFactory()
    response = client.post(at(event), {"reason": "scam", "words": WORDS})
    assert soup(response).select_one("input[name=stamp]")["value"]
    assert not Report.objects.exists()


def test_nobody_reports_what_not_everybody_may_read(client):
    private = NewsFactory()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for page in (private, EventFactory(draft=True)):
        assert client.get(at(page)).status_code == 404
        assert client.post(at(page), {"reason": "wrong"}).status_code == 404
    assert client.get(f"/engagement/signaler/{10**30}/").status_code == 404


def test_a_stranger_cannot_find_out_that_others_reported(clock, client):
    event = EventFactory()

    def shown():
        return [each.get_text() for each in soup(client.get(at(event))).select("main")]

    before, page_before = shown(), words(client.get(event.url))
    answers = [report(event, clock)["Location"] for _time in range(3)]
    assert (shown(), words(client.get(event.url))) == (before, page_before)
    assert len(set(answers)) == 1


def test_one_connection_reports_one_page_a_few_times_an_hour(clock):
    event = EventFactory()
    for _time in range(REPORT_HERE.times):
        report(event, clock, email="")
    response = report(event, clock, email="")
    assert response.status_code == 429
    assert "beaucoup de signalements" in response.text
    assert report(EventFactory(), clock, email="").status_code == 302


def test_a_mailbox_is_not_flooded_by_reports_of_many_pages(clock):
    answers = [report(EventFactory(), clock).status_code for _time in range(8)]
    assert answers == [302] * 6 + [429] * 2
    clock.shift(timedelta(hours=1))
    assert report(EventFactory(), clock).status_code == 302
