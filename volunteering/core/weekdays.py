"""The days of the week, Monday first, as Python numbers them (0 to 6)."""

from django.utils.dates import WEEKDAYS

WEEKDAY_NAMES = [WEEKDAYS[number] for number in range(7)]
