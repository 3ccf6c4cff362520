"""Measure on SQLite and PostgreSQL; print a table, write bench.json. `--sizes 100,1000,10000` chooses the sizes."""

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


def run(database: str, sizes: list[str], variables: dict[str, str]) -> list[dict]:
    print(f"{database}:", flush=True)
    with tempfile.TemporaryDirectory(prefix="volunteering-bench-") as folder:
        output = Path(folder) / "figures.json"
        environment = {**os.environ, "VOLUNTEERING_VAR": folder, **variables}
        command = [sys.executable, "-m", "tests.benchmarks.one_database", str(output), *sizes]
        subprocess.run(command, env=environment, check=True)
        return json.loads(output.read_text())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--databases", default="sqlite,postgresql")
    options = parser.parse_args()
    sizes, results = options.sizes.split(","), {}
    if "sqlite" in options.databases:
        results["sqlite"] = run("sqlite", sizes, {})
    if "postgresql" in options.databases:
        with services.running() as variables:
            results["postgresql"] = run("postgresql", sizes, {"BENCH_DATABASE_URL": variables["DATABASE_URL"]})
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "workers": 2}
    measured = {"machine": machine, "databases": results}
    Path("bench.json").write_text(json.dumps(measured, indent=1))
    print(report(measured))


if __name__ == "__main__":
    main()
