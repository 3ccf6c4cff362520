"""The register of personal data: each domain's module `personal_data`, in the order in which they erase.

A module says in words `LABEL`, `ABOUT` (what, and what for), `KEPT` (how long) and `ERASED` (sentences: what erasing
does); besides `NAME` (for files), `KEEP_FOR`, `NAMES` (label of each name it exports) and `MODELS` (where it is held).
It has `export_for(email)` and `erase_for(email)`. A site registers modules of its own the same way.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol

from django.db import models
from django.utils.functional import Promise


class PersonalData(Protocol):
    NAME: str
    LABEL: Promise
    ABOUT: Promise
    KEPT: Promise
    ERASED: tuple[Promise, ...]
    KEEP_FOR: timedelta
    NAMES: Mapping[str, Promise]
    MODELS: tuple[type[models.Model], ...]

    def export_for(self, email: str) -> list[dict[str, Any]]: ...

    def erase_for(self, email: str) -> int: ...


_registered: list[PersonalData] = []
_last: list[PersonalData] = []


def register(module: Any, *, last: bool = False) -> None:
    """Once per module. `last`: erased after all others, whoever registers later."""
    if module not in registered():
        (_last if last else _registered).append(module)


def registered() -> list[PersonalData]:
    return [*_registered, *_last]
