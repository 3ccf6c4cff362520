"""Measures one database at each size, in a process of its own; writes its figures as JSON to the file it is given."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--lists", action="store_true")
    options = parser.parse_args()
    sys.path[:0] = ["site", "."]
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
    django.setup()
    figures = [at_size(size, lists_only=options.lists) for size in options.sizes]
    options.output.write_text(json.dumps(figures))


def at_size(size: int, *, lists_only: bool) -> dict:
    """Grow the city, then measure every workload inside the process and behind the server."""
    # Imported late: models need Django set up.
    from django.db import connection

    from tests.benchmarks import inbox, plans, requests, server, sign_ups, submissions
    from tests.benchmarks.workloads import workloads

    timings = prepare(size, lists_only=lists_only)
    asked = workloads(lists_only=lists_only)
    inside = requests.measure(asked)
    environment = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings", "PYTHONPATH": f"site{os.pathsep}{Path.cwd()}"}
    with server.gunicorn(environment) as (port, pid):
        loads = {name: server.load(port, pid, workload) for name, workload in asked.items()}
        signed_up = {} if lists_only or connection.vendor == "sqlite" else sign_ups.measure(port)
    print(f"  {size} pages of each type: measured", flush=True)
    return {
        "size": size,
        "rows_per_second": timings,
        "sign_ups": signed_up,
        "inbox": {} if lists_only else inbox.measure(),
        "submissions": {} if lists_only else submissions.measure(),
        "plans": {} if lists_only else plans.plans(),
        "workloads": {name: {**asdict(inside[name]), **asdict(loads[name])} for name in asked},
    }


def prepare(size: int, *, lists_only: bool) -> dict[str, float]:
    from django.core.management import call_command

    from home.demo.ground import seed_pictures
    from home.demo.tree import seed_tree
    from tests.benchmarks.world import World
    from volunteering.agenda.models import EventIndexPage

    call_command("migrate", verbosity=0, interactive=False)
    if not EventIndexPage.objects.exists():
        seed_tree(seed_pictures())
    world = World()
    if lists_only:
        world.grow(associations=size, missions=size, events=size)
    else:
        # A department of 6,000 associations, with 10,000 missions and 10,000 events, and as many news items.
        world.grow(associations=min(size, 6000), missions=size, events=size, news=size)
        world.index()
    return world.timings


if __name__ == "__main__":
    main()
