"""Telephone numbers as links want them. Pure."""

from collections.abc import Iterator

import phonenumbers

# A city's numbers are French; overseas departments have their own prefixes, tried in turn.
REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "PM")
SHORT = 6  # digits: 112, 3939, 118 712


def dialled(number: str) -> str:
    """ "04 65 71 12 12" → "+33465711212"; a short number ("39 39") or anything unreadable keeps its figures."""
    figures = "".join(character for character in number if character.isdigit() or character == "+")
    if len(figures) <= SHORT:
        return figures
    readings = list(_readings(number))
    valid = [reading for reading in readings if phonenumbers.is_valid_number(reading)]
    possible = [reading for reading in readings if phonenumbers.is_possible_number(reading)]
    best = next(iter([*valid, *possible]), None)
    return phonenumbers.format_number(best, phonenumbers.PhoneNumberFormat.E164) if best else figures


def is_number(text: str) -> bool:
    """Whether it can be dialled from here: "06 12 34 56 78", "+33 6…"."""
    return any(phonenumbers.is_valid_number(reading) for reading in _readings(text))


def _readings(number: str) -> Iterator[phonenumbers.PhoneNumber]:
    for region in REGIONS:
        try:
            yield phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
