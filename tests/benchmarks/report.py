"""`python -m tests.benchmarks.report docs/performance.md`: writes the figures of bench.json into a document.

They go between the two marks; the rest of the document stays as it is.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.__main__ import REFERENCE

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
HEADER = "| page | pages of each type | queries | CPU ms | ÷ constant | requests/s | server CPU ms | ÷ constant | kB |"
RULE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|"


class NoMarks(Exception):
    """The document does not say where the figures go."""


def report(results: dict[str, Any]) -> str:
    """`results` as bench.json holds them."""
    machine = results["machine"]
    told = f"Python {machine['python']}, {machine['cores']} cores, gunicorn with {machine['workers']} workers."
    parts = [told, *(part for name, figures in results["databases"].items() for part in database(name, figures))]
    return "\n\n".join(parts)


def database(name: str, figures: list[dict[str, Any]]) -> Iterator[str]:
    """`figures`: one per size, smallest first."""
    yield f"### {NAMES.get(name, name)}"
    yield "\n".join([HEADER, RULE, *(line for figure in figures for line in rows(figure))])
    rates = ", ".join(f"{kind} {round(rate)}" for kind, rate in figures[-1]["rows_per_second"].items())
    if rates:
        yield f"Pages written per second, with what hangs on them: {rates}."
    if len(figures) > 1:
        yield growth(figures[0], figures[-1])


def rows(figure: dict[str, Any]) -> Iterator[str]:
    reference = figure["workloads"][REFERENCE]
    for name, row in figure["workloads"].items():
        cells = [name, figure["size"], row["queries"], row["ms"], f"{row['ms'] / reference['ms']:.1f}"]
        cells += [row["per_second"], row["cpu_ms"], f"{row['cpu_ms'] / reference['cpu_ms']:.1f}", row["kilobytes"]]
        yield f"| {' | '.join(map(str, cells))} |"


def growth(first: dict[str, Any], last: dict[str, Any]) -> str:
    """CPU time at the largest size divided by that at the smallest, each relative to its constant response."""

    def relative(figure: dict[str, Any], name: str) -> float:
        return figure["workloads"][name]["cpu_ms"] / figure["workloads"][REFERENCE]["cpu_ms"]

    names = [name for name in first["workloads"] if name != REFERENCE]
    ratios = ", ".join(f"{name} × {relative(last, name) / relative(first, name):.2f}" for name in names)
    return f"Growth of the server's CPU time from {first['size']} to {last['size']} pages: {ratios}."


def insert(document: str, figures: str) -> str:
    """The document with these figures between its marks. Raises `NoMarks`."""
    between = re.compile(f"(?<={BEGIN}\n).*(?={END})", re.DOTALL)
    if not between.search(document):
        raise NoMarks(f"Put {BEGIN} and {END} on lines of their own where the figures go.")
    return between.sub(lambda _found: f"{figures}\n", document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--figures", type=Path, default=Path("bench.json"))
    options = parser.parse_args()
    results = json.loads(options.figures.read_text("utf-8"))
    options.document.write_text(insert(options.document.read_text("utf-8"), report(results)), "utf-8")
    print(f"Figures of {options.figures} written into {options.document}.")


if __name__ == "__main__":
    main()
