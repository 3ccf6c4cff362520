"""One mission that everybody wants: sign-ups per second behind the server, beside the same statements without it.

Half of the rivals go through the site: signed in, one POST each, two workers, eight connections. The other half are
what the database alone could do: the same rows in the same order, written by eight plain connections.
"""

import http.client
import threading
import time
import uuid
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections, transaction
from django.urls import reverse
from django.utils import timezone

from volunteering.applications.models import Application
from volunteering.missions.models import Capacity, MissionIndexPage, MissionPage, Shift
from volunteering.volunteers.models import Volunteer

RIVALS = 400
CONNECTIONS = 8
CSRF = "c" * 32


@dataclass(frozen=True)
class SignUps:
    """Per second; `share` of the first in the second."""

    site: float
    raw: float
    share: float


def measure(port: int) -> dict[str, float]:
    capacity = hot_mission()
    people = [volunteer(number) for number in range(2 * RIVALS)]
    path = reverse("volunteering:sign_up_with_account", args=[capacity.mission_id])
    sessions = [session_of(person) for person in people[:RIVALS]]
    body = urlencode({"shifts": str(capacity.shift_uid), "age": "on", "charter": "on", "csrfmiddlewaretoken": CSRF})
    site = at_once(sessions, lambda: Poster(port, path, body))
    signed_up = Application.objects.filter(capacity=capacity).count()
    if signed_up != RIVALS:
        raise AssertionError(f"{RIVALS} people pressed the button, {signed_up} are signed up.")
    raw = at_once([person.pk for person in people[RIVALS:]], lambda: RawWriter(capacity.pk))
    return asdict(SignUps(site=round(site, 1), raw=round(raw, 1), share=round(site / raw, 3)))


def hot_mission() -> Capacity:
    """Automatic, next week, with room for all."""
    start = timezone.now() + timezone.timedelta(days=7)
    mission = MissionPage(
        title="Tout le monde vient", slug=f"tout-le-monde-{uuid.uuid4().hex[:8]}", acceptance="automatic"
    )
    mission.summary, mission.tasks = "Une demi-journée.", "<p>Porter, trier, sourire.</p>"
    mission.shifts = [Shift(start=start, end=start + timezone.timedelta(hours=3), places=10 * RIVALS)]
    MissionIndexPage.objects.first().add_child(instance=mission)
    mission.save_revision().publish()
    return mission.capacities.get()


def volunteer(number: int) -> Volunteer:
    name = f"{uuid.uuid4().hex[:12]}-{number}@people.example"
    user = get_user_model().objects.create(username=name, email=name)
    return Volunteer.objects.create(user=user, first_name="A", last_name="B", email=name, confirmed_at=timezone.now())


def session_of(person: Volunteer) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.user_id)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.user.get_session_auth_hash()
    session.create()
    return session.session_key


def at_once(work: list, make: object) -> float:
    """Things done per second by several threads that share the list; each makes itself a worker."""
    waiting, lock = list(work), threading.Lock()
    ready = threading.Barrier(CONNECTIONS + 1)

    def run() -> None:
        worker = make()
        ready.wait()
        while True:
            with lock:
                if not waiting:
                    break
                one = waiting.pop()
            worker.do(one)
        worker.close()

    threads = [threading.Thread(target=run) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    ready.wait()
    started = time.monotonic()
    for thread in threads:
        thread.join()
    return len(work) / (time.monotonic() - started)


class Poster:
    """A browser of someone who is signed in."""

    def __init__(self, port: int, path: str, body: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.path, self.body = path, body

    def do(self, session: str) -> None:
        cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}"
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", self.path, body=self.body, headers=headers)
        response = self.connection.getresponse()
        told = response.read()
        if response.status != 200 or b"v-status__word" not in told:
            raise AssertionError(f"{response.status}: {told[:300]!r}")

    def close(self) -> None:
        self.connection.close()


# A sign-up's own rows, in its own order.
RAW = [
    "UPDATE volunteering_capacity SET taken = taken + 1"
    " WHERE id = %(capacity)s AND cancelled_at IS NULL AND (places IS NULL OR taken <= places - 1)",
    "INSERT INTO volunteering_conversation (id, started_at, reported_by, report)"
    " VALUES (%(conversation)s, %(now)s, '', '')",
    "INSERT INTO volunteering_party (conversation_id, role)"
    " VALUES (%(conversation)s, 'volunteer'), (%(conversation)s, 'association')",
    "INSERT INTO volunteering_application (id, volunteer_id, capacity_id, conversation_id, state, people, reason,"
    " words, asked_at, changed_at) VALUES (%(application)s, %(volunteer)s, %(capacity)s, %(conversation)s, 'accepted',"
    " 1, '', '', %(now)s, %(now)s)",
    "INSERT INTO volunteering_message (conversation_id, text, event, written_at)"
    " VALUES (%(conversation)s, '', 'accepted', %(now)s)",
    "INSERT INTO volunteering_outgoingmail (id, dedup_key, letter, recipient, about, language, is_bulk, not_before,"
    " status, attempts, failure, answer, created_at) VALUES (%(application)s, %(application)s, 'raw', 'a@b.fr', '{}',"
    " 'fr', false, %(now)s, 'dropped', 0, '', '', %(now)s)",
]


class RawWriter:
    """The statements alone, without the log entry."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity

    def do(self, volunteer: uuid.UUID) -> None:
        values = {"capacity": self.capacity, "volunteer": volunteer, "now": timezone.now()}
        values |= {"conversation": uuid.uuid4(), "application": uuid.uuid4()}
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in RAW:
                cursor.execute(statement, values)

    def close(self) -> None:
        connections.close_all()
