"""How a mail begins and ends: in the city's own words where there are some, else in ours."""

import logging
from collections.abc import Mapping
from typing import Any

from volunteering.core.outbox.letters import Letter
from volunteering.core.outbox.placeholders import filled
from volunteering.core.outbox.words.models import MailWords

logger = logging.getLogger(__name__)

PARTS = ("opening", "closing")


def spoken(letter: Letter, own: MailWords | None, context: Mapping[str, Any]) -> dict[str, str]:
    """Both parts as plain text, in the active language; an empty one where the letter has none."""
    return {part: _own(letter, part, own, context) or str(getattr(letter, part)) % context for part in PARTS}


def _own(letter: Letter, part: str, own: MailWords | None, context: Mapping[str, Any]) -> str:
    """Empty: ours are to be taken, also when an upgrade took away a value that the city's words name."""
    text = getattr(own, part, "")
    if not text or not getattr(letter, part):
        return ""
    try:
        return filled(text, {each.key: context[each.key] for each in letter.all_placeholders()})
    except KeyError as error:
        logger.warning("The words %s name %s, which the mail has not any more: ours are taken.", own, error)
        return ""
