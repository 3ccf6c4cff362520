"""Many at the same moment: threads that wait for each other, each with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections


def at_once(number: int, act: Callable[[], Any]) -> list[Any]:
    """What `act` returned to each of `number` threads. For tests with `django_db(transaction=True)`."""
    barrier = Barrier(number)

    def one(_number: int) -> Any:
        try:
            barrier.wait()
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))
