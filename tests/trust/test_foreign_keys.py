"""Nobody acts on what is another's by writing its number into a form of their own."""

from collections.abc import Iterator

import pytest
from django.core import serializers
from django.db import models, transaction
from django.test import Client

from tests.trust import table
from tests.trust.forms import Form, forms
from tests.trust.roles import ANOTHER, Role, browser
from tests.trust.visits import address
from tests.trust.world import World, build
from volunteering.applications.models import Application
from volunteering.directory.models import AssociationPage, Membership
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.missions.models import Capacity, MissionPage
from volunteering.volunteers.models import Volunteer

pytestmark = pytest.mark.django_db


def belonging_to_others(world: World) -> list[models.QuerySet]:
    """All that neither the first association nor a resident without anything has a right to change."""
    foreign = AssociationPage.objects.filter(title=ANOTHER)
    return [
        foreign,
        MissionPage.objects.filter(organiser__in=foreign),
        Capacity.objects.filter(mission__organiser__in=foreign),
        Application.objects.filter(capacity__mission__organiser__in=foreign),
        Membership.objects.filter(association__in=foreign),
        Volunteer.objects.filter(pk=world.someones_application.volunteer.pk),
        HelpRequest.objects.filter(pk=world.matched_help_request.pk),
        Offer.objects.filter(pk=world.someones_offer.pk),
    ]


def foreign_values(world: World) -> list[str]:
    things = (world.foreign_mission, world.someones_application, world.someones_offer, world.draft_association)
    others = (world.foreign_mission.organiser, world.foreign_mission.capacities.get(), world.someones_search)
    return [str(each.pk) for each in (*things, *others, world.someones_application.volunteer)]


def state(rows: list[models.QuerySet]) -> str:
    return serializers.serialize("json", [each for query in rows for each in query])


def places(client: Client, role: Role, world: World) -> Iterator[tuple[str, Form]]:
    """Each form that this role can open."""
    for row in table.ROWS:
        if not row.acts and row.expected(role) == "200" and row.route.startswith("volunteering:"):
            where = address(row, world)
            response = client.get(where)
            page = "" if response.streaming or b"<form" not in response.content else response.text
            yield from ((form.action or where, form) for form in forms(page, method="post"))


def numbers(form: Form) -> list[str]:
    """Fields that name a row: hidden, or chosen among numbers."""
    kept = {**form.fields, **form.choices}
    return [name for name, values in kept.items() if name not in form.typed and any(map(is_key, values))]


def is_key(value: str) -> bool:
    return value.isdecimal() or value.count("-") == 4


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.RESIDENT])
def test_a_number_of_somebody_else_s_thing_changes_nothing_of_it(role):
    world, client = build(), browser(role)
    theirs, tried, changed = belonging_to_others(world), 0, []
    before = state(theirs)
    for where, form in places(client, role, world):
        for name in numbers(form):
            for value in foreign_values(world):
                with transaction.atomic():
                    response = client.post(where, {**form.fields, name: value})
                    tried += 1
                    if response.status_code >= 500 or state(theirs) != before:
                        changed.append(f"{where}: {name}={value}")
                    transaction.set_rollback(True)
    assert changed == []
    assert tried > 20
