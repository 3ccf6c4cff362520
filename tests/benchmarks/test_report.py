"""The figures of bench.json in the documentation."""

import pytest

from tests.benchmarks.report import BEGIN, END, NoMarks, insert, report


def workload(*, cpu_ms):
    inside = {"queries": 3, "ms": cpu_ms, "kept_queries": 1, "kept_ms": cpu_ms / 2, "kilobytes": 1.5}
    return {**inside, "per_second": 100.0, "cpu_ms": cpu_ms, "memory_mb": 90.0}


def at(size, *, agenda):
    workloads = {"constant response": workload(cpu_ms=0.5), "agenda, list": workload(cpu_ms=agenda)}
    plans = {"the agenda": "SEARCH occurrence USING INDEX occurrence_start"}
    return {"size": size, "rows_per_second": {"eventpage": 812.4}, "workloads": workloads, "plans": plans}


def results(*figures):
    return {"machine": {"python": "3.11.7", "cores": 2, "workers": 2}, "databases": {"sqlite": list(figures)}}


def test_a_reader_sees_each_page_beside_the_constant_response():
    told = report(results(at(1000, agenda=6.0)))

    assert "### SQLite" in told
    assert "| agenda, list | 1000 | 3 | 6.0 | 12.0 | 1 | 3.0 | 12.0 | 100.0 | 6.0 | 12.0 | 1.5 |" in told


def test_a_reader_sees_how_time_grows_with_the_city():
    told = report(results(at(1000, agenda=6.0), at(10000, agenda=7.5)))

    assert "from 1000 to 10000 pages: agenda, list × 1.25. No more queries" in told


def test_a_reader_sees_the_index_that_serves():
    assert "How it finds the agenda:\n\n```\nSEARCH occurrence USING INDEX" in report(results(at(1000, agenda=6.0)))


def test_one_size_has_no_growth():
    assert "Growth" not in report(results(at(1000, agenda=6.0)))


def test_new_figures_take_the_place_of_the_old_ones():
    begin, end = BEGIN.format(name="bench"), END.format(name="bench")
    document = f"Before\n{begin}\nold\n{end}\nAfter"

    assert insert(document, r"new \1", name="bench") == f"Before\n{begin}\nnew \\1\n{end}\nAfter"


def test_a_document_without_marks_cannot_take_figures():
    with pytest.raises(NoMarks):
        insert("Before and after", "new", name="bench")
