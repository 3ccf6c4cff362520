"""What is held on volunteers, for the register of personal data. Their applications are erased before them."""

from datetime import timedelta
from typing import Any

from volunteering.volunteers.models import Volunteer

# After they were last seen.
KEEP_FOR = timedelta(days=730)

TOLD = (
    *("first_name", "last_name", "email", "phone", "language", "confirmed_at", "lat", "lng", "radius", "availability"),
    *("only_holidays", "languages", "birth_year", "is_paused", "may_be_found", "mail_frequency", "charter_version"),
    *("charter_accepted_at", "consent_read_at", "created_at", "seen_at"),
)


def export_for(email: str) -> list[dict[str, Any]]:
    return [
        {name: getattr(volunteer, name) for name in TOLD}
        | {
            "neighbourhood": str(volunteer.neighbourhood or ""),
            "themes": [theme.name for theme in volunteer.themes.all()],
            "skills": {row.skill.name: row.get_level_display() for row in volunteer.skills.select_related("skill")},
            "stances": {
                row.issue.name: [row.get_skill_display(), row.get_interest_display()]
                for row in volunteer.stances.select_related("issue")
            },
            "absences": [[row.first_day, row.last_day] for row in volunteer.absences.all()],
        }
        for volunteer in Volunteer.objects.of_address(email)
    ]


def erase_for(email: str) -> int:
    """Raises ProtectedError while they have applications."""
    return Volunteer.objects.of_address(email).delete()[0]
