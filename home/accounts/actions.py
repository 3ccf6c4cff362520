"""What is done to accounts without anybody asking."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

UNCONFIRMED_FOR = timedelta(hours=48)


def delete_unconfirmed_accounts(*, now: datetime) -> int:
    """Forget who signed up and never typed the code. Returns how many accounts went.

    An account that an editor made has no address waiting for a code, or a password: it stays.
    """
    accounts = (
        get_user_model()
        .objects.filter(last_login=None, date_joined__lt=now - UNCONFIRMED_FOR, emailaddress__verified=False)
        .filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .exclude(emailaddress__verified=True)
    )
    ids = list(accounts.values_list("pk", flat=True).distinct())
    get_user_model().objects.filter(pk__in=ids).delete()
    return len(ids)
