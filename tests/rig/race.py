"""Many processes at the same moment, each with its own connection to the database of the test.

    race(60, "tests.missions.rivals:take", capacity.pk)

gives the list of what each of the sixty returned. Needs committed rows: `django_db(transaction=True)`.

They are forks of one process that has loaded Django and holds no thread and no connection. Each waits until all are
there, then all start. Where each takes another thing, it asks `mine(things)`.
"""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import django
from django.db import connection

REPOSITORY = Path(__file__).resolve().parents[2]
SECONDS = 120
WHICH = "RACE_RUNNER"
Pipe = tuple[int, int]
Thing = TypeVar("Thing")


def race(number: int, function: str, *arguments: Any) -> list[Any]:
    """`function` is "module:name"; arguments and results are what JSON can hold."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PYTHONPATH": f"site{os.pathsep}{REPOSITORY}",
    }
    database, told = str(connection.settings_dict["NAME"]), json.dumps(arguments)
    command = [sys.executable, "-m", "tests.rig.race", database, str(number), function, told]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def mine(things: list[Thing]) -> Thing:
    """The one of `things` that this process takes; a process outside a race takes the first."""
    return things[int(os.environ.get(WHICH, 0)) % len(things)]


def main(database: str, number: str, function: str, arguments: str) -> None:
    django.setup()
    connection.settings_dict["NAME"] = database
    if connection.vendor == "sqlite":
        # Who writes after whom is tried here, not how fast: on a busy machine the last one waits long.
        connection.settings_dict["OPTIONS"] = {**connection.settings_dict["OPTIONS"], "timeout": SECONDS}
    module, _colon, name = function.partition(":")
    act = getattr(import_module(module), name)
    there, go = os.pipe(), os.pipe()
    runners = [_start(which, act, json.loads(arguments), there, go) for which in range(int(number))]
    os.close(there[1])
    for _runner in runners:
        os.read(there[0], 1)
    os.close(go[1])
    print(json.dumps([_finish(*runner) for runner in runners]))


def _start(which: int, act: Callable[..., Any], arguments: list[Any], there: Pipe, go: Pipe) -> tuple[int, int]:
    """The number of a fork, and where it tells what it got."""
    result = os.pipe()
    if pid := os.fork():
        os.close(result[1])
        return pid, result[0]
    os.close(go[1])
    os.environ[WHICH] = str(which)
    try:
        _run(act, arguments, there, go, result)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _run(act: Callable[..., Any], arguments: list[Any], there: Pipe, go: Pipe, result: Pipe) -> None:
    """Say that one is there, connected or not, wait until nobody holds the other end of `go` open, act and tell."""
    try:
        connection.ensure_connection()
    finally:
        os.write(there[1], b".")
    os.read(go[0], 1)
    os.write(result[1], json.dumps(act(*arguments)).encode())
    connection.close()


def _finish(pid: int, result: int) -> Any:
    with os.fdopen(result, "rb") as pipe:
        told = pipe.read()
    _pid, status = os.waitpid(pid, 0)
    if status:
        raise SystemExit(f"One of them stopped with {status}.")
    return json.loads(told)


if __name__ == "__main__":
    main(*sys.argv[1:])
