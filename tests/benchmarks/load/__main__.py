"""Half an hour of an evening in a minute: prints what each kind of visit took, and whether all is well afterwards.

Writes bench-load.json, and with `--document docs/performance.md` its figures between the marks there. Ends with 1 when
an answer failed or was refused, when nobody managed what they came for, or a promise is broken.
"""

import argparse
import json
import os
import platform
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.load import traffic, visits
from tests.benchmarks.load.city import City, city
from tests.benchmarks.report import insert

SIZE, PEOPLE = 1000, 240


def measure(made: City, *, seconds: float, share: float = 1) -> dict[str, Any]:
    """`share` of an evening, in so many seconds."""
    evening = {visit: max(1, round(number * share)) for visit, number in traffic.EVENING.items()}
    memory: dict[str, list[float]] = {"start": made.web.memory}
    middle = threading.Timer(seconds / 2, lambda: memory.update(middle=made.web.memory))
    middle.start()
    passed = traffic.run(made.town, evening, seconds=seconds)
    middle.join()
    memory["end"] = made.web.memory
    hits, checked = made.town.hits.all, made.manage("check_invariants", "--verbosity=0")
    failed = traffic.failures(hits)
    return {
        "requests": len(hits),
        "errors": len(failed) + passed.broken_off,
        "failed": sorted({f"{hit.status} {hit.kind}" for hit in failed}),
        "refused": sorted({f"{hit.status} {hit.kind}" for hit in hits if 400 <= hit.status < 500}),
        "seconds": round(passed.seconds, 1),
        "late": round(passed.late, 2),
        "kept": dict(made.town.ledger.kept),
        "times": traffic.times(hits),
        "memory": memory,
        "broken": checked.stdout + checked.stderr if checked.returncode else "",
    }


def report(figures: dict[str, Any]) -> str:
    machine, load = figures["machine"], figures["load"]
    done = ", ".join(f"{kind} {number}" for kind, number in sorted(load["kept"].items()))
    memory = ", ".join(f"{when} {' and '.join(map(str, sizes))}" for when, sizes in load["memory"].items())
    rows = [
        f"| {kind} | {spread['number']} | {spread['p50']} | {spread['p95']} | {spread['p99']} |"
        for kind, spread in load["times"].items()
    ]
    told = [
        f"Python {machine['python']}, {machine['cores']} slow cores with other work beside, the clients'"
        f" included; PostgreSQL, Redis, gunicorn with two workers, one worker of the queue; {machine['size']} pages of"
        " each type.",
        f"{load['requests']} requests in {load['seconds']} s, {load['errors']} errors; the latest visitor began"
        f" {load['late']} s late. Done for good: {done}.",
        "\n".join(["| asked for | times | p50 ms | p95 ms | p99 ms |", "|---|--:|--:|--:|--:|", *rows]),
        f"Memory of the two workers, in MB: {memory}.",
        f"Promises afterwards: {load['broken'] or 'all kept'}.",
    ]
    return "\n\n".join(told)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--document", type=Path)
    options = parser.parse_args()
    print(f"Seed {options.seed}. Building a town of {options.size} pages of each type…", flush=True)
    with city(size=options.size, people=PEOPLE, seed=options.seed) as made:
        load = measure(made, seconds=options.seconds)
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "size": options.size}
    figures = {"machine": machine, "load": load}
    Path("bench-load.json").write_text(json.dumps(figures, indent=1))
    print(report(figures), f"\nRefused: {load['refused']}. Failed: {load['failed']}.")
    if options.document:
        document = options.document.read_text("utf-8")
        options.document.write_text(insert(document, report(figures), name="bench-load"), "utf-8")
    if missing := visits.DONE - set(load["kept"]):
        print(f"Nobody managed: {', '.join(sorted(missing))}.")
    return int(bool(load["errors"] or load["refused"] or load["broken"] or missing))


if __name__ == "__main__":
    sys.exit(main())
