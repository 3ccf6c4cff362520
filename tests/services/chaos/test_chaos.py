"""A city with people in it, and one thing after another goes wrong: nothing that was promised is lost.

`make test-long` lets everything go wrong twice, in an order of its own each time; every day two things do. CHAOS_SEED
repeats what went wrong under the seed that was printed.
"""

import email
import json
import os
import threading
import time
from collections import Counter
from random import Random
from urllib.request import urlopen

import pytest

from tests.benchmarks.load import traffic, visits
from tests.benchmarks.load.city import City, city, must
from tests.services.chaos.disasters import DISASTERS, INTERRUPTING, OUTAGES

pytestmark = [pytest.mark.services, pytest.mark.slow, pytest.mark.django_db]

SIZE, PEOPLE = 12, 80
SECONDS = 12
# While one thing goes wrong.
CROWD = {
    visits.browse: 12,
    visits.look_something_up: 4,
    visits.follow: 4,
    visits.sign_up: 12,
    visits.withdraw: 3,
    visits.write: 4,
    visits.propose: 4,
    visits.approve: 2,
}
A_FEW, MANY = 2, 2 * len(DISASTERS)


class Rehearsal:
    """One city, one seed, and what was answered while something was wrong."""

    def __init__(self, made: City, seed: int) -> None:
        self.city, self.random, self.came = made, Random(seed), 0
        self.during: dict[str, Counter] = {}

    def survive(self, name: str) -> None:
        hits, seen = self.city.town.hits.all, len(self.city.town.hits.all)
        crowd = threading.Thread(target=self._crowd)
        crowd.start()
        time.sleep(self.random.uniform(1, SECONDS / 2))
        began = time.monotonic()
        DISASTERS[name](self.city, self.random)
        self.city.web.wait_until_ready()
        ended = time.monotonic()
        self.city.worker.revive()
        crowd.join()
        failed = traffic.failures(hits[seen:])
        excused = [hit for hit in failed if name in OUTAGES and hit.at < ended and hit.at + hit.seconds > began]
        self.during.setdefault(name, Counter()).update(f"{hit.status} {hit.kind}" for hit in excused)
        assert [hit for hit in failed if hit not in excused] == [], (name, self.log())
        self._is_well(name)

    def _crowd(self) -> None:
        traffic.run(self.city.town, CROWD, seconds=SECONDS, first=self.came)
        self.came += sum(CROWD.values())

    def _is_well(self, name: str) -> None:
        with urlopen(f"http://127.0.0.1:{self.city.town.port}/readyz", timeout=30) as answer:
            assert json.load(answer)["ready"], name
        must(self.city.manage("check_invariants", "--verbosity=0"))

    def log(self) -> str:
        return self.city.web.log.read_text(errors="replace")[-6000:]


def letters(made: City) -> Counter:
    """How often each mail was taken, by its number."""
    names = [email.message_from_string(each)["Message-ID"].strip("<>") for each in made.mails.letters]
    return Counter(name.partition("@")[0] for name in names)


@pytest.mark.parametrize("number", [A_FEW, pytest.param(MANY, marks=pytest.mark.long)], ids=["a few", "many"])
def test_whatever_goes_wrong_nothing_that_was_promised_is_lost(number, capsys):
    seed = int(os.environ.get("CHAOS_SEED", time.time()))
    names = sorted(DISASTERS)
    Random(seed).shuffle(names)
    chosen = (names * number)[:number]
    print(f"CHAOS_SEED={seed}: {', '.join(chosen)}")
    with city(size=SIZE, people=PEOPLE, seed=seed) as made:
        rehearsal = Rehearsal(made, seed)
        for name in chosen:
            rehearsal.survive(name)
        found = json.loads(must(made.python("-m", "tests.services.chaos.aftermath")).splitlines()[-1])
        taken, ledger, users = letters(made), made.town.ledger, made.town.known["users"]
    with capsys.disabled():
        print(rehearsal.during, dict(ledger.kept))
        print(f"{len(taken)} mails, {taken.total()} letters, {len(found['left'])} files left")
    assert found["broken"] == {}
    assert {"sign-up", "submission"} <= set(ledger.kept)
    assert {(users[session], mission) for session, mission in ledger.signed_up} <= set(map(tuple, found["signed_up"]))
    assert ledger.titles <= set(found["titles"])
    interrupted = sum(name in INTERRUPTING for name in chosen)
    # Of pictures that somebody sent: what is drawn from them is drawn again.
    assert len([name for name in found["left"] if name.startswith("original_images/")]) <= 2 * interrupted
    mails_left_once(found["mails"], taken, interrupted=interrupted)


def mails_left_once(mails, taken, *, interrupted):
    """Each that was written has left, and none oftener than it was tried; twice only where somebody was interrupted."""
    assert {status for status, _attempts in mails.values()} <= {"sent", "dropped"}
    assert {number for number, (status, _attempts) in mails.items() if status == "sent"} <= set(taken)
    assert [number for number, times in taken.items() if number in mails and times > mails[number][1]] == []
    # Two web processes and one worker send, each one mail at a time.
    assert taken.total() - len(taken) <= 3 * interrupted
