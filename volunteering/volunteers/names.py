"""Names as people type them. Pure."""


def in_one_line(name: str) -> str:
    """Without what only harms a mail or a listing."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
