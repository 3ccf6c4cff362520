"""What the office reads when a thousand submissions wait, and how many of them the site takes in a second."""

import time
from dataclasses import asdict, dataclass

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.benchmarks.inbox import visit
from tests.moderation.rivals import submitted
from volunteering.moderation.models import Submission

FEW, MANY, SENT = 20, 1000, 40


@dataclass(frozen=True)
class Queue:
    """Queries and CPU milliseconds of the queue with a few and with many waiting; whole submissions per second, each
    with its draft, its version, its workflow, its history and its mails, one after the other in one process.
    """

    waiting: int
    few_queries: int
    few_ms: float
    queries: int
    ms: float
    read_queries: int
    read_ms: float
    sent_per_second: float


def measure() -> dict[str, float]:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bench-office", "office@city.example"))
    started = time.perf_counter()
    sent = [submitted("evenement", quoi={"title": f"Fête {number}"}) for number in range(SENT)]
    rate = SENT / (time.perf_counter() - started)
    address = reverse("volunteering_submissions:index")
    few = visit(client, address)
    wait(MANY - SENT)
    many = visit(client, address)
    read = visit(client, reverse("volunteering_submissions:read", args=[sent[0].pk]))
    return asdict(Queue(MANY, *few, *many, *read, round(rate, 1)))


def wait(number: int) -> None:
    """So many more that wait, without a page of their own: the queue reads their rows."""
    now = timezone.now()
    site = Submission.objects.first().site
    Submission.objects.bulk_create(
        Submission(kind="evenement", site=site, state="waiting", title=f"Fête {key}", sent_at=now, first_name="A")
        for key in range(number)
    )
