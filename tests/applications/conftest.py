"""An association with somebody who speaks for it, and a shift to find hands for. Modules may know better."""

import pytest
from django.contrib.auth import get_user_model

from tests.factories import AssociationFactory, shift_of
from volunteering.directory.actions import appoint
from volunteering.directory.models import Role


@pytest.fixture
def association(clock, db):
    return AssociationFactory(title="Les Jardins")


@pytest.fixture
def member(association):
    user = get_user_model().objects.create_user("member", "member@people.example")
    appoint(association=association, user=user, role=Role.MEMBER, by=None)
    return user


@pytest.fixture
def capacity(association):
    return shift_of(organiser=association, title="Désherber", places=2, days=20)
