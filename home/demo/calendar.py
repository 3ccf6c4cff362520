"""Dates relative to today, so that the demo is always alive: "sat+0", "wed-2", "+12d"."""

import re
from datetime import date, timedelta

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WHEN = re.compile(rf"(?P<day>{'|'.join(DAYS)})(?P<weeks>[+-]\d+)|(?P<days>[+-]\d+)d")


def day_of(when: str, *, today: date) -> date:
    """ "sat+1" is Saturday of next ISO week, "-5d" five days ago. Raises ValueError on anything else."""
    found = WHEN.fullmatch(when)
    if not found:
        raise ValueError(f"Not a date of the demo: {when!r}")
    if found["days"]:
        return today + timedelta(days=int(found["days"]))
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=DAYS.index(found["day"]), weeks=int(found["weeks"]))
