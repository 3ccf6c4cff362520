"""How long an account is kept that nobody confirmed."""

from django.utils.translation import gettext_lazy as _

from home.accounts.actions import UNCONFIRMED_FOR, delete_unconfirmed_accounts, never_confirmed
from volunteering.core.retention import Retention, register

register(
    Retention(
        part="account",
        name="accounts_unconfirmed",
        what=_("Accounts that nobody confirmed"),
        keep_for=UNCONFIRMED_FOR,
        over=never_confirmed,
        forget=delete_unconfirmed_accounts,
    )
)
