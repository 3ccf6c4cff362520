"""One request inside the process: how many queries, how many milliseconds, how many bytes."""

import time
from dataclasses import dataclass, replace
from statistics import median

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from tests.benchmarks.workloads import SESSION, Workload

ROUNDS = 15


@dataclass
class Figure:
    """Queries and CPU milliseconds (user and system, the median of interleaved rounds) of one request.

    `queries` and `ms` when nothing was kept of an earlier visit; `kept_queries` and `kept_ms` of somebody with a
    session, for whom pieces of pages are kept but no whole page; `kilobytes` of the answer.
    """

    queries: int
    ms: float
    kept_queries: int
    kept_ms: float
    kilobytes: float


def measure(workloads: dict[str, Workload], *, rounds: int = ROUNDS) -> dict[str, Figure]:
    """Each workload twice: as its first visitor meets it, and as somebody signed in does after others came."""
    client = Client()
    with override_settings(VOLUNTEERING={**settings.VOLUNTEERING, "PAGE_CACHE_SECONDS": 0}):
        first = _measure(client, workloads, rounds)
    # Long enough for every round: what is measured is what was kept.
    with override_settings(VOLUNTEERING={**settings.VOLUNTEERING, "PAGE_CACHE_SECONDS": 3600}):
        signed_in = {name: replace(each, headers={**each.headers, **SESSION}) for name, each in workloads.items()}
        kept = _measure(client, signed_in, rounds)
    return {
        name: Figure(*first[name][:2], *kept[name][:2], kilobytes=round(first[name][2] / 1024, 1)) for name in workloads
    }


def _measure(client: Client, workloads: dict[str, Workload], rounds: int) -> dict[str, tuple[int, float, int]]:
    """Queries, milliseconds and bytes of each."""
    headers = {name: _warmed_up(client, workload) for name, workload in workloads.items()}
    queries, sizes = {}, {}
    for name, workload in workloads.items():
        with CaptureQueriesContext(connection) as captured:
            sizes[name] = len(_get(client, workload, headers[name]))
        queries[name] = len(captured)
    times: dict[str, list[float]] = {name: [] for name in workloads}
    for _round in range(rounds):
        for name, workload in workloads.items():
            started = time.process_time()
            _get(client, workload, headers[name])
            times[name].append((time.process_time() - started) * 1000)
    return {name: (queries[name], round(median(times[name]), 2), sizes[name]) for name in workloads}


def _warmed_up(client: Client, workload: Workload) -> dict[str, str]:
    """The headers to ask with. First visits make renditions and fill caches that a running site has."""
    response = client.get(workload.path, headers=workload.headers)
    response.getvalue()
    tag = {"If-None-Match": response["ETag"]} if workload.unchanged else {}
    return {**workload.headers, **tag}


def _get(client: Client, workload: Workload, headers: dict[str, str]) -> bytes:
    """The whole answer: a feed is written while it is read."""
    response = client.get(workload.path, headers=headers)
    if response.status_code != workload.status:
        raise RuntimeError(f"{workload.path} answered {response.status_code}: nothing to measure.")
    return response.getvalue()
