"""A stamp says when a form was shown. It is signed, good for one time, between three seconds and a day later."""

import uuid
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.core import signing
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUICKEST = timedelta(seconds=3)
LONGEST = timedelta(hours=24)
SIGNER = signing.Signer(salt="volunteering.antispam.stamp")


class BadStamp(Exception):
    """What is wrong with it, in words for whoever is no robot."""

    sentence: Promise = _("This form was not complete. Press the button once more.")


class Forged(BadStamp):
    """Not ours, or not whole."""


class TooFast(BadStamp):
    sentence = _("That was quick! Wait a few seconds, then press the button once more: it keeps robots away.")


class TooOld(BadStamp):
    sentence = _("This page had been open for more than a day. Press the button once more.")


class Replayed(BadStamp):
    sentence = _("This form has been sent already. Press the button once more if you want to send it again.")


class UsedStampQuerySet(models.QuerySet):
    def over(self, now: datetime | None = None) -> "UsedStampQuerySet":
        """Those too old to be replayed anyway."""
        return self.filter(until__lte=now or timezone.now())


class UsedStamp(models.Model):
    nonce = models.UUIDField(primary_key=True)
    until = models.DateTimeField(db_index=True)

    objects = UsedStampQuerySet.as_manager()

    class Meta:
        verbose_name = "used stamp"
        verbose_name_plural = "used stamps"

    def __str__(self) -> str:
        return str(self.nonce)


def new_stamp() -> str:
    return SIGNER.sign_object([uuid.uuid4().hex, timezone.now().timestamp()])


def check_stamp(stamp: str) -> None:
    """Raises `Forged`, `TooFast` or `TooOld`. Whether it was used before, only `spend_stamp` can tell for sure."""
    _nonce, issued = _read(stamp)
    age = timezone.now() - issued
    if age < QUICKEST:
        raise TooFast
    if age > LONGEST:
        raise TooOld


def spend_stamp(stamp: str) -> None:
    """Use it up, in the transaction of what the form does. Raises `Replayed`, also to the second of two at once."""
    nonce, issued = _read(stamp)
    try:
        with transaction.atomic():
            UsedStamp.objects.create(nonce=nonce, until=issued + LONGEST)
    except IntegrityError as error:
        raise Replayed from error


def short_name(stamp: str) -> str:
    """The same for the same stamp, short enough to be part of a key."""
    return sha256(stamp.encode()).hexdigest()[:40]


def _read(stamp: str) -> tuple[uuid.UUID, datetime]:
    try:
        nonce, issued = SIGNER.unsign_object(stamp)
        return uuid.UUID(nonce), datetime.fromtimestamp(issued, UTC)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Forged from error
