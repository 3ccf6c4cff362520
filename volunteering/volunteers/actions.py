"""What is done to volunteers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.core.addresses import clean_address
from volunteering.core.city import CitySettings
from volunteering.core.taxonomy import Neighbourhood, Theme
from volunteering.volunteers.history import CORRECT, DESCRIBE, ENTER, EXPORT, REVEAL
from volunteering.volunteers.models import Absence, RevealReason, Stance, Volunteer, VolunteerSkill

# What nobody reads in a history: the two numbers of the cell they live in.
PLACE = {"lat", "lng"}


class AddressTaken(Exception):
    """It belongs to another volunteer: two rows would be one person twice."""


@dataclass(frozen=True)
class Contact:
    """Only `reveal` gives one."""

    email: str
    phone: str


@transaction.atomic
def recognise(
    *, email: str, first_name: str, last_name: str, language: str = "", user: AbstractBaseUser | None = None
) -> Volunteer:
    """The one volunteer of a proven address, made when there is none.

    Names that are known already stay: they are corrected by their owner, in their own space. An account joins when
    it has no volunteer yet. Whoever calls has proven that the address belongs to whoever acts.
    """
    now = timezone.now()
    names = {"first_name": first_name, "last_name": last_name, "language": language}
    volunteer, is_new = Volunteer.objects.get_or_create(
        email=clean_address(email), defaults={**names, "confirmed_at": now, "seen_at": now}
    )
    joins = False
    if user is not None and volunteer.user_id is None:
        joins = not Volunteer.objects.filter(user_id=user.pk).exists()
        volunteer.user_id = user.pk if joins else None
    if joins or not is_new:
        volunteer.confirmed_at, volunteer.seen_at = volunteer.confirmed_at or now, now
        volunteer.save(update_fields=["user", "confirmed_at", "seen_at"])
    return volunteer


def welcome(*, user: AbstractBaseUser, email: str = "") -> None:
    """Somebody has signed in. `email`: what that proves to be theirs; a volunteer of it that no account has joins."""
    now = timezone.now()
    if email and not Volunteer.objects.filter(user_id=user.pk).exists():
        known = Volunteer.objects.of_address(email).filter(user=None)
        known.update(user_id=user.pk, confirmed_at=Coalesce("confirmed_at", now))
    Volunteer.objects.filter(user_id=user.pk).update(seen_at=now)


def mark_seen(*, volunteer: Volunteer) -> None:
    """They did something themselves: what is kept on them is kept from now on."""
    Volunteer.objects.filter(pk=volunteer.pk).update(seen_at=timezone.now())


@transaction.atomic
def begin(*, user: AbstractBaseUser, email: str, language: str = "", **values: Any) -> Volunteer:
    """The profile of an account whose address is proven. Raises `AddressTaken` when another account has it.

    What was known of the address before stays where nothing was said now.
    """
    names = {"first_name": values["first_name"], "last_name": values["last_name"]}
    volunteer = recognise(email=email, language=language, user=user, **names)
    if volunteer.user_id != user.pk:
        raise AddressTaken
    return describe(volunteer=volunteer, by=user, **{name: value for name, value in values.items() if value})


@transaction.atomic
def describe(*, volunteer: Volunteer, by: AbstractBaseUser | None, **values: Any) -> Volunteer:
    """What they say of themselves, by field; the row alone."""
    locked = Volunteer.objects.select_for_update(of=("self",)).get(pk=volunteer.pk)
    changed = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, values[name])
    locked.seen_at = timezone.now()
    locked.save(update_fields=[*changed, "seen_at"])
    told = [name for name in changed if name not in PLACE]
    if changed:
        log(instance=locked, action=DESCRIBE, user=by, data={"fields": told})
    return locked


@transaction.atomic
def say_when(
    *,
    volunteer: Volunteer,
    availability: list[str],
    only_holidays: bool,
    absence: tuple[date, date] | None = None,
    back: Collection[Absence] = (),
    by: AbstractBaseUser,
) -> None:
    """`absence`: first and last day of one more; `back`: those that are no longer so. Past ones are forgotten."""
    describe(volunteer=volunteer, by=by, availability=availability, only_holidays=only_holidays)
    volunteer.absences.filter(pk__in=[row.pk for row in back]).delete()
    volunteer.absences.filter(last_day__lt=timezone.localdate()).delete()
    if absence:
        volunteer.absences.get_or_create(first_day=absence[0], last_day=absence[1])


@transaction.atomic
def say_what(
    *,
    volunteer: Volunteer,
    themes: Collection[Theme],
    skills: Mapping[int, int],
    stances: Mapping[int, tuple[int, int]],
    mail_frequency: str,
    may_be_found: bool,
    by: AbstractBaseUser,
) -> None:
    """`skills`: level by key of the skill; `stances`: skill and interest by key of the issue. Zeros are not kept."""
    describe(volunteer=volunteer, by=by, mail_frequency=mail_frequency, may_be_found=may_be_found)
    volunteer.themes.set(themes)
    volunteer.skills.all().delete()
    VolunteerSkill.objects.bulk_create(
        VolunteerSkill(volunteer=volunteer, skill_id=key, level=level) for key, level in skills.items() if level
    )
    volunteer.stances.all().delete()
    Stance.objects.bulk_create(
        Stance(volunteer=volunteer, issue_id=key, skill=skill, interest=interest)
        for key, (skill, interest) in stances.items()
        if skill or interest
    )


def stop_being_found(*, volunteer: Volunteer) -> None:
    """By the link of an invitation, which proves the mailbox. A second time changes nothing."""
    describe(volunteer=volunteer, by=None, may_be_found=False)


def accept_charter(*, volunteer: Volunteer, version: str) -> None:
    """`version`: that of the text they read. Accepting the same one again changes nothing."""
    if version and volunteer.charter_version != version:
        volunteer.charter_version, volunteer.charter_accepted_at = version, timezone.now()
        volunteer.save(update_fields=["charter_version", "charter_accepted_at"])


@transaction.atomic
def enter_on_behalf(
    *,
    first_name: str,
    last_name: str,
    phone: str,
    email: str = "",
    neighbourhood: Neighbourhood | None = None,
    availability: list[str] | None = None,
    only_holidays: bool = False,
    by: AbstractBaseUser,
) -> Volunteer:
    """Somebody on the telephone, after the consent was read aloud. Raises `AddressTaken`.

    An address they spell is theirs only once a link we sent to it came back: until then it proves nothing.
    """
    volunteer = Volunteer(
        first_name=first_name,
        last_name=last_name,
        phone=phone,
        email=clean_address(email) if email else "",
        neighbourhood=neighbourhood,
        availability=availability or [],
        only_holidays=only_holidays,
        entered_by_id=by.pk,
        consent_read_at=timezone.now(),
    )
    _save(volunteer)
    log(instance=volunteer, action=ENTER, user=by)
    return volunteer


@transaction.atomic
def correct(*, volunteer: Volunteer, by: AbstractBaseUser, **values: Any) -> Volunteer:
    """What somebody asked us to change, by field. Raises `AddressTaken`. Another address has to be proven again."""
    locked = Volunteer.objects.select_for_update(of=("self",)).get(pk=volunteer.pk)
    changed = [name for name, value in values.items() if getattr(locked, name) != value]
    for name in changed:
        setattr(locked, name, values[name])
    if "email" in changed:
        locked.confirmed_at = None
    if changed:
        _save(locked)
        log(instance=locked, action=CORRECT, user=by, data={"fields": changed})
    return locked


def _save(volunteer: Volunteer) -> None:
    try:
        with transaction.atomic():
            volunteer.save()
    except IntegrityError as error:
        if Volunteer.objects.of_address(volunteer.email).exclude(pk=volunteer.pk).exists():
            raise AddressTaken from error
        raise


@transaction.atomic
def reveal(*, volunteer: Volunteer, reason: RevealReason, words: str = "", by: AbstractBaseUser) -> Contact:
    """The contact data, and the entry that says who looked at it and why: never one without the other."""
    log(instance=volunteer, action=REVEAL, user=by, data={"reason": str(reason), "words": words})
    return Contact(email=volunteer.email, phone=volunteer.phone)


def note_export(
    *, city: CitySettings, rows: int, filters: dict[str, list[str]], reason: str, by: AbstractBaseUser
) -> None:
    """Who took a list of so many people away, narrowed how, and why. A list is of nobody in particular: the city's."""
    log(instance=city, action=EXPORT, user=by, data={"rows": rows, "filters": filters, "reason": reason})
