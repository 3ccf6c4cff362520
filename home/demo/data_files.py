"""The demo's files: texts in data/, pictures in pictures/."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
PICTURES = FOLDER / "pictures"


@cache
def read(name: str) -> Any:
    """The content of data/<name>."""
    return json.loads((FOLDER / "data" / name).read_text(encoding="utf-8"))


@cache
def pictures() -> dict[str, dict[str, Any]]:
    """key → {title, description, focal: [left, top, width, height], license}."""
    return json.loads((PICTURES / "pictures.json").read_text(encoding="utf-8"))
