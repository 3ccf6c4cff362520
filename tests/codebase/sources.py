"""What the codebase tests read: the repository's own files, as git would commit them."""

import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATE_FOLDERS = ("volunteering/templates", "home/templates", "templates")


@cache
def files() -> tuple[Path, ...]:
    """Committed files and new ones that are not ignored, relative to the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    names = {Path(name) for name in listed.split("\0") if name}
    return tuple(sorted(name for name in names if (REPOSITORY / name).is_file()))


def below(*folders: str, endings: tuple[str, ...]) -> list[Path]:
    """Files of these folders with one of these endings; other people's code (vendor/) and migrations left out."""
    wanted = [Path(folder) for folder in folders]
    return [
        file
        for file in files()
        if file.suffix in endings
        and any(file.is_relative_to(folder) for folder in wanted)
        and not {"vendor", "migrations"} & set(file.parts)
    ]


def text(file: Path) -> str:
    return (REPOSITORY / file).read_text(encoding="utf-8")


def is_text(file: Path) -> bool:
    """As git decides: a text has no zero byte in its beginning."""
    return b"\0" not in (REPOSITORY / file).read_bytes()[:8000]


def template_names() -> dict[str, Path]:
    """Name Django knows each of our templates by → its file."""
    named = {}
    for folder in TEMPLATE_FOLDERS:
        for file in below(folder, endings=(".html", ".txt", ".xml")):
            named[str(file.relative_to(folder))] = file
    return named
