"""What a person may ask: what is held on them, and that nothing is."""

from typing import Any

from django.db import transaction

from volunteering.privacy.ledger import of_address, record
from volunteering.privacy.registry import registered

# Nobody's address: whoever has none has nothing in common with the others.
NOBODY = "Whose data? An empty address is nobody’s."
Export = dict[str, list[dict[str, Any]]]


def export_person(*, email: str) -> Export:
    """By the name of each part, in the order of the register. Raises ValueError without an address.

    Whoever calls has proven that it belongs to whoever asks.
    """
    _check(email)
    return {part.NAME: part.export_for(email) for part in registered()}


@transaction.atomic
def erase_person(*, email: str) -> int:
    """All or nothing: sign-ups before the person they belong to, mails last; with what it takes to erase them again
    after the restore of a backup. Returns how many rows went.
    """
    _check(email)
    identities = identities_of(email)
    gone = sum(part.erase_for(email) for part in registered())
    if gone:
        record(identities=identities)
    return gone


def identities_of(email: str) -> list[str]:
    """All that the ledger of erasures knows this person by, while they are there."""
    by_rows = (getattr(part, "identities", None) for part in registered())
    return [of_address(email), *(each for ask in by_rows if ask for each in ask(email))]


def _check(email: str) -> None:
    if not email.strip():
        raise ValueError(NOBODY)
