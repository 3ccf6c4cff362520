"""A volunteer, and what they chose to say of themselves."""

from volunteering.volunteers.models.choices import MailFrequency, RevealReason, SkillLevel, Slot, StanceInterest
from volunteering.volunteers.models.profile import Absence, Stance, VolunteerSkill
from volunteering.volunteers.models.volunteer import Volunteer

__all__ = [
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
