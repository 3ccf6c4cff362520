"""A PostgreSQL and a Redis of our own, in a temporary folder, for as long as one command lasts.

    python -m tests.rig.services pytest tests/services

They listen on free ports of 127.0.0.1 only, keep nothing, and are stopped by the ids they were started with
whatever happens. The command finds them through DATABASE_URL and REDIS_URL. Standard library only.
"""

import contextlib
import ctypes
import functools
import locale
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.rig.system_parts import postgresql_programs

USER = "volunteering"
SECONDS_TO_START = 30
SECONDS_TO_STOP = 15
PR_SET_PDEATHSIG = 1  # Linux, <linux/prctl.h>
# Nothing here outlives the tests, so nothing waits for the disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=128MB")


class ServiceFailed(Exception):
    """A server did not start; the text holds the end of its own log."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def account() -> str | None:
    """Whom PostgreSQL runs as: it refuses root, and nobody else may be chosen but by root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def unicode_locale() -> str:
    """A locale in which the database knows that É is the capital of é."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"):
            with contextlib.suppress(locale.Error):
                return locale.setlocale(locale.LC_CTYPE, name)
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    raise ServiceFailed("This system has no UTF-8 locale (C.UTF-8, fr_FR.UTF-8 or en_US.UTF-8).")


def follow_parent(stop: signal.Signals) -> None:
    """Between fork and exec: ask Linux to stop this server if we are killed without a chance to do it ourselves."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, stop)


def identity(user: str | None) -> dict:
    """Popen's arguments to become `user`."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


@contextlib.contextmanager
def server(
    command: list[str],
    log: Path,
    *,
    stop: signal.Signals,
    user: str | None = None,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `command` in a session of its own (Ctrl-C does not reach it), and stop it with `stop` at the end."""
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder or log.parent,
            env=environment,
            start_new_session=True,
            preexec_fn=functools.partial(follow_parent, stop),
            **identity(user),
        )
    try:
        yield process
    finally:
        process.send_signal(stop)
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], question: list[str], log: Path) -> None:
    """Ask until the answer is yes (exit code 0)."""
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        answer = subprocess.run(question, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if answer.returncode == 0:
            return
        time.sleep(0.1)
    raise ServiceFailed(f"The server did not start:\n{log.read_text(errors='replace')[-2000:]}")


def cluster(folder: Path, port: int, *own: str) -> list[str]:
    """Make a cluster in `folder`; the command that serves it, with options of one's own."""
    programs, user, data = postgresql_programs(), account(), folder / "data"
    if programs is None:
        raise ServiceFailed("PostgreSQL is not installed.")
    if user:
        shutil.chown(folder, user)
    create = [str(programs / "initdb"), "--pgdata", str(data), "--username", USER, "--auth", "trust", "--no-sync"]
    create += ["--encoding", "UTF8", "--locale", unicode_locale()]
    made = subprocess.run(create, capture_output=True, text=True, cwd=folder, check=False, **identity(user))
    if made.returncode != 0:
        raise ServiceFailed(f"initdb failed:\n{made.stderr}")
    options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *FAST, *own]
    return [str(programs / "postgres"), "-D", str(data), *(part for option in options for part in ("-c", option))]


def is_cluster_ready(port: int) -> list[str]:
    """The command that asks."""
    return [str((postgresql_programs() or Path()) / "pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-q"]


@contextlib.contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """A cluster in `folder`; gives its DATABASE_URL."""
    port, log = free_port(), folder / "postgresql.log"
    with server(cluster(folder, port), log, stop=signal.SIGINT, user=account()) as process:
        wait_until_ready(process, is_cluster_ready(port), log)
        yield f"postgres://{USER}@127.0.0.1:{port}/postgres"


def redis_server(port: int) -> list[str]:
    """A Redis that writes nothing to disk: its command."""
    return ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]


def is_redis_ready(port: int) -> list[str]:
    """The command that asks."""
    return ["redis-cli", "-h", "127.0.0.1", "-p", str(port), "ping"]


@contextlib.contextmanager
def redis(folder: Path) -> Iterator[str]:
    """Gives its REDIS_URL."""
    port, log = free_port(), folder / "redis.log"
    with server(redis_server(port), log, stop=signal.SIGTERM) as process:
        wait_until_ready(process, is_redis_ready(port), log)
        yield f"redis://127.0.0.1:{port}/0"


@contextlib.contextmanager
def running() -> Iterator[dict[str, str]]:
    """Both, and the environment variables that lead to them."""
    with (
        tempfile.TemporaryDirectory(prefix="volunteering-") as postgresql_folder,
        tempfile.TemporaryDirectory(prefix="volunteering-") as redis_folder,
        postgresql(Path(postgresql_folder)) as database_url,
        redis(Path(redis_folder)) as redis_url,
    ):
        yield {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "VOLUNTEERING_SERVICES": "1"}


def leave_on_signals() -> None:
    """Let a polite kill or a closed terminal unwind the `with` blocks above instead of skipping them."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: sys.exit(128 + received))


def run(command: list[str], variables: dict[str, str]) -> int:
    """Exit code of `command`. When we are told to leave, it is asked to first, and given time to tidy up."""
    with subprocess.Popen(command, env={**os.environ, **variables}) as process:
        try:
            return process.wait()
        except BaseException:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(SECONDS_TO_STOP)
            process.kill()
            raise


def main(command: list[str]) -> int:
    leave_on_signals()
    with running() as variables:
        return run(command, variables)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
