"""The cache of a site with Redis, which goes on without it."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# The cache that answers while Redis does not: its alias in CACHES.
INSTEAD = "database"
# Seconds during which Redis is left alone after it has failed: nobody waits for it twice.
REST = 10


def either(name: str) -> Callable[..., Any]:
    """The method of RedisCache; while Redis cannot be reached, that of the other cache."""

    def method(self: "RedisOrDatabaseCache", *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= RedisOrDatabaseCache.rests_until:
            try:
                return getattr(RedisCache, name)(self, *args, **kwargs)
            except RedisError:
                RedisOrDatabaseCache.rests_until = time.monotonic() + REST
                logger.exception("The cache in Redis cannot be reached; the database serves as cache for now.")
        return getattr(caches[INSTEAD], name)(*args, **kwargs)

    return method


class RedisOrDatabaseCache(RedisCache):
    """Pages are served and the limits of the sign-in hold, with or without Redis."""

    # Per process: time.monotonic() before which Redis is not asked.
    rests_until = 0.0

    add = either("add")
    get = either("get")
    set = either("set")
    touch = either("touch")
    delete = either("delete")
    get_many = either("get_many")
    has_key = either("has_key")
    incr = either("incr")
    set_many = either("set_many")
    delete_many = either("delete_many")
    clear = either("clear")
