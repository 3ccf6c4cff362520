"""What machines are told of an event's rule and price."""

from datetime import date

import pytest

from tests.factories import EventFactory, once
from tests.pages import json_ld
from volunteering.core.recurrence import Frequency

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def front(found_city, clock, db):
    return found_city


def nodes(client, *dates, **fields):
    return json_ld(client.get(EventFactory(children={"dates": list(dates) or [once()]}, **fields).url))


def schedule(client, **rule):
    (told,) = nodes(client, once(TUESDAY, **rule))[0]["superEvent"]["eventSchedule"]
    return told


def test_machines_read_a_weekly_rule(client):
    told = schedule(
        client,
        frequency="weekly",
        interval=2,
        weekdays=["TU", "FR"],
        until=date(2026, 6, 30),
        exceptions=["2026-04-07"],
    )
    assert told == {
        "@type": "Schedule",
        "startDate": "2026-03-10",
        "endDate": "2026-06-30",
        "repeatFrequency": "P2W",
        "byDay": ["https://schema.org/Tuesday", "https://schema.org/Friday"],
        "startTime": "14:00:00",
        "endTime": "16:00:00",
        "scheduleTimezone": "Europe/Paris",
        "exceptDate": ["2026-04-07"],
    }


@pytest.mark.parametrize(
    ("frequency", "told"),
    [
        (Frequency.DAILY, {"repeatFrequency": "P1D"}),
        (Frequency.MONTHLY_BY_WEEKDAY, {"repeatFrequency": "P1M", "byDay": "2TU"}),
        (Frequency.MONTHLY_LAST_WEEKDAY, {"repeatFrequency": "P1M", "byDay": "-1TU"}),
        (Frequency.MONTHLY_BY_DATE, {"repeatFrequency": "P1M", "byMonthDay": 10}),
        (Frequency.YEARLY, {"repeatFrequency": "P1Y", "byMonth": 3, "byMonthDay": 10}),
    ],
)
def test_machines_read_every_frequency(frequency, told, client):
    rule = schedule(client, frequency=frequency, count=4)
    said = {name: rule[name] for name in ("repeatFrequency", "byDay", "byMonth", "byMonthDay") if name in rule}
    assert said == told
    assert rule["repeatCount"] == 4


def test_a_rule_starts_on_a_day_it_says(client):
    assert schedule(client, frequency="weekly", weekdays=["TH"])["startDate"] == "2026-03-12"


def test_the_rule_is_told_once_and_every_date_belongs_to_it(client):
    first, *others = nodes(client, once(TUESDAY, frequency="weekly", count=3))
    assert [node["superEvent"] for node in others] == [{"@id": first["superEvent"]["@id"]}] * 2


ONLY_ADDED = {"frequency": "weekly", "weekdays": ["TH"], "until": TUESDAY, "extra_dates": ["2026-03-20"]}


@pytest.mark.parametrize(
    "rule",
    [{}, {"frequency": "weekly", "skip_school_holidays": "A"}, ONLY_ADDED],
    ids=["once", "holidays", "only dates added by hand"],
)
def test_no_rule_is_told_that_machines_would_read_wrongly(rule, client):
    told = nodes(client, once(TUESDAY, **rule))
    assert told
    assert all("superEvent" not in node for node in told)


@pytest.mark.parametrize(
    ("fields", "price"),
    [
        ({"is_free": True}, "0"),
        ({"price": "6 €"}, "6"),
        ({"price": "6,50 euros"}, "6.50"),
        ({"price": "€12"}, "12"),
        ({"price": "6 €, 3 € pour les moins de 12 ans"}, None),
        ({"price": "Prix libre"}, None),
        ({}, None),
    ],
)
def test_machines_read_a_price_that_is_one_certain_amount(fields, price, client):
    (node,) = nodes(client, registration_url="https://billets.example/bal", **fields)
    offer = {"@type": "Offer", "url": "https://billets.example/bal"}
    assert node["offers"] == (offer | {"price": price, "priceCurrency": "EUR"} if price else offer)


def test_nothing_is_offered_where_nobody_said_a_price_or_where_to_register(client):
    assert "offers" not in nodes(client, price="Prix libre")[0]


def test_a_full_event_is_sold_out(client):
    assert nodes(client, is_free=True, status="full")[0]["offers"]["availability"] == "https://schema.org/SoldOut"
