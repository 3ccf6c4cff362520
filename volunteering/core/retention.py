"""How long what is kept is kept. Each domain registers its terms in `retention`; `purge_expired` goes through them.

    register(
        Retention(
            part="sign_ups",
            name="sign_ups_unconfirmed",
            what=_("Sign-ups that nobody confirmed"),
            keep_for=UNCONFIRMED_FOR,
            over=SignUp.objects.over,
            forget=purge_sign_ups,
        )
    )

Nothing here says more of anybody than how many rows there are.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Retention:
    """`part`: the NAME of its part in the register of personal data. `keep_for`: from the moment that `what` names.

    `over`: the rows whose term has ended at a moment, as a query or a list; it only reads. `forget`: an action that
    lets them go and returns how many went; what it cannot do in a night it does in the next.
    """

    part: str
    name: str
    what: Promise
    keep_for: timedelta | relativedelta
    over: Callable[[datetime], QuerySet | Sequence[Any]]
    forget: Callable[[], int]

    def count(self, now: datetime) -> int:
        rows = self.over(now)
        return rows.count() if isinstance(rows, QuerySet) else len(rows)


_registered: dict[str, Retention] = {}


def register(*retentions: Retention) -> None:
    _registered.update({retention.name: retention for retention in retentions})


def registered() -> list[Retention]:
    return list(_registered.values())


@dataclass(frozen=True, kw_only=True)
class Purged:
    """`number`: how many rows went, or would; None when it failed, which the log tells."""

    retention: Retention
    number: int | None


def purge(*, dry_run: bool = False) -> Iterator[Purged]:
    """One per term, in the order of the register. A term that cannot be kept keeps no other from being kept."""
    for retention in registered():
        try:
            number = retention.count(timezone.now()) if dry_run else retention.forget()
        except Exception:
            logger.exception("What is over could not be forgotten: %s", retention.name)
            number = None
        yield Purged(retention=retention, number=number)
