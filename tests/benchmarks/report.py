"""`python -m tests.benchmarks.report docs/performance.md`: writes the figures of bench.json into a document.

They go between the two marks; the rest of the document stays as it is.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# What every figure is divided by.
REFERENCE = "constant response"
# Where the figures of bench.json go; those of bench-lists.json have marks of their own.
BEGIN, END = "<!-- {name}:begin -->", "<!-- {name}:end -->"
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
HEADER = (
    "| asked for | pages of each type | queries | CPU ms | ÷ constant | queries, kept | CPU ms, kept | ÷ constant "
    "| requests/s | server CPU ms | ÷ constant | kB |"
)
RULE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"


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
    memory = max(row["memory_mb"] for row in figures[-1]["workloads"].values())
    yield f"The biggest worker took {memory:.0f} MB at {figures[-1]['size']} pages."
    if asked := figures[-1].get("sign_ups"):
        yield (
            f"Sign-ups for one mission that everybody wants, per second: {asked['site']} behind the server,"
            f" {asked['raw']} as plain statements on the same database; {asked['share']:.2f} of them."
        )
    if told := figures[-1].get("inbox"):
        yield (
            f"The applicants of one mission, for its association: {told['few_queries']} queries and {told['few_ms']} ms"
            f" with few threads; with {told['threads']}, {told['queries']} and {told['ms']} ms on the first page,"
            f" {told['late_queries']} and {told['late_ms']} ms on the fortieth."
        )
    if told := figures[-1].get("submissions"):
        yield (
            f"Submissions taken per second, one after the other: {told['sent_per_second']}. What waits, for the office:"
            f" {told['few_queries']} queries and {told['few_ms']} ms with few; {told['queries']} and {told['ms']} ms"
            f" with {told['waiting']}; one of them read: {told['read_queries']} and {told['read_ms']} ms."
        )
    if len(figures) > 1:
        yield growth(figures[0], figures[-1])
    for asked, plan in figures[-1].get("plans", {}).items():
        yield f"How it finds {asked}:\n\n```\n{plan}\n```"


def rows(figure: dict[str, Any]) -> Iterator[str]:
    reference = figure["workloads"][REFERENCE]

    def times(row: dict[str, Any], name: str) -> list[str]:
        return [row[name], f"{row[name] / reference[name]:.1f}"]

    for name, row in sorted(figure["workloads"].items(), key=lambda each: each[0] != REFERENCE):
        cells = [name, figure["size"], row["queries"], *times(row, "ms"), row["kept_queries"], *times(row, "kept_ms")]
        cells += [row["per_second"], *times(row, "cpu_ms"), row["kilobytes"]]
        yield f"| {' | '.join(map(str, cells))} |"


def growth(first: dict[str, Any], last: dict[str, Any]) -> str:
    """A first visitor's CPU time at the largest size divided by that at the smallest, each relative to its constant
    response; and what asks more queries than before."""

    def relative(figure: dict[str, Any], name: str) -> float:
        return figure["workloads"][name]["ms"] / figure["workloads"][REFERENCE]["ms"]

    names = [name for name in first["workloads"] if name != REFERENCE]
    ratios = ", ".join(f"{name} × {relative(last, name) / relative(first, name):.2f}" for name in names)
    more = [name for name in names if last["workloads"][name]["queries"] > first["workloads"][name]["queries"]]
    asks = f"More queries: {', '.join(more)}." if more else "No more queries than before."
    return f"Growth of a first visitor's time from {first['size']} to {last['size']} pages: {ratios}. {asks}"


def insert(document: str, figures: str, *, name: str) -> str:
    """The document with these figures between its marks of this name. Raises `NoMarks`."""
    begin, end = BEGIN.format(name=name), END.format(name=name)
    between = re.compile(f"(?<={begin}\n).*(?={end})", re.DOTALL)
    if not between.search(document):
        raise NoMarks(f"Put {begin} and {end} on lines of their own where the figures go.")
    return between.sub(lambda _found: f"{figures}\n", document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    parser.add_argument("--figures", type=Path, default=Path("bench.json"))
    options = parser.parse_args()
    results = json.loads(options.figures.read_text("utf-8"))
    options.document.write_text(
        insert(options.document.read_text("utf-8"), report(results), name=options.figures.stem), "utf-8"
    )
    print(f"Figures of {options.figures} written into {options.document}.")


if __name__ == "__main__":
    main()
