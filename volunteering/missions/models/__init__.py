"""What associations and the city need people for."""

from volunteering.missions.models.index import MissionIndexPage
from volunteering.missions.models.mission import Acceptance, Commitment, Format, MissionMixin, MissionPage
from volunteering.missions.models.shift import Capacity, Shift

__all__ = [
    "Acceptance",
    "Capacity",
    "Commitment",
    "Format",
    "MissionIndexPage",
    "MissionMixin",
    "MissionPage",
    "Shift",
]
