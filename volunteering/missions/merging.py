"""Missions of an association whose record was merged into another's."""

from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage


def move_missions(*, kept: AssociationPage, other: AssociationPage) -> None:
    MissionPage.objects.filter(organiser=other).update(organiser=kept)
