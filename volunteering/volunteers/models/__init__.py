"""A volunteer, and what they chose to say of themselves."""

from volunteering.volunteers.models.choices import MailFrequency, RevealReason, SkillLevel, Slot, StanceInterest
from volunteering.volunteers.models.profile import Absence, Stance, VolunteerSkill
from volunteering.volunteers.models.volunteer import KEEP_FOR, Volunteer

__all__ = [
    "KEEP_FOR",
    "Absence",
    "MailFrequency",
    "RevealReason",
    "SkillLevel",
    "Slot",
    "Stance",
    "StanceInterest",
    "Volunteer",
    "VolunteerSkill",
]
