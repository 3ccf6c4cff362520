"""After a restore: whoever was erased since the backup is erased again."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from volunteering.privacy import ledger, ledger_file
from volunteering.privacy.actions import erase_person, identities_of
from volunteering.privacy.registry import registered

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Replay:
    """How many entries the ledger has, people were there again, rows went (0 when only asked), and people who could not
    be erased, of which the log tells; numbers of the lines of the file that are not ours.
    """

    entries: int
    people: int
    rows: int
    failed: int
    unreadable: list[int]


def replay_erasures(*, dry_run: bool = False) -> Replay:
    """Each person in one transaction. Whoever came back after they were erased is left alone."""
    known = ledger.read()
    people = [*_again(known)]
    rows = failed = 0
    if not dry_run:
        ledger.keep(ledger_file.read()[0])
        for erase in people:
            try:
                rows += erase()
            except Exception:
                logger.exception("Somebody who was erased before the restore could not be erased again.")
                failed += 1
    return Replay(entries=len(known.entries), people=len(people), rows=rows, failed=failed, unreadable=known.unreadable)


def _again(known: ledger.Ledger) -> Iterator[Callable[[], int]]:
    """How each of those who have to go is erased: first by their address, then who has another one in the backup."""
    found: set[str] = set()
    for part in registered():
        for email, since in part.addresses():
            identity = ledger.of_address(email)
            if identity not in found and known.has_erased(identity, since=since):
                found |= {identity, *identities_of(email)}
                yield lambda email=email: erase_person(email=email)
    for part in registered():
        for identity, since, erase in getattr(part, "known", tuple)():
            if identity not in found and known.has_erased(identity, since=since):
                found.add(identity)
                yield lambda identity=identity, erase=erase: _erase(identity, erase)


def _erase(identity: str, erase: Callable[[], int]) -> int:
    ledger.record(identities=[identity])
    return erase()
