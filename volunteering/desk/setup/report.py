"""What the set-up did, line by line."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst


@dataclass(frozen=True)
class Line:
    """`kind` and `name` in words ("page", "Agenda"), the row itself, and whether it was created now."""

    kind: str
    name: str
    object: Any
    is_new: bool

    def __str__(self) -> str:
        return f"{capfirst(self.kind)}: {self.name}"
