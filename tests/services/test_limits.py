"""The limits of the sign-in count together in all processes, in Redis as in the database."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.core import ratelimit
from django.core.management import call_command
from django.db import connections
from django.test import RequestFactory

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

LIMIT, TRIES = 5, 40
IN_REDIS = {"BACKEND": "config.caches.RedisOrDatabaseCache"}
IN_DATABASE = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"}


@pytest.fixture(params=["redis", "database"])
def shared_cache(request, settings):
    default = IN_REDIS | {"LOCATION": os.environ["REDIS_URL"]} if request.param == "redis" else IN_DATABASE
    settings.CACHES = {"default": default, "database": IN_DATABASE}
    call_command("createcachetable", verbosity=0)


def one_try(number):
    try:
        request = RequestFactory().post("/compte/connexion/")
        return ratelimit.consume(request, action="login", key="jeanne@people.example")
    finally:
        connections.close_all()


def test_many_tries_at_once_are_not_let_through(shared_cache, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": f"{LIMIT}/m/key"}
    with ThreadPoolExecutor(TRIES) as crowd:
        allowed = sum(crowd.map(one_try, range(TRIES)))

    assert 0 < allowed <= LIMIT
