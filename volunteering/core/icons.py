"""The names of the icons in the sprite: what a theme or a skill may choose, what `{% icon %}` accepts."""

import re
from functools import cache
from pathlib import Path

SPRITE = "volunteering/icons.svg"
SPRITE_FILE = Path(__file__).resolve().parent.parent / "static" / SPRITE
SYMBOL_ID = re.compile(r'<symbol id="([a-z0-9-]+)"')


@cache
def icon_names() -> tuple[str, ...]:
    """Every `<symbol id>` of the sprite, in alphabetical order; read once per process."""
    return tuple(sorted(SYMBOL_ID.findall(SPRITE_FILE.read_text(encoding="utf-8"))))


def icon_choices() -> list[tuple[str, str]]:
    """The sprite's names as choices of a form field."""
    return [(name, name) for name in icon_names()]
