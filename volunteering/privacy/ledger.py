"""The ledger of erasures: after the restore of a backup it says who has to go again.

Kept twice, because the database is what one restores: in a table, written in the erasing transaction, and in a file
elsewhere (`ERASURE_LEDGER`), written after it. Neither names anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from volunteering.privacy import ledger_file
from volunteering.privacy.models import Erasure

SALT = "volunteering.privacy.erasure"
AT_ONCE = 500


def of_address(email: str) -> str:
    """What the ledger calls whoever has this address."""
    return f"address:{email.strip().casefold()}"


def key_of(identity: str, *, secret: str | bytes | None = None) -> str:
    return salted_hmac(SALT, identity, secret=secret, algorithm="sha256").hexdigest()


def record(*, identities: Iterable[str]) -> None:
    """In the transaction that erases. A file that cannot be written now is completed at night: the erasure stands."""
    now = timezone.now()
    entries = [(key_of(identity), now) for identity in sorted(set(identities))]
    keep(entries)

    def write() -> None:
        ledger_file.append(entries)

    transaction.on_commit(write, robust=True)


def keep(entries: Iterable[ledger_file.Entry]) -> None:
    """In the table; what is there already stays once."""
    rows = [Erasure(key=key, erased_at=erased_at) for key, erased_at in entries]
    Erasure.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """`entries`: the last erasure of each key. `unreadable`: numbers of lines of the file that are not ours."""

    entries: dict[str, datetime]
    unreadable: list[int]

    def has_erased(self, identity: str, *, since: datetime) -> bool:
        """Whether who has been there since then was erased later: whoever came back afterwards was not."""
        keys = (key_of(identity, secret=secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
        return any(since < self.entries[key] for key in keys if key in self.entries)


def read() -> Ledger:
    """Table and file together. Raises OSError when the file is there and cannot be read."""
    written, unreadable = ledger_file.read()
    entries: dict[str, datetime] = {}
    for key, erased_at in [*Erasure.objects.values_list("key", "erased_at"), *written]:
        entries[key] = max(erased_at, entries.get(key, erased_at))
    return Ledger(entries=entries, unreadable=unreadable)


def purge_erasures() -> int:
    """Forget what no backup is as old as, in table and file; write into the file what it lacks. Returns how many."""
    gone = Erasure.objects.over().delete()[0]
    ledger_file.tidy(Erasure.objects.values_list("key", "erased_at"))
    return gone
