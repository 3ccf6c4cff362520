"""What one person does. Each visit is a function of a visitor; what it did for good, it writes into the ledger."""

import io
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from PIL import Image

from tests.benchmarks.load.browser import Answer, Browser, Hits

STAMPED = 3.3  # Seconds after which a form is believed to come from a person.
WORD = "jardiner"
ENGAGEMENT = "/engagement"
# What the ledger counts.
DONE = {"sign-up", "withdrawal", "message", "submission", "approval"}
READ = re.compile(r'href="([^"]*/[0-9a-f-]{36}/)"')
SEEN = re.compile(r'name="seen"[^>]*value="(\d+)"')


@dataclass
class Ledger:
    """What the site said it has done: `kept` by kind, and who signed up for which mission."""

    kept: Counter = field(default_factory=Counter)
    signed_up: set[tuple[str, int]] = field(default_factory=set)
    withdrawn: set[tuple[str, int]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Town:
    """`known`: what `town` wrote."""

    port: int
    known: dict
    seed: int
    hits: Hits = field(default_factory=Hits)
    ledger: Ledger = field(default_factory=Ledger)

    def visitor(self, number: int) -> "Visitor":
        return Visitor(self, number, Random(f"{self.seed}-{number}"))


@dataclass
class Visitor:
    town: Town
    number: int
    random: Random

    def browser(self, session: str = "") -> Browser:
        return Browser(self.town.port, self.town.hits, session=session, number=self.number)

    def one(self, what: str) -> object:
        return self.random.choice(self.town.known[what])

    def note(self, kind: str) -> None:
        with self.town.ledger.lock:
            self.town.ledger.kept[kind] += 1


def browse(visitor: Visitor) -> None:
    """A list, narrowed, a page."""
    browser, place = visitor.browser(), visitor.random.choice(["agenda", "missions", "associations"])
    browser.get("list", f"/{place}/")
    theme, quarter = visitor.one("themes"), visitor.random.randrange(8)
    browser.get("list, narrowed", f"/{place}/?theme={theme}&neighbourhood=quartier-{quarter}")
    browser.get("page", str(visitor.one("pages")))


def look_something_up(visitor: Visitor) -> None:
    browser = visitor.browser()
    browser.get("search", f"{ENGAGEMENT}/recherche/?q={WORD}+{visitor.random.randrange(900)}")
    browser.get("page", str(visitor.one("pages")))


def follow(visitor: Visitor) -> None:
    """A program that looks whether something is new."""
    visitor.browser().get("feed", f"{ENGAGEMENT}/agenda.{visitor.random.choice(['rss', 'geojson', 'ics'])}")


def sign_up(visitor: Visitor) -> None:
    session, mission = str(visitor.one("people")), visitor.one("missions")
    answers = {"shifts": mission["shift"], "age": "on", "charter": "on"}
    path = f"{ENGAGEMENT}/missions/{mission['pk']}/participer/avec-mon-compte/"
    answer = visitor.browser(session).post("sign-up", path, answers)
    if answer.status == 200 and "v-status__word" in answer.text:
        with visitor.town.ledger.lock:
            visitor.town.ledger.signed_up.add((session, mission["pk"]))
        visitor.note("sign-up")


def mine(visitor: Visitor) -> tuple[Browser, str]:
    """A browser of somebody who has signed up, and the number of one of their sign-ups."""
    with visitor.town.ledger.lock:
        people = sorted({session for session, _mission in visitor.town.ledger.signed_up})
    browser = visitor.browser(visitor.random.choice(people or [str(visitor.one("people"))]))
    page = browser.get("one's own", f"{ENGAGEMENT}/mes-missions/")
    numbers = re.findall(r"/mes-missions/([0-9a-f-]{36})/", page.text)
    return browser, visitor.random.choice(numbers) if numbers else ""


def withdraw(visitor: Visitor) -> None:
    browser, number = mine(visitor)
    if number:
        answer = browser.post("withdrawal", f"{ENGAGEMENT}/mes-missions/{number}/", {"change": "withdraw"})
        if answer.status == 302:
            visitor.note("withdrawal")


def write(visitor: Visitor) -> None:
    browser, number = mine(visitor)
    if number:
        text = f"Bonjour, je viens à pied ({visitor.number})."
        path = f"{ENGAGEMENT}/mes-missions/{number}/messages/"
        if browser.post("message", path, {"do": "write", "text": text}).status == 302:
            visitor.note("message")


def propose(visitor: Visitor) -> None:
    """An event with a picture, from the first question to the last."""
    browser, title = visitor.browser(str(visitor.one("people"))), f"Fête {visitor.town.seed} {visitor.number}"
    begin = f"{ENGAGEMENT}/proposer/evenement/"
    stamp = browser.get("form", begin).stamp
    time.sleep(STAMPED)
    first = {"title": title, "summary": "Chacun apporte un plat.", "body": "Dès midi.", "stamp": stamp, "website": ""}
    answer = browser.post("step", begin, first)
    while answer.status == 302 and "/etape/" in answer.location:
        answer = _answer(browser, answer.location, visitor.number)
    if answer.status == 302 and answer.location.endswith("/relire/"):
        answer = browser.post("submission", answer.location, {})
        if answer.status == 302 and "/etape/" not in answer.location:
            with visitor.town.ledger.lock:
                visitor.town.ledger.titles.add(title)
            visitor.note("submission")


STEPS = {
    "quand": {"first_day": "2031-06-15", "start_time": "12:00", "end_time": "17:00", "frequency": "once"},
    "ou": {"place_name": "Place du Marché"},
    "pour-qui": {"is_free": "on"},
    "vous": {"first_name": "Jeanne", "last_name": "Verdier", "charter": "on"},
}


def _answer(browser: Browser, path: str, number: int) -> Answer:
    step = path.rstrip("/").rpartition("/")[2]
    if step == "image":
        return browser.send("picture", path, {"description": "Des voisins à table"}, ("file", photo(number)))
    return browser.post("step", path, STEPS.get(step, {}))


def photo(number: int) -> bytes:
    """Another one each time, of some 60 KB."""
    file = io.BytesIO()
    Image.effect_noise((480, 360), 40 + number % 50).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def approve(visitor: Visitor) -> None:
    """Somebody of the office reads what waits, and approves one."""
    browser = visitor.browser(str(visitor.town.known["office"]))
    queue = browser.get("what waits", visitor.town.known["submissions"])
    found = [path for path in READ.findall(queue.text) if path.startswith(visitor.town.known["submissions"])]
    if found:
        path = visitor.random.choice(found)
        seen = SEEN.search(browser.get("read", path).text)
        answers = {"do": "approve", "seen": seen.group(1) if seen else "", "words": "", "reason": ""}
        if browser.post("approval", path, answers).status == 302:
            visitor.note("approval")


Visit = Callable[[Visitor], None]
