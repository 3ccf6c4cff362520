"""What is done to accounts without anybody asking."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet
from django.utils import timezone

UNCONFIRMED_FOR = timedelta(hours=48)


def never_confirmed(now: datetime) -> QuerySet:
    """Who signed up and never typed the code.

    An account that an editor made has no address waiting for a code, or a password: it is not among them.
    """
    accounts = get_user_model().objects.filter(
        last_login=None,
        date_joined__lt=now - UNCONFIRMED_FOR,
        emailaddress__verified=False,
        password__startswith=UNUSABLE_PASSWORD_PREFIX,
    )
    return accounts.exclude(emailaddress__verified=True).distinct()


def delete_unconfirmed_accounts() -> int:
    """Returns how many accounts went."""
    ids = list(never_confirmed(timezone.now()).values_list("pk", flat=True))
    get_user_model().objects.filter(pk__in=ids).delete()
    return len(ids)
