"""Servers that can be started, stopped and killed, as often as one likes: at the same port, with the same files."""

import functools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from tests.rig import services
from tests.services.production import REPOSITORY, gunicorn

SECONDS = 60


class Process:
    """`ready`: whether it answers. `stop`: how it is asked to leave."""

    def __init__(
        self,
        command: list[str],
        log: Path,
        *,
        ready: Callable[[], bool],
        stop: signal.Signals = signal.SIGTERM,
        environment: dict[str, str] | None = None,
        user: str | None = None,
    ) -> None:
        self.command, self.log, self.ready, self.stop = command, log, ready, stop
        self.environment, self.user = environment, user
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("a") as log:
            self.running = subprocess.Popen(
                self.command,
                cwd=self.log.parent if self.user else REPOSITORY,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=functools.partial(services.follow_parent, self.stop),
                **services.identity(self.user),
            )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + SECONDS
        while not self.ready():
            if time.monotonic() > deadline or self.running is None or self.running.poll() is not None:
                raise services.ServiceFailed(f"{self.command[:3]}\n{self.log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.1)

    def end(self, number: signal.Signals | None = None) -> None:
        """With `SIGKILL`, all that it has started dies with it, as when the machine loses its power."""
        if self.running is None or self.running.poll() is not None:
            self.running = None
            return
        if number == signal.SIGKILL:
            os.killpg(self.running.pid, number)
        else:
            self.running.send_signal(number or self.stop)
        self.running.wait(SECONDS)
        self.running = None

    def revive(self) -> None:
        """What a service manager does: whatever has left is started again."""
        if self.running is None or self.running.poll() is not None:
            self.start()

    @property
    def children(self) -> list[int]:
        pid = self.running.pid if self.running else 0
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    @property
    def memory(self) -> list[float]:
        """Resident memory of each child, in MB."""
        sizes = [int(Path(f"/proc/{child}/statm").read_text().split()[1]) for child in self.children]
        return [round(size * os.sysconf("SC_PAGE_SIZE") / 1_000_000, 1) for size in sizes]


def says_yes(command: list[str]) -> Callable[[], bool]:
    def ask() -> bool:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    return ask


def postgresql(folder: Path, port: int) -> Process:
    # What was committed outlives a server that is killed, as everywhere; only the disk itself is not waited for.
    command = services.cluster(folder, port, "synchronous_commit=on")
    ready = says_yes(services.is_cluster_ready(port))
    log = folder / "postgresql.log"
    return Process(command, log, ready=ready, stop=signal.SIGINT, user=services.account())


def redis(folder: Path, port: int) -> Process:
    return Process(services.redis_server(port), folder / "redis.log", ready=says_yes(services.is_redis_ready(port)))


def web(folder: Path, port: int, environment: dict[str, str]) -> Process:
    def answers() -> bool:
        try:
            return urlopen(f"http://127.0.0.1:{port}/healthz", timeout=SECONDS).status == 200
        except OSError:
            return False

    return Process(gunicorn(port), folder / "web.log", ready=answers, environment=environment)


def worker(folder: Path, environment: dict[str, str]) -> Process:
    command = [sys.executable, "site/manage.py", "rqworker", "mail", "default", "digest"]
    return Process(command, folder / "worker.log", ready=lambda: True, environment=environment)
