"""The demo's volunteers and what they signed up for: so many places of each shift are gone."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

from django.contrib.auth import get_user_model
from django.utils import timezone

from home.demo import ground
from home.demo.profiles import profile, seed_likes
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.states import State
from volunteering.directory.models import AssociationPage, Membership, Role
from volunteering.missions.models import MISSION_ITSELF, Acceptance, Capacity, MissionPage
from volunteering.relay.models import Conversation, Message, Party
from volunteering.volunteers.models import Volunteer

# Enough for the largest mission. First names that say nothing of anybody, and an initial.
FIRST_NAMES = ("Camille", "Claude", "Dominique", "Sacha", "Andrea", "Noa", "Alix", "Charlie", "Yaël", "Morgan")
INITIALS = "BCDFGLMPRT"
DOMAIN = "benevoles.rivemont.example"
ANSWERING = "les-sabots-legers"
MESSAGE = "Bonjour, je serais heureux de donner un coup de main. Faut-il apporter quelque chose ?"


def seed_volunteers() -> None:
    """A hundred, and the resident who signs in. Those who are there already stay."""
    names = product(INITIALS, FIRST_NAMES)
    made = [
        Volunteer(
            first_name=first,
            last_name=initial,
            email=f"benevole-{number}@{DOMAIN}",
            language="fr",
            confirmed_at=timezone.now(),
            **profile(number),
        )
        for number, (initial, first) in enumerate(names)
    ]
    Volunteer.objects.bulk_create(made, ignore_conflicts=True)
    seed_likes(list(Volunteer.objects.filter(email__endswith=DOMAIN, may_be_found=True).order_by("email")))
    user = get_user_model().objects.get(username=ground.RESIDENT)
    own = {"first_name": "Camille", "last_name": "Rivière", "email": user.email, "language": "fr"}
    Volunteer.objects.get_or_create(user=user, defaults={**own, "confirmed_at": timezone.now()})


def seed_member() -> None:
    """The association's sign-in speaks for one of them: some of its volunteers wait for an answer."""
    association = AssociationPage.objects.filter(slug=ANSWERING).first()
    user = get_user_model().objects.get(username=ground.ASSOCIATION)
    if association:
        Membership.objects.get_or_create(association=association, user=user, defaults={"role": Role.MANAGER})


def sign_up(mission: MissionPage, taken: int | list[int]) -> None:
    """What was there from another day is made anew; what somebody else signed up for stays."""
    of_the_demo = Application.objects.filter(capacity__mission=mission, volunteer__email__endswith=DOMAIN)
    conversations = list(of_the_demo.values_list("conversation", flat=True))
    of_the_demo.delete()
    Conversation.objects.filter(pk__in=conversations).delete()
    uids = [shift.uid for shift in mission.shifts.all()] or [MISSION_ITSELF]
    capacities = {row.shift_uid: row for row in mission.capacities.all()}
    people = Volunteer.objects.filter(email__endswith=DOMAIN).order_by("pk")
    for uid, number in zip(uids, taken if isinstance(taken, list) else [taken], strict=False):
        _fill(mission, capacities[uid], list(people[:number]))


def _fill(mission: MissionPage, capacity: Capacity, people: list[Volunteer]) -> None:
    others = Application.objects.filter(capacity=capacity).holding().people()
    if capacity.places is not None:
        people = people[: max(0, capacity.places - others)]
    rows = list(_applications(mission, capacity, people))
    Conversation.objects.bulk_create(row.conversation for row in rows)
    Application.objects.bulk_create(rows)
    sides = [Party(conversation=row.conversation, role=role) for row in rows for role in (VOLUNTEER, ASSOCIATION)]
    volunteers = [party for party in Party.objects.bulk_create(sides) if party.role == VOLUNTEER]
    Message.objects.bulk_create(
        Message(conversation=row.conversation, author=party, text=MESSAGE)
        for row, party in zip(rows, volunteers, strict=True)
        if row.state == State.REQUESTED
    )
    Message.objects.bulk_create(Message(conversation=row.conversation, event=row.state) for row in rows)
    Capacity.objects.filter(pk=capacity.pk).update(taken=others + len(rows))


def _applications(mission: MissionPage, capacity: Capacity, people: list[Volunteer]) -> Iterator[Application]:
    """All accepted, but the last one where the association answers; done where it is over."""
    now = timezone.now()
    is_over = capacity.end is not None and capacity.end <= now
    for number, volunteer in enumerate(people, start=1):
        waits = number == len(people) and mission.acceptance == Acceptance.MANUAL and not is_over
        state = State.DONE if is_over else State.REQUESTED if waits else State.ACCEPTED
        asked = now - timedelta(days=2, hours=number)
        yield Application(
            volunteer=volunteer,
            capacity=capacity,
            conversation=Conversation(started_at=asked),
            state=state,
            asked_at=asked,
            changed_at=asked + timedelta(hours=20),
            answered_at=None if waits else asked + timedelta(hours=20),
            worked=capacity.end - capacity.start if is_over else None,
        )
