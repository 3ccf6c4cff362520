"""A small town with something in every drawer, and what it takes to lose it."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection, connections

from tests.factories import AssociationFactory, EventFactory, ImageFactory, apply, shift_of
from volunteering.core.backup import sums
from volunteering.core.backup.census import take
from volunteering.core.uploads.folders import files, folders


def build():
    """The place of a mission that people sign up for."""
    call_command("setup", verbosity=0)
    association = AssociationFactory(with_office=True, title="Le Fil d’Or", logo=ImageFactory())
    EventFactory(weekly=True, image=ImageFactory())
    capacity = shift_of(organiser=association, places=None)
    for _ in range(3):
        apply(capacity)
    storages["private"].save("upload.csv", ContentFile("nom;adresse"))
    return capacity


def ask(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def rows():
    return take(ask).rows


def uploaded():
    return {f"{alias}/{name}": sums.digest(place / name) for alias, place in folders().items() for name in files(place)}


def lose_the_database():
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        return
    connections.close_all()
    for ending in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)


def lose_the_files():
    for place in folders().values():
        shutil.rmtree(place)


def lose_everything():
    lose_the_database()
    lose_the_files()


def state():
    """What must not change when a backup is refused."""
    return rows(), uploaded(), sorted(Path(settings.MEDIA_ROOT).iterdir())
