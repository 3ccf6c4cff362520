"""Names of files in an archive somebody gives us."""

from pathlib import PurePosixPath


def is_plain(name: str) -> bool:
    """Whether it is a path that leads downwards and nowhere else, on any system."""
    return (
        not PurePosixPath(name).is_absolute()
        and not set(name.split("/")) & {"", ".", ".."}
        and not any(character in name for character in "\\:\0")
        and name.isprintable()
    )
