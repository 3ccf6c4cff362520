"""A shorter evening under load: nothing fails, and every promise is kept. How long it takes is no test's affair."""

import time

import pytest

from tests.benchmarks.load.__main__ import measure
from tests.benchmarks.load.city import city

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.long, pytest.mark.django_db]

SECONDS, SHARE = 15, 0.25


def test_an_evening_passes_without_an_error():
    with city(size=30, people=60, seed=int(time.time())) as made:
        load = measure(made, seconds=SECONDS, share=SHARE)

    assert (load["errors"], load["failed"], load["refused"], load["broken"]) == (0, [], [], "")
    assert load["requests"] > 100
    assert {"sign-up", "submission"} <= set(load["kept"])
