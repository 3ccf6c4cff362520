"""What is held on volunteers, for the register of personal data. Their applications are erased before them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from volunteering.volunteers.availability import week_in_short
from volunteering.volunteers.models import Absence, Stance, Volunteer, VolunteerSkill

NAME = "profile"
LABEL = _("Profile")
ABOUT = _("Who you are, where and when you can, what you like: to propose missions that suit you.")
KEPT = _("For two years after your last visit; two messages tell you before.")
ERASED = (_("Your profile goes: nothing is proposed to you any more."),)
PROCESSING = _("Profiles of volunteers")
PURPOSE = _("Proposing missions that suit a volunteer.")
WHOSE = _("Volunteers.")
WHAT = _("Name, e-mail, phone, square of 500 metres, availability, skills, interests, year of birth, charter accepted.")
LEGAL_BASIS = _("A task in the public interest: the town supports volunteering (article 6.1.e of the GDPR).")
RECIPIENTS = _(
    "The reception desk: all but e-mail and phone, which take a reason that is logged. Associations: what they need to"
    " find volunteers who agreed to be found, without name and contact data."
)

TOLD = (
    *("first_name", "last_name", "email", "phone", "language", "confirmed_at", "lat", "lng", "radius", "availability"),
    *("only_holidays", "languages", "birth_year", "is_paused", "may_be_found", "mail_frequency", "charter_version"),
    *("charter_accepted_at", "consent_read_at", "created_at", "seen_at"),
)
NAMES = {
    "first_name": _("First name"),
    "last_name": _("Name"),
    "email": _("E-mail"),
    "phone": _("Phone"),
    "language": _("Language of your messages"),
    "confirmed_at": _("Address confirmed"),
    "lat": _("Latitude of your square of 500 metres"),
    "lng": _("Longitude of your square of 500 metres"),
    "radius": _("How far, in kilometres"),
    "availability": _("When"),
    "only_holidays": _("Only during school holidays"),
    "languages": _("Languages spoken"),
    "birth_year": _("Year of birth"),
    "is_paused": _("Paused"),
    "may_be_found": _("Associations may find me"),
    "mail_frequency": _("Proposals by e-mail"),
    "charter_version": _("Version of the charter"),
    "charter_accepted_at": _("Charter accepted"),
    "consent_read_at": _("Consent read aloud"),
    "created_at": _("Since"),
    "seen_at": _("Last seen"),
    "neighbourhood": _("Neighbourhood"),
    "themes": _("Themes"),
    "skills": _("Skills"),
    "stances": _("City issues"),
    "absences": _("Away"),
}
MODELS = (Volunteer, VolunteerSkill, Stance, Absence)


def export_for(email: str) -> list[dict[str, Any]]:
    return [
        {name: getattr(volunteer, name) for name in TOLD}
        | {
            "availability": week_in_short(volunteer.availability),
            "languages": volunteer._meta.get_field("languages").labels(volunteer),
            "mail_frequency": volunteer.get_mail_frequency_display(),
            "neighbourhood": str(volunteer.neighbourhood or ""),
            "themes": [theme.name for theme in volunteer.themes.all()],
            "skills": {row.skill.name: row.get_level_display() for row in volunteer.skills.select_related("skill")},
            "stances": {
                row.issue.name: [row.get_skill_display(), row.get_interest_display()]
                for row in volunteer.stances.select_related("issue")
            },
            "absences": [[row.first_day, row.last_day] for row in volunteer.absences.all()],
        }
        for volunteer in Volunteer.objects.of_person(email)
    ]


def erase_for(email: str) -> int:
    """Raises ProtectedError while they have applications."""
    return Volunteer.objects.of_person(email).delete()[0]


def addresses() -> Iterator[tuple[str, datetime]]:
    yield from Volunteer.objects.with_addresses().values_list("reached_at", "created_at").iterator()
