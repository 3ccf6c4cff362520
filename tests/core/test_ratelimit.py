"""Exactly so many, however many ask at the same moment."""

from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import RequestFactory

from tests.crowd import at_once
from volunteering.core.ratelimit import Hits, Limit, connection_of

pytestmark = pytest.mark.databases

LIMIT, CROWD = 5, 40
FIVE = Limit("test", times=LIMIT, within=timedelta(hours=1))


@pytest.mark.django_db(transaction=True)
def test_of_forty_at_once_exactly_five_are_let_through():
    assert sum(at_once(CROWD, lambda: FIVE.take("jeanne"))) == LIMIT


@pytest.mark.django_db(transaction=True)
def test_counting_first_would_let_more_through():
    """What the statement is there for: the same with a look before the write, and everybody between the two."""
    everybody_looked = Barrier(CROWD)

    def look_then_write():
        seen = Hits.objects.filter(key="jeanne").values_list("number", flat=True).first() or 0
        everybody_looked.wait()
        if seen >= LIMIT:
            return False
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO "volunteering_hits" ("key", "number", "until") VALUES (%s, 1, CURRENT_TIMESTAMP)'
                ' ON CONFLICT ("key") DO UPDATE SET "number" = %s',
                ["jeanne", seen + 1],
            )
        return True

    assert sum(at_once(CROWD, look_then_write)) > LIMIT


@pytest.mark.django_db
def test_one_persons_tries_are_not_anothers(clock):
    assert [FIVE.take("jeanne") for _ in range(LIMIT + 1)] == [True] * LIMIT + [False]
    assert FIVE.take("marie")
    assert Limit("another", times=LIMIT, within=timedelta(hours=1)).take("jeanne")
    assert FIVE.take("jeanne", "203.0.113.7")


@pytest.mark.django_db
def test_the_next_hour_counts_anew_and_old_counts_can_go(clock):
    assert [FIVE.take("jeanne") for _ in range(LIMIT + 1)][-1] is False
    clock.shift(timedelta(hours=1))

    assert FIVE.take("jeanne")
    assert (Hits.objects.over().count(), Hits.objects.count()) == (1, 2)


@pytest.mark.django_db
def test_no_count_can_be_read_back_to_a_person():
    FIVE.take("jeanne@people.example", "203.0.113.7")

    assert not any(part in str(list(Hits.objects.values())) for part in ("jeanne", "203"))


def test_nothing_is_let_through_when_nothing_is_allowed():
    assert not Limit("closed", times=0, within=timedelta(hours=1)).take("jeanne")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "6.6.6.6", "127.0.0.1"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
        (2, "203.0.113.7", "127.0.0.1"),
    ],
)
def test_a_visitor_cannot_claim_another_connection(settings, proxies, forwarded, expected):
    settings.VOLUNTEERING = {"TRUSTED_PROXIES": proxies}

    assert connection_of(RequestFactory().get("/", headers={"x-forwarded-for": forwarded})) == expected
