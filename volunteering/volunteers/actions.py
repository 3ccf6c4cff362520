"""What is done to volunteers."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.core.addresses import clean_address
from volunteering.core.city import CitySettings
from volunteering.core.taxonomy import Neighbourhood
from volunteering.volunteers.history import CORRECT, ENTER, EXPORT, REVEAL
from volunteering.volunteers.models import RevealReason, Volunteer


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
