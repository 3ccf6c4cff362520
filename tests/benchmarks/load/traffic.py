"""Many visits, each at its moment: who comes does not wait for those before to be served."""

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from random import Random
from statistics import quantiles

from tests.benchmarks.load import visits
from tests.benchmarks.load.browser import Hit, Unanswered
from tests.benchmarks.load.visits import Town, Visit

# At the same moment; more wait, and their waiting is told.
AT_ONCE = 24
# Half an hour of an evening: some 160 residents who read, one in six who does something.
EVENING: dict[Visit, int] = {
    visits.browse: 110,
    visits.look_something_up: 50,
    visits.follow: 40,
    visits.sign_up: 30,
    visits.withdraw: 8,
    visits.write: 8,
    visits.propose: 6,
    visits.approve: 6,
}


@dataclass(frozen=True)
class Passed:
    """`seconds`: from the first visit to the end of the last. `late`: by how much the latest began."""

    seconds: float
    late: float
    broken_off: int


def plan(town: Town, evening: dict[Visit, int], seconds: float) -> list[tuple[float, int, Visit]]:
    """When who comes. What answers others comes later: nobody withdraws before somebody has signed up."""
    moments, later = Random(town.seed), {visits.withdraw, visits.write, visits.approve}
    coming = [visit for visit, number in evening.items() for _each in range(number)]
    times = [moments.uniform(seconds / 3 if visit in later else 0, seconds) for visit in coming]
    return sorted(((at, *each) for at, each in zip(times, enumerate(coming), strict=True)), key=itemgetter(0))


def run(town: Town, evening: dict[Visit, int] = EVENING, *, seconds: float = 60, first: int = 0) -> Passed:
    """`first`: the number of the first visitor. Raises what a visit raises but `Unanswered`."""
    waiting = [(at, number + first, visit) for at, number, visit in plan(town, evening, seconds)]
    started, lock, told = time.monotonic(), threading.Lock(), {"late": 0.0, "broken": 0}
    problems: list[BaseException] = []

    def serve() -> None:
        while True:
            with lock:
                if not waiting or problems:
                    return
                at, number, visit = waiting.pop(0)
            time.sleep(max(0.0, started + at - time.monotonic()))
            with lock:
                told["late"] = max(told["late"], time.monotonic() - started - at)
            try:
                visit(town.visitor(number))
            except Unanswered:
                with lock:
                    told["broken"] += 1
            except Exception as problem:
                problems.append(problem)

    threads = [threading.Thread(target=serve) for _each in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return Passed(time.monotonic() - started, told["late"], told["broken"])


def failures(hits: Iterable[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.status == 0 or hit.status >= 500]


def times(hits: Iterable[Hit]) -> dict[str, dict[str, float]]:
    """Of each kind: how many, and the milliseconds within which half, 95 and 99 of a hundred were answered."""
    kinds: dict[str, list[float]] = {}
    for hit in hits:
        kinds.setdefault(hit.kind, []).append(hit.seconds * 1000)
    return {kind: _spread(found) for kind, found in sorted(kinds.items())}


def _spread(found: list[float]) -> dict[str, float]:
    cuts = quantiles(found, n=100, method="inclusive") if len(found) > 1 else found * 99
    return {"number": len(found), "p50": round(cuts[49]), "p95": round(cuts[94]), "p99": round(cuts[98])}
