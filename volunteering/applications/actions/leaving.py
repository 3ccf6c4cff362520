"""Whoever gives no sign of life for two years is forgotten, after two mails that say so.

A sign of life is what they did themselves (`seen_at`), or anything that happened to a sign-up of theirs.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from volunteering.applications.actions.forgetting import part_with
from volunteering.applications.models import Application
from volunteering.applications.notifications import SoonForgotten
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.models import OutgoingMail
from volunteering.help_requests.actions import part_with_offer
from volunteering.privacy.actions import erase_person
from volunteering.privacy.ledger import record
from volunteering.volunteers.models import KEEP_FOR, Volunteer
from volunteering.volunteers.models.volunteer import VolunteerQuerySet

# How long before.
FIRST_WARNING, LAST_WARNING = timedelta(days=30), timedelta(days=7)


def warn_volunteers() -> int:
    """Returns how many were written to. Each has the whole time after each mail, however late it was written."""
    now = timezone.now()
    silent = silent_since(now - KEEP_FOR + FIRST_WARNING).iterator(chunk_size=500)
    return sum(_warn(volunteer, now) for volunteer in silent if not _was_warned(volunteer, now))


def purge_volunteers() -> int:
    """Erase those who were warned and stayed silent. Returns how many."""
    now = timezone.now()
    return sum(_erase(volunteer, now) for volunteer in gone_by(now))


def gone_by(now: datetime) -> list[Volunteer]:
    silent = silent_since(now - KEEP_FOR).iterator(chunk_size=500)
    return [volunteer for volunteer in silent if _was_warned(volunteer, now)]


def silent_since(moment: datetime) -> VolunteerQuerySet:
    lively = Application.objects.filter(volunteer=OuterRef("pk"), changed_at__gte=moment)
    return Volunteer.objects.unseen_since(moment).exclude(Exists(lively))


def _was_warned(volunteer: Volunteer, now: datetime) -> bool:
    """Whoever has no address cannot be."""
    return not volunteer.email or _is_written(volunteer, LAST_WARNING, until=now - LAST_WARNING)


def _warn(volunteer: Volunteer, now: datetime) -> int:
    """The mail whose turn it is; once written, it is not written again for the same silence."""
    first_is_old = _is_written(volunteer, FIRST_WARNING, until=now - FIRST_WARNING + LAST_WARNING)
    before = LAST_WARNING if first_is_old else FIRST_WARNING
    about = {"volunteer": str(volunteer.pk), "seen": volunteer.seen_at.isoformat(), "days": before.days}
    key, language = _key(volunteer, before), volunteer.language
    return int(post(letter=SoonForgotten, to=volunteer.email, about=about, dedup_key=key, language=language))


def _is_written(volunteer: Volunteer, before: timedelta, *, until: datetime) -> bool:
    return OutgoingMail.objects.filter(dedup_key=_key(volunteer, before), created_at__lte=until).exists()


def _key(volunteer: Volunteer, before: timedelta) -> str:
    return f"SoonForgotten:{volunteer.pk}:{volunteer.seen_at:%Y%m%d%H%M%S}:{before.days}"


@transaction.atomic
def _erase(volunteer: Volunteer, now: datetime) -> int:
    """Looks once more, under lock: they may have come back in this very moment."""
    locked = silent_since(now - KEEP_FOR).select_for_update(of=("self",)).filter(pk=volunteer.pk).first()
    if locked is None:
        return 0
    if locked.email and locked.confirmed_at:
        erase_person(email=locked.email)
    else:
        record(identities=[identity_of(locked)])
        erase_volunteer(volunteer=locked)
    return 1


@transaction.atomic
def erase_volunteer(*, volunteer: Volunteer) -> int:
    """Of somebody whose address is not known to be theirs: what hangs on the profile, and nothing by the address."""
    for application in volunteer.applications.all():
        part_with(application=application)
    for offer in volunteer.help_offers.all():
        part_with_offer(offer=offer)
    return volunteer.delete()[0]


def identity_of(volunteer: Volunteer) -> str:
    """For the ledger of erasures."""
    return f"volunteer:{volunteer.pk}"
