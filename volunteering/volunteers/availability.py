"""A week in short: "Mon morning, evening · Sat". Pure."""

from collections.abc import Iterable

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext

from volunteering.volunteers.models.choices import WEEK, Slot


def week_in_short(codes: Iterable[str]) -> str:
    """`codes`: like "0-morning". A day of which all parts are free is said alone, a whole week in one word."""
    free = [code.partition("-")[::2] for code, _label in WEEK if code in set(codes)]
    if len(free) == len(WEEK):
        return gettext("Any time")
    days: dict[str, list[str]] = {}
    for day, slot in free:
        days.setdefault(day, []).append(slot)
    return " · ".join(_day(int(day), slots) for day, slots in days.items())


def _day(number: int, slots: list[str]) -> str:
    name = str(WEEKDAYS_ABBR[number])
    if len(slots) == len(Slot):
        return name
    return f"{name} {', '.join(str(Slot(slot).label).lower() for slot in slots)}"
