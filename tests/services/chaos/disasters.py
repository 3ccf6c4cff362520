"""What goes wrong, one thing at a time, while people are there, and is put right after some seconds.

Nothing is pretended but the full disk: its limit is on the size of the files that the site's processes may write
(RLIMIT_FSIZE), which fails within a write as a full disk does, with another number (EFBIG instead of ENOSPC).
"""

import resource
import signal
import time
from collections.abc import Callable
from random import Random

from tests.benchmarks.load.city import City
from tests.services.postman import ANSWERS

# How long something stays away.
SECONDS = 3
# Bytes: less than any picture, more than what a lock or a pid takes.
ALMOST_NOTHING = 4096
SLOW_SERVER = 14  # Seconds: longer than the site waits for a mail server.


def redis_stops(city: City, random: Random) -> None:
    city.redis.end(signal.SIGKILL)
    time.sleep(SECONDS)
    city.redis.start()


def postgresql_restarts(city: City, random: Random) -> None:
    """At once, with whatever was being written (pg_ctl calls it immediate)."""
    city.postgresql.end(signal.SIGQUIT)
    city.postgresql.start()


def worker_dies(city: City, random: Random) -> None:
    city.worker.end(signal.SIGKILL)
    time.sleep(random.uniform(0, SECONDS))
    city.worker.start()


def web_dies(city: City, random: Random) -> None:
    city.web.end(signal.SIGKILL)
    city.web.start()


def disk_is_full(city: City, random: Random) -> None:
    before = _limit(city, ALMOST_NOTHING)
    time.sleep(2 * SECONDS)
    _limit(city, before)


def _limit(city: City, size: int) -> int:
    """What it was."""
    before = resource.RLIM_INFINITY
    for pid in [*city.web.children]:
        before, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))
    return before


def mail_is_refused(city: City, random: Random) -> None:
    city.mails.answers[b"RCPT"] = b"451 try again later"
    time.sleep(2 * SECONDS)
    city.mails.answers = dict(ANSWERS)


def mail_server_hangs(city: City, random: Random) -> None:
    city.mails.seconds = SLOW_SERVER
    time.sleep(SLOW_SERVER)
    city.mails.seconds = 0


Disaster = Callable[[City, Random], None]
DISASTERS: dict[str, Disaster] = {
    each.__name__: each
    for each in (
        redis_stops,
        postgresql_restarts,
        worker_dies,
        web_dies,
        disk_is_full,
        mail_is_refused,
        mail_server_hangs,
    )
}
# While they last, nothing can be answered: the only time when somebody may be told so.
OUTAGES = ("postgresql_restarts", "web_dies")
# After them a mail may leave twice: its server took it, and nobody lived to write it down.
INTERRUPTING = ("worker_dies", "web_dies", "postgresql_restarts", "redis_stops", "mail_server_hangs")
