"""Which records are to be confirmed, and what counts as a confirmation."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from volunteering.conf import conf
from volunteering.core.accounts import address_of
from volunteering.core.addresses import fingerprint
from volunteering.directory.models import AssociationPage, Membership
from volunteering.directory.models.upkeep import STALE_AFTER

# Of one association: those who speak for it longest.
MOST_TOLD = 5

_says_nothing: ContextVar[bool] = ContextVar("volunteering_says_nothing_of_upkeep", default=False)


@contextmanager
def no_confirmation() -> Iterator[None]:
    """What a machine publishes over a record in here does not say that the rest of it is right."""
    token = _says_nothing.set(True)
    try:
        yield
    finally:
        _says_nothing.reset(token)


def is_confirmation() -> bool:
    return not _says_nothing.get()


def year_over(now: datetime | None = None) -> QuerySet:
    """Published, and not confirmed for so many days (a setting)."""
    before = (now or timezone.now()) - timedelta(days=conf.RECORD_CHECK_DAYS)
    return AssociationPage.objects.live().filter(confirmed_at__lte=before)


def patience_over(notices: int, now: datetime | None = None) -> QuerySet:
    """Those that have had so many notices, the last one so many days ago (a setting)."""
    before = (now or timezone.now()) - timedelta(days=conf.RECORD_NOTICE_DAYS)
    found = AssociationPage.objects.live().filter(notices=notices)
    return found.filter(noticed_at__lte=before)


def asked() -> QuerySet:
    return AssociationPage.objects.live().filter(notices__gt=0, notices__lt=STALE_AFTER)


def stale() -> QuerySet:
    return AssociationPage.objects.live().filter(notices__gte=STALE_AFTER)


def retired() -> QuerySet:
    return AssociationPage.objects.filter(live=False, retired_at__isnull=False)


def unreachable() -> QuerySet:
    """To be confirmed, and nobody can be written to: for the offices, who telephone."""
    return year_over().exclude(reachable())


def reachable() -> Q:
    """A condition on associations: an office's address, or a manager with one."""
    field = get_user_model().get_email_field_name()
    managers = Membership.objects.managers().filter(association=OuterRef("pk"), user__is_active=True)
    return ~Q(office_email="") | Q(Exists(managers.exclude(**{f"user__{field}": ""})))


def voices(association: AssociationPage) -> list[str]:
    """Where it is asked: its managers, else its office."""
    managers = Membership.objects.managers().filter(association=association, user__is_active=True)
    known = [address for each in managers.select_related("user") if (address := address_of(each.user))]
    return known[:MOST_TOLD] or [address for address in [association.office_email] if address]


def is_voice_of(association: AssociationPage, reader: str) -> bool:
    """`reader`: the fingerprint of an address that a link went to. The office may answer beside the managers."""
    managers = Membership.objects.managers().filter(association=association).select_related("user")
    known = [*(address_of(each.user) for each in managers), association.office_email]
    return reader in {fingerprint(address) for address in known if address}
