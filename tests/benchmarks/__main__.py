"""Measure on SQLite and PostgreSQL; print a table, write bench.json. `--sizes 100,1000,10000` chooses the sizes.

`--lists` measures the lists alone, in a city without news and search, as many associations as missions and events, and
writes bench-lists.json: large cities are built in minutes.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.report import report
from tests.rig import services

SIZES = "1000,10000"


def run(database: str, sizes: list[str], *options: str, **variables: str) -> list[dict]:
    print(f"{database}:", flush=True)
    with tempfile.TemporaryDirectory(prefix="volunteering-bench-") as folder:
        output = Path(folder) / "figures.json"
        environment = {**os.environ, "VOLUNTEERING_VAR": folder, **variables}
        command = [sys.executable, "-m", "tests.benchmarks.one_database", str(output), *sizes, *options]
        subprocess.run(command, env=environment, check=True)
        return json.loads(output.read_text())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--lists", action="store_true")
    options = parser.parse_args()
    sizes, results, lists = options.sizes.split(","), {}, ["--lists"] if options.lists else []
    if "sqlite" in options.databases:
        results["sqlite"] = run("sqlite", sizes, *lists)
    if "postgresql" in options.databases:
        with services.running() as variables:
            results["postgresql"] = run("postgresql", sizes, *lists, BENCH_DATABASE_URL=variables["DATABASE_URL"])
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "workers": 2}
    measured = {"machine": machine, "databases": results}
    Path("bench-lists.json" if lists else "bench.json").write_text(json.dumps(measured, indent=1))
    print(report(measured))


if __name__ == "__main__":
    main()
