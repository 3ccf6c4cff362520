"""The ledger of erasures outside the database: one signed line per entry, oldest first.

A line is `moment key:signature`; whoever changes it breaks the signature. All who write hold the lock of a file beside
it, so that lines of several processes never mix and none is lost while the file is tidied.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.core.files import locks
from django.core.signing import BadSignature, Signer
from django.utils import timezone

from volunteering.conf import conf
from volunteering.core.days import months_before

Entry = tuple[str, datetime]
SIGNER = Signer(salt="volunteering.privacy.ledger")
LINE = re.compile(r"(\S{19,40}) ([0-9a-f]{64})")
# Nobody but the site's own account.
MODE = 0o600


def append(entries: Iterable[Entry]) -> None:
    """Each is on the disk when this returns. Without a file in the settings, nothing happens."""
    if not conf.ERASURE_LEDGER:
        return
    with _locked() as path:
        _write(path, _lines(entries), os.O_APPEND)


def read() -> tuple[list[Entry], list[int]]:
    """The entries, and the numbers of the lines that are not ours as we wrote them."""
    entries, unreadable = [], []
    for number, line in enumerate(_content(), start=1):
        entry = _parsed(line)
        if entry is not None:
            entries.append(entry)
        elif line.strip():
            unreadable.append(number)
    return entries, unreadable


def tidy(wanted: Iterable[Entry]) -> None:
    """Add what the file lacks and drop what is over; lines that cannot be read stay, for somebody to look at."""
    if not conf.ERASURE_LEDGER:
        return
    with _locked() as path:
        lines = _content()
        young = [line for line in lines if (entry := _parsed(line)) is None or not _is_over(entry)]
        found = {entry for line in young if (entry := _parsed(line))}
        lacking = [entry for entry in wanted if entry not in found]
        if lacking or len(young) != len(lines):
            beside = path.with_suffix(".new")
            _write(beside, "".join(f"{line}\n" for line in young) + _lines(lacking), os.O_TRUNC)
            beside.replace(path)


def _content() -> list[str]:
    if not conf.ERASURE_LEDGER:
        return []
    try:
        return Path(conf.ERASURE_LEDGER).read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _parsed(line: str) -> Entry | None:
    try:
        match = LINE.fullmatch(SIGNER.unsign(line))
    except BadSignature:
        return None
    return (match[2], datetime.fromisoformat(match[1])) if match else None


def _lines(entries: Iterable[Entry]) -> str:
    ordered = sorted(entries, key=lambda entry: (entry[1], entry[0]))
    return "".join(f"{SIGNER.sign(f'{erased_at.isoformat()} {key}')}\n" for key, erased_at in ordered)


def _is_over(entry: Entry) -> bool:
    return entry[1] <= months_before(timezone.now(), conf.ERASURE_LEDGER_MONTHS)


@contextmanager
def _locked() -> Iterator[Path]:
    path = Path(conf.ERASURE_LEDGER)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("a") as lock:
        locks.lock(lock, locks.LOCK_EX)
        yield path


def _write(path: Path, text: str, how: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
