"""How events repeat: a rule in an editor's words, its dates in UTC, its sentence, its RFC 5545 text. Pure: no database.

problems (what can be wrong) → rules (what an editor says) → patterns (calendar days) → expansion (slots in UTC)
→ rrule (RFC 5545) · words (sentences).
"""

from volunteering.core.recurrence.expansion import MAX_SLOTS, Slot, aligned, excluded_starts, expand, next_dates
from volunteering.core.recurrence.patterns import same_weekday_next_year
from volunteering.core.recurrence.problems import MAX_DATES, MAX_INTERVAL, PROBLEMS, InvalidRule, RecurrenceError
from volunteering.core.recurrence.rrule import UnsupportedRule, from_rrule, to_rrule
from volunteering.core.recurrence.rules import Frequency, Rule, Weekday
from volunteering.core.recurrence.words import describe

__all__ = [
    "MAX_DATES",
    "MAX_INTERVAL",
    "MAX_SLOTS",
    "PROBLEMS",
    "Frequency",
    "InvalidRule",
    "RecurrenceError",
    "Rule",
    "Slot",
    "UnsupportedRule",
    "Weekday",
    "aligned",
    "describe",
    "excluded_starts",
    "expand",
    "from_rrule",
    "next_dates",
    "same_weekday_next_year",
    "to_rrule",
]
