"""What associations and the city need people for."""

from volunteering.missions.models.choices import Acceptance, Commitment, Format
from volunteering.missions.models.held import HeldMission
from volunteering.missions.models.index import MissionIndexPage
from volunteering.missions.models.mission import MissionMixin, MissionPage
from volunteering.missions.models.shift import MISSION_ITSELF, Capacity, Shift

__all__ = [
    "MISSION_ITSELF",
    "Acceptance",
    "Capacity",
    "Commitment",
    "Format",
    "HeldMission",
    "MissionIndexPage",
    "MissionMixin",
    "MissionPage",
    "Shift",
]
