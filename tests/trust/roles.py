"""Who comes to the site. The groups are those that `manage.py setup` makes."""

from enum import StrEnum

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, Group
from django.test import Client

from tests.factories import EditorFactory
from volunteering.directory.models import AssociationPage, Membership


class Role(StrEnum):
    """In the order of the matrix's columns; the last two have none."""

    VISITOR = "visitor"
    RESIDENT = "resident"
    ASSOCIATION = "association"
    AGENT = "Agent d'accueil"
    READER = "Lecture seule"
    EDITOR = "Éditeur"
    MODERATOR = "Modérateur vie associative"
    SUPERUSER = "superuser"
    # A resident to whom the world's own things belong, and whoever manages another association than the first one:
    # residents like others, but for what is theirs.
    OWNER = "owner"
    OTHER_ASSOCIATION = "other association"


# What the association of `Role.OTHER_ASSOCIATION` is called.
ANOTHER = "Les Autres"
DESK = (Role.AGENT, Role.READER, Role.EDITOR, Role.MODERATOR)


def someone(role: Role) -> AbstractBaseUser | None:
    """A user of this role; None for a visitor. Raises `Group.DoesNotExist` when `setup` made no such group."""
    if role == Role.VISITOR:
        return None
    users = get_user_model().objects
    if role == Role.SUPERUSER:
        return users.create_superuser("superuser", "superuser@city.example", "secret")
    if role in DESK:
        return EditorFactory(groups=[Group.objects.get(name=role).name])
    address = f"{role}@people.example".replace(" ", "-")
    user, __ = users.get_or_create(username=address, email=address)
    if association := speaks_for(role):
        Membership.objects.create(association=association, user=user, role="manager")
    return user


def speaks_for(role: Role) -> AssociationPage | None:
    """The first association, or the one that is known as another's."""
    published = AssociationPage.objects.live().order_by("pk")
    if role == Role.ASSOCIATION:
        return published.first()
    return published.filter(title=ANOTHER).first() if role == Role.OTHER_ASSOCIATION else None


def browser(role: Role) -> Client:
    """Someone of this role, signed in."""
    client, user = Client(HTTP_HOST="localhost"), someone(role)
    if user:
        client.force_login(user)
    return client
