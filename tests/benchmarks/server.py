"""Behind gunicorn with two workers: requests per second, and the workers' CPU time per request.

CPU per request is the figure that survives a noisy neighbour; requests per second include this client's own work on
the same cores and are useful beside the constant response only. All traffic stays on 127.0.0.1.
"""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.workloads import Workload

WORKERS = 2
CONNECTIONS = 4
SECONDS = 3.0
SECONDS_TO_START = 40
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Load:
    """Requests per second; CPU milliseconds per request (user and system, both workers); worker's memory in MB."""

    per_second: float
    cpu_ms: float
    memory_mb: float


@contextlib.contextmanager
def gunicorn(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Give the port and the process id of a server that answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--chdir", "site", "config.wsgi", "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--keep-alive", "60", "--worker-class", "gthread", "--threads", "2"]
    process = subprocess.Popen([*command, "--log-level", "error"], env={**os.environ, **environment})
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def load(port: int, pid: int, workload: Workload, *, seconds: float = SECONDS) -> Load:
    """Ask for the same as fast as four connections can, for so many seconds."""
    headers = _headers(port, workload)
    _requests(port, workload, headers, time.monotonic() + 0.5, [])
    before, counts = _cpu_seconds(pid), []
    started = time.monotonic()
    threads = [
        threading.Thread(target=_requests, args=(port, workload, headers, started + seconds, counts))
        for _n in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed, total = time.monotonic() - started, sum(counts)
    cpu = (_cpu_seconds(pid) - before) * 1000 / max(total, 1)
    return Load(per_second=round(total / elapsed, 1), cpu_ms=round(cpu, 2), memory_mb=round(_memory(pid), 1))


def _headers(port: int, workload: Workload) -> dict[str, str]:
    """The headers to ask with; whoever has the answer already asked once."""
    if not workload.unchanged:
        return workload.headers
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", workload.path, headers=workload.headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return {**workload.headers, "If-None-Match": response.headers["ETag"]}


def _requests(port: int, workload: Workload, headers: dict[str, str], until: float, counts: list[int]) -> None:
    connection, done = http.client.HTTPConnection("127.0.0.1", port, timeout=60), 0
    while time.monotonic() < until:
        connection.request("GET", workload.path, headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status != workload.status:
            raise RuntimeError(f"{workload.path} answered {response.status}")
        done += 1
    connection.close()
    counts.append(done)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _cpu_seconds(pid: int) -> float:
    """User and system time of the workers so far. Source: proc(5), /proc/<pid>/stat, fields 14 and 15."""
    stats = [Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split() for child in _children(pid)]
    return sum(int(fields[11]) + int(fields[12]) for fields in stats) / TICKS


def _memory(pid: int) -> float:
    """The biggest worker's resident memory, in MB."""
    pages = [int(Path(f"/proc/{child}/statm").read_text().split()[1]) for child in _children(pid)]
    return max(pages) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _wait(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        with contextlib.suppress(OSError):
            connection.request("GET", "/constant/")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError("gunicorn did not answer in time.")
