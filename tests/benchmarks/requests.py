"""One request inside the process: how many queries, how many milliseconds, how many bytes."""

import time
from dataclasses import dataclass
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS = 15


@dataclass
class Figure:
    """`ms` is CPU time (user and system) per request, the median of interleaved rounds."""

    queries: int
    ms: float
    kilobytes: float


def measure(paths: dict[str, str], *, rounds: int = ROUNDS) -> dict[str, Figure]:
    """Request each path once to warm up, once counting queries, then in interleaved rounds for the time."""
    client = Client()
    queries, sizes = {}, {}
    for name, path in paths.items():
        # First visits make renditions and fill caches that a running site has.
        _get(client, path)
        with CaptureQueriesContext(connection) as captured:
            sizes[name] = len(_get(client, path))
        queries[name] = len(captured)
    times: dict[str, list[float]] = {name: [] for name in paths}
    for _round in range(rounds):
        for name, path in paths.items():
            started = time.process_time()
            _get(client, path)
            times[name].append((time.process_time() - started) * 1000)
    return {
        name: Figure(queries=queries[name], ms=round(median(times[name]), 2), kilobytes=round(sizes[name] / 1024, 1))
        for name in paths
    }


def _get(client: Client, path: str) -> bytes:
    """The whole answer: a feed is written while it is read."""
    response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}: nothing to measure.")
    return response.getvalue()
