"""The links that the mails of applications carry. Each says which row, and nothing about whom."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.models import Site

from volunteering.applications.models import UNCONFIRMED_FOR, Application, CalendarAddress, SignUp
from volunteering.applications.recipients import is_voice_of
from volunteering.core.addresses import fingerprint
from volunteering.core.links import BrokenLink, SignedLink, absolute
from volunteering.missions.models import MissionPage
from volunteering.volunteers.models import Volunteer

PROVE = SignedLink(purpose="applications.prove", lifetime=UNCONFIRMED_FOR)
# To type the code that we mailed instead of following its link: opens nothing by itself.
CODE = SignedLink(purpose="applications.code", lifetime=UNCONFIRMED_FOR)
# All that one person signed up for; every mail brings a fresh one.
MINE = SignedLink(purpose="applications.mine", lifetime=timedelta(days=180))
# The applicants of one mission, for whoever reads the association's mails.
ANSWER = SignedLink(purpose="applications.answer", lifetime=timedelta(days=90))

# Whoever digs out an old invitation to get no more of them must be able to.
NOT_TO_BE_FOUND = SignedLink(purpose="applications.not_to_be_found", lifetime=timedelta(days=3 * 365))
# No lifetime: whoever has it stops it.
CALENDAR_SALT = "volunteering.applications.calendar"


def prove_link(typed: SignUp) -> str:
    return _address("prove_sign_up", PROVE.sign(str(typed.pk)), site=typed.site)


def mine_link(volunteer: Volunteer, site: Site | None = None) -> str:
    return _address("my_applications", MINE.sign(str(volunteer.pk)), site=site)


def my_data_link(volunteer: Volunteer, site: Site | None = None) -> str:
    return _address("my_data_by_link", MINE.sign(str(volunteer.pk)), site=site)


def not_to_be_found_link(volunteer: Volunteer, site: Site | None = None) -> str:
    return _address("stop_being_found", NOT_TO_BE_FOUND.sign(str(volunteer.pk)), site=site)


def answer_link(mission: MissionPage, recipient: str, site: Site | None = None) -> str:
    """Holds as long as `recipient` is where the association's mails go."""
    return _address("answer_applicants", ANSWER.sign([mission.pk, fingerprint(recipient)]), site=site)


def my_thread_link(application: Application, site: Site | None = None) -> str:
    return _address("my_thread", MINE.sign(str(application.volunteer_id)), application.pk, site=site)


def applicant_link(application: Application, recipient: str, site: Site | None = None) -> str:
    token = ANSWER.sign([application.mission.pk, fingerprint(recipient)])
    return _address("applicant_thread", token, application.pk, site=site)


def calendar_link(calendar: CalendarAddress, site: Site | None = None) -> str:
    return _address("my_calendar", _calendar_signer().sign(calendar.pk.hex), site=site)


def _address(view: str, *parts: object, site: Site | None) -> str:
    return absolute(reverse(f"volunteering:{view}", args=parts), site)


def row_behind(link: SignedLink, token: str, rows: models.QuerySet) -> Any:
    """The row a link is about. Raises `BrokenLink` when it is gone, too."""
    try:
        found = rows.filter(pk=UUID(link.read(token))).first()
    except (ValidationError, ValueError, TypeError, AttributeError) as error:
        raise BrokenLink from error
    if found is None:
        raise BrokenLink
    return found


def mission_behind(token: str) -> MissionPage:
    """Raises `BrokenLink`, also when the association's mails go elsewhere by now."""
    try:
        key, reader = ANSWER.read(token)
    except (ValueError, TypeError) as error:
        raise BrokenLink from error
    mission = MissionPage.objects.filter(pk=key).select_related("organiser").first()
    if mission is None or not is_voice_of(mission, reader):
        raise BrokenLink
    return mission


def calendar_behind(token: str) -> CalendarAddress | None:
    """None when it is not ours, was stopped, or its owner pauses: nobody learns which."""
    try:
        key = UUID(_calendar_signer().unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    return CalendarAddress.objects.answering().select_related("volunteer").filter(pk=key).first()


def _calendar_signer() -> signing.Signer:
    return signing.Signer(salt=CALENDAR_SALT, sep=".")
