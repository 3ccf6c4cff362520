"""A real `manage.py rqworker` on the tests' own database and its own Redis database."""

import contextlib
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import rq
from django.db import connection
from redis import Redis

from config.settings.queue import QUEUES

REPOSITORY = Path(__file__).resolve().parents[2]
# Without a process of its own for each job: the quicker the worker, the harder the race with the commit.
AT_ONCE = ("--worker-class", "rq.SimpleWorker")
STOCK = ("--queue-class", "django_rq.queues.DjangoRQ", "--job-class", "django_tasks_rq.Job")
SECONDS = 60


def redis_url(worker_id: str) -> str:
    """One Redis database per test process; the first is the server's."""
    number = int(worker_id.removeprefix("gw")) + 1 if worker_id.startswith("gw") else 1
    return f"{os.environ['REDIS_URL'].rpartition('/')[0]}/{number}"


def environment(url: str, folder: Path) -> dict[str, str]:
    """Production settings on the database this test writes to."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "https://city.example",
        "DATABASE_URL": f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}",
        "REDIS_URL": url,
        "VOLUNTEERING_VAR": str(folder),
    }


class Worker:
    def __init__(self, url: str, folder: Path) -> None:
        self.redis, self.log = Redis.from_url(url), folder / "worker.log"
        self.environment = environment(url, folder)
        self.command = (sys.executable, "site/manage.py", "rqworker")

    def work_off(self, *options: str, queues: Sequence[str] = QUEUES) -> None:
        """What is in these queues now, then stop."""
        with self.log.open("w") as log:
            subprocess.run(
                [*self.command, *queues, "--burst", *options],
                cwd=REPOSITORY,
                env=self.environment,
                stdout=log,
                stderr=log,
                timeout=SECONDS,
                check=True,
            )

    @contextlib.contextmanager
    def working(self, *options: str):
        """Beside the test, from the first job to the last."""
        with self.log.open("w") as log:
            process = subprocess.Popen(
                [*self.command, *QUEUES, *options], cwd=REPOSITORY, env=self.environment, stdout=log, stderr=log
            )
        try:
            self._wait(lambda: self.redis.scard("rq:workers") == 1)
            yield
            self.wait_until_idle()
        finally:
            process.terminate()
            process.wait(SECONDS)

    def wait_until_idle(self) -> None:
        self._wait(lambda: not any(self.waiting(name) or self.redis.zcard(f"rq:wip:{name}") for name in QUEUES))

    def _wait(self, until) -> None:
        deadline = time.monotonic() + SECONDS
        while not until():
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def kill_after(self, seconds: float) -> None:
        """Work for so long, then die at once with whatever was being done, as when the machine loses its power."""
        with self.log.open("a") as log:
            process = subprocess.Popen(
                [*self.command, *QUEUES],
                cwd=REPOSITORY,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self._wait(lambda: self._has_begun(process.pid))
            time.sleep(seconds)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(SECONDS)

    def _has_begun(self, pid: int) -> bool:
        workers = [each for each in rq.Worker.all(connection=self.redis) if each.pid == pid]
        return any(each.get_state() == rq.worker.WorkerStatus.BUSY for each in workers)

    def waiting(self, queue: str) -> int:
        return self.redis.llen(f"rq:queue:{queue}")

    @property
    def succeeded(self) -> int:
        return len(re.findall(r"\bJob OK\b", self.log.read_text()))

    @property
    def failed(self) -> int:
        return sum(self.redis.zcard(f"rq:failed:{name}") for name in QUEUES)
