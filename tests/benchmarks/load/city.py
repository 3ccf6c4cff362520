"""A whole city on this machine: PostgreSQL, Redis, gunicorn, a worker, a mail server, and what is there before."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load import processes
from tests.benchmarks.load.browser import Browser, Hits
from tests.benchmarks.load.processes import Process
from tests.benchmarks.load.visits import Town
from tests.rig.services import USER, free_port
from tests.services.postman import Postman, postman
from tests.services.production import REPOSITORY, settings

FIRST = (("migrate", "--no-input", "--verbosity=0"), ("collectstatic", "--no-input", "--verbosity=0"))


@dataclass
class City:
    town: Town
    folder: Path
    environment: dict[str, str]
    postgresql: Process
    redis: Process
    web: Process
    worker: Process
    mails: Postman

    @property
    def parts(self) -> list[Process]:
        return [self.worker, self.web, self.redis, self.postgresql]

    def manage(self, *command: str) -> subprocess.CompletedProcess[str]:
        return self.python("site/manage.py", *command)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=REPOSITORY,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


def must(done: subprocess.CompletedProcess[str]) -> str:
    if done.returncode:
        raise RuntimeError(f"{done.args}\n{done.stdout}\n{done.stderr}")
    return done.stdout


@contextlib.contextmanager
def city(*, size: int, people: int, seed: int) -> Iterator[City]:
    """`size`: pages of each type; `people`: who has a session."""
    with contextlib.ExitStack() as open_until_the_end:
        folder, cluster = (
            Path(open_until_the_end.enter_context(tempfile.TemporaryDirectory(prefix="volunteering-")))
            for _each in range(2)
        )
        mails = open_until_the_end.enter_context(postman())
        made = _built(folder, cluster, mails, seed)
        for part in made.parts:
            open_until_the_end.callback(part.end)
        _begin(made, size, people)
        yield made


def _built(folder: Path, cluster: Path, mails: Postman, seed: int) -> City:
    port, *others = (free_port() for _each in range(3))
    database = f"postgres://{USER}@127.0.0.1:{others[0]}/postgres"
    environment = settings(database, f"redis://127.0.0.1:{others[1]}/0", mails.address, folder)
    return City(
        town=Town(port, {}, seed),
        folder=folder,
        environment=environment | {"PYTHONPATH": f"site:{REPOSITORY}"},
        postgresql=processes.postgresql(cluster, others[0]),
        redis=processes.redis(folder, others[1]),
        web=processes.web(folder, port, environment),
        worker=processes.worker(folder, environment),
        mails=mails,
    )


def _begin(made: City, size: int, people: int) -> None:
    made.postgresql.start()
    made.redis.start()
    for command in FIRST:
        must(made.manage(*command))
    file = made.folder / "town.json"
    must(made.python("-m", "tests.benchmarks.load.town", str(file), str(size), str(people)))
    made.town.known.update(json.loads(file.read_text("utf-8")))
    # What seeding has put into the queue is done before anybody comes.
    must(made.manage("rqworker", "mail", "default", "digest", "--burst"))
    made.web.start()
    made.worker.start()
    _have_been_visited(made.town)


def _have_been_visited(town: Town) -> None:
    """Weeks went by before this evening: every picture was drawn once, and both processes have read their templates."""
    browser = Browser(town.port, Hits())
    lists = [f"/{name}/" for name in ("agenda", "missions", "associations")]
    for path in [*lists, *town.known["pages"], *lists]:
        browser.get("before", path)
