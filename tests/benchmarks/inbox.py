"""What an association reads that a thousand people wrote to: who comes to its mission, with what they wrote."""

import time
import uuid
from dataclasses import asdict, dataclass
from statistics import median

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.benchmarks.sign_ups import hot_mission
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.states import State
from volunteering.directory.models import AssociationPage, Membership
from volunteering.missions.models import Capacity, MissionPage
from volunteering.relay.models import Conversation, Message, Party
from volunteering.volunteers.models import Volunteer

FEW, MANY = 20, 1000
ROUNDS = 9


@dataclass(frozen=True)
class Inbox:
    """Queries and CPU milliseconds of its first page with a few threads, and of the first and a late one with many."""

    threads: int
    few_queries: int
    few_ms: float
    queries: int
    ms: float
    late_queries: int
    late_ms: float


def measure() -> dict[str, float]:
    capacity, client = hot_mission(), Client()
    client.force_login(member(capacity.mission))
    address = reverse("volunteering:space_applicants", args=[capacity.mission_id])
    fill(capacity, FEW)
    few = visit(client, address)
    fill(capacity, MANY - FEW)
    first, late = visit(client, address), visit(client, f"{address}?page=40")
    return asdict(Inbox(MANY, *few, *first, *late))


def member(mission: MissionPage) -> object:
    association = AssociationPage.objects.order_by("pk").first()
    MissionPage.objects.filter(pk=mission.pk).update(organiser=association)
    name = f"{uuid.uuid4().hex[:12]}@asso.example"
    user = get_user_model().objects.create(username=name, email=name)
    Membership.objects.create(association=association, user=user)
    return user


def fill(capacity: Capacity, number: int) -> None:
    """So many more people, each with a line of theirs and an answer."""
    people = [
        Volunteer(first_name="A", last_name="B", email=f"{uuid.uuid4().hex}@people.example") for _ in range(number)
    ]
    Volunteer.objects.bulk_create(people)
    rows = [
        Application(volunteer=each, capacity=capacity, state=State.REQUESTED, conversation=Conversation())
        for each in people
    ]
    Conversation.objects.bulk_create(row.conversation for row in rows)
    Application.objects.bulk_create(rows)
    sides = [Party(conversation=row.conversation, role=role) for row in rows for role in (VOLUNTEER, ASSOCIATION)]
    Party.objects.bulk_create(sides)
    Message.objects.bulk_create(
        Message(conversation_id=side.conversation_id, author=side, text="Bonjour, avec plaisir.") for side in sides
    )


def visit(client: Client, address: str) -> tuple[int, float]:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    # Now: the next visit empties the log.
    asked = len(captured)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}: nothing to measure.")
    times = []
    for _round in range(ROUNDS):
        started = time.process_time()
        client.get(address)
        times.append((time.process_time() - started) * 1000)
    return asked, round(median(times), 1)
