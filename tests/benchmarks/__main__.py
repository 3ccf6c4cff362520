"""Measure on SQLite and PostgreSQL; print a table, write bench.json. `--sizes 100,1000,10000` chooses the sizes."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.rig import services

SIZES = "1000,10000"
REFERENCE = "constant response"


def run(database: str, sizes: list[str], variables: dict[str, str]) -> list[dict]:
    print(f"{database}:", flush=True)
    with tempfile.TemporaryDirectory(prefix="volunteering-bench-") as folder:
        output = Path(folder) / "figures.json"
        environment = {**os.environ, "VOLUNTEERING_VAR": folder, **variables}
        command = [sys.executable, "-m", "tests.benchmarks.one_database", str(output), *sizes]
        subprocess.run(command, env=environment, check=True)
        return json.loads(output.read_text())


def table(database: str, figures: list[dict]) -> list[str]:
    lines = [
        f"\n{database}",
        f"{'workload':<20}{'size':>8}{'queries':>9}{'CPU ms':>9}{'÷ const':>9}"
        f"{'req/s':>9}{'srv CPU':>9}{'÷ const':>9}{'KB':>8}",
    ]
    for figure in figures:
        reference = figure["workloads"][REFERENCE]
        for name, row in figure["workloads"].items():
            inside, behind = row["ms"] / reference["ms"], row["cpu_ms"] / reference["cpu_ms"]
            lines.append(
                f"{name:<20}{figure['size']:>8}{row['queries']:>9}{row['ms']:>9}{inside:>9.1f}"
                f"{row['per_second']:>9}{row['cpu_ms']:>9}{behind:>9.1f}{row['kilobytes']:>8}"
            )
        for name, rate in figure["rows_per_second"].items():
            lines.append(f"  seeding {name}: {rate} rows/s")
    return lines + growth(figures)


def growth(figures: list[dict]) -> list[str]:
    """Time at the largest size divided by time at the smallest."""
    first, last = figures[0], figures[-1]
    if first is last:
        return []
    ratios = (
        f"{name} × {last['workloads'][name]['cpu_ms'] / row['cpu_ms']:.2f}" for name, row in first["workloads"].items()
    )
    return [f"growth from {first['size']} to {last['size']}: {', '.join(ratios)}"]


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
    Path("bench.json").write_text(json.dumps({"machine": machine, "databases": results}, indent=1))
    for database, figures in results.items():
        print("\n".join(table(database, figures)))


if __name__ == "__main__":
    main()
