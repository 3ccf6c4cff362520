"""The register of personal data: each domain's module `personal_data`, in the order in which they erase.

A module says in words to the authority (article 30 of the GDPR) `PROCESSING` (its name), `PURPOSE`, `WHOSE`, `WHAT`,
`LEGAL_BASIS`, `RECIPIENTS`, and `UNTIL` where something has no term of its own; besides `NAME` (for files) and `MODELS`
(where it is held). That is a processing. What somebody may see and erase also says to the person `LABEL`, `ABOUT`
(what, and what for), `KEPT` (how long), `ERASED` (sentences: what erasing does) and `NAMES` (label of each name it
exports), and has

- `export_for(email)` and `erase_for(email)`;
- `addresses()`: each address that `erase_for` would find, with the moment since when the row is there. May repeat them;
- where rows are found by more than the address, `identities(email)`: words for them that last as long as they do, and
  `known()`: all of those words, with the moment and a function that erases the row alone.

A site registers modules of its own the same way. How long each is kept is in `core.retention`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from django.db import models
from django.utils.functional import Promise

Known = tuple[str, datetime, Callable[[], int]]


class Processing(Protocol):
    NAME: str
    PROCESSING: Promise
    PURPOSE: Promise
    WHOSE: Promise
    WHAT: Promise
    LEGAL_BASIS: Promise
    RECIPIENTS: Promise
    MODELS: tuple[type[models.Model], ...]


class PersonalData(Processing, Protocol):
    LABEL: Promise
    ABOUT: Promise
    KEPT: Promise
    ERASED: tuple[Promise, ...]
    NAMES: Mapping[str, Promise]

    def export_for(self, email: str) -> list[dict[str, Any]]: ...

    def erase_for(self, email: str) -> int: ...

    def addresses(self) -> Iterable[tuple[str, datetime]]: ...


_registered: list[PersonalData] = []
_last: list[PersonalData] = []
_processings: list[Processing] = []


def register(module: Any, *, last: bool = False) -> None:
    """Once per module. `last`: erased after all others, whoever registers later."""
    if module not in registered():
        (_last if last else _registered).append(module)


def register_processing(module: Any) -> None:
    """What is about the town hall's own teams, or proves what was done: nobody erases it by a button."""
    if module not in _processings:
        _processings.append(module)


def registered() -> list[PersonalData]:
    return [*_registered, *_last]


def processings() -> list[Processing]:
    """All that is done with personal data."""
    return [*registered(), *_processings]


def label_of(name: str) -> str:
    """In words; the name itself of a part that a site does not register any more."""
    return next((str(each.PROCESSING) for each in processings() if name == each.NAME), name)
