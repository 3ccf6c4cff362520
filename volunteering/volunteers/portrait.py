"""What agents of the city read of one volunteer, line by line. Contact data is masked."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from volunteering.volunteers.availability import week_in_short
from volunteering.volunteers.models import Volunteer

Line = tuple[str | Promise, str]


def portrait(volunteer: Volunteer) -> Iterator[Line]:
    """Pairs of label and words; what was not said is left out."""
    lines = [*_person(volunteer), *where(volunteer), *when(volunteer), *what(volunteer), *_how(volunteer)]
    return ((label, value) for label, value in lines if value)


def _person(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Name"), volunteer.full_name
    yield _("E-mail"), _email(volunteer)
    yield _("Phone"), _("A number is known.") if volunteer.phone else _("None is known.")
    yield _("Age"), str(volunteer.age_group.label)
    yield _("Languages spoken"), ", ".join(volunteer._meta.get_field("languages").labels(volunteer))


def _email(volunteer: Volunteer) -> str:
    if not volunteer.email:
        return _("None is known.")
    if volunteer.confirmed_at:
        return volunteer.masked_email
    return _("%(address)s, not confirmed yet") % {"address": volunteer.masked_email}


def where(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Neighbourhood"), str(volunteer.neighbourhood or "")
    yield _("Address"), _("Known within 500 metres.") if volunteer.area else ""
    yield _("How far"), _("%(km)d km") % {"km": volunteer.radius} if volunteer.radius else ""


def when(volunteer: Volunteer) -> Iterator[Line]:
    yield _("When"), week_in_short(volunteer.availability)
    yield _("Only during school holidays"), _("Yes") if volunteer.only_holidays else ""
    away = volunteer.absences.filter(last_day__gte=timezone.localdate())
    yield _("Away"), ", ".join(each.in_words for each in away)


def what(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Themes"), ", ".join(theme.name for theme in volunteer.themes.all())
    skills = volunteer.skills.select_related("skill").order_by("-level", "skill__name")
    yield _("Skills"), ", ".join(f"{row.skill.name} ({row.get_level_display()})" for row in skills)
    stances = volunteer.stances.select_related("issue").order_by("-interest", "issue__name")
    yield (
        _("City issues"),
        "; ".join(f"{row.issue.name} – {row.get_interest_display()}, {row.get_skill_display()}" for row in stances),
    )


def _how(volunteer: Volunteer) -> Iterator[Line]:
    yield _("Paused"), _("Yes") if volunteer.is_paused else ""
    yield _("Associations may find them"), _("Yes") if volunteer.may_be_found else _("No")
    yield _("Proposals by e-mail"), str(volunteer.get_mail_frequency_display())
    yield _("Charter accepted"), _moment(volunteer.charter_accepted_at)
    yield _("Entered by"), str(volunteer.entered_by or "")
    yield _("Consent read aloud"), _moment(volunteer.consent_read_at)
    yield _("Since"), _moment(volunteer.created_at)
    yield _("Last seen"), _moment(volunteer.seen_at)


def _moment(moment) -> str:
    return date_format(timezone.localtime(moment)) if moment else ""
