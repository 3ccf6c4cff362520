"""Telephone numbers as links want them. Pure."""

import phonenumbers

# A city's numbers are French; overseas departments have their own prefixes, tried in turn.
REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "PM")


def dialled(number: str) -> str:
    """ "04 65 71 12 12" → "+33465711212"; a short number ("3939") or anything unreadable keeps its digits."""
    for region in REGIONS:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed) and len(str(parsed.national_number)) > 4:
            return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return "".join(character for character in number if character.isdigit() or character == "+")
