"""What is done to volunteers."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.core.addresses import clean_address
from volunteering.volunteers.models import Volunteer


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
    joins = user is not None and volunteer.user_id is None and not Volunteer.objects.filter(user_id=user.pk).exists()
    if joins:
        volunteer.user_id = user.pk
    if joins or not is_new:
        volunteer.confirmed_at, volunteer.seen_at = volunteer.confirmed_at or now, now
        volunteer.save(update_fields=["user", "confirmed_at", "seen_at"])
    return volunteer


def accept_charter(*, volunteer: Volunteer, version: str) -> None:
    """`version`: that of the text they read. Accepting the same one again changes nothing."""
    if version and volunteer.charter_version != version:
        volunteer.charter_version, volunteer.charter_accepted_at = version, timezone.now()
        volunteer.save(update_fields=["charter_version", "charter_accepted_at"])
