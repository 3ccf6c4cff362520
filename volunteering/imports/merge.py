"""Three versions of a page's fields: what the last import wrote, what stands here now, what comes in. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]


@dataclass(frozen=True)
class Merge:
    """`changes` are to be written; `kept` names fields that were edited here and differ from what comes in.

    `values` is what the next import compares with: of a kept field still the value before the edit, so that
    somebody who takes the edit back follows the source again.
    """

    changes: Values = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    values: Values = field(default_factory=dict)


def merge(
    *, incoming: Values, current: Values, last: Values, blank: Values, same: Callable[[str, Any, Any], bool]
) -> Merge:
    """An edit made here wins. A field that no import has written yet is filled only while it is blank."""
    result = Merge(values=dict(last))
    for name, value in incoming.items():
        if same(name, current[name], value):
            result.values[name] = value
        elif same(name, current[name], last.get(name, blank[name])):
            result.changes[name] = result.values[name] = value
        else:
            result.kept.append(name)
    return result
