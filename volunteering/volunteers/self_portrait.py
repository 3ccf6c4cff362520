"""What a volunteer reads of themselves, where agents read something else. Contact data is their own."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from volunteering.volunteers.models import Volunteer
from volunteering.volunteers.portrait import Line


def you(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Name"), volunteer.full_name
    yield _("E-mail"), volunteer.email
    yield _("Phone"), volunteer.phone
    yield _("Year of birth"), str(volunteer.birth_year or "")
    yield _("Languages spoken"), ", ".join(volunteer._meta.get_field("languages").labels(volunteer))


def may_be_proposed(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Proposals by e-mail"), str(volunteer.get_mail_frequency_display())
    yield _("Associations may find me"), _("Yes") if volunteer.may_be_found else _("No")
