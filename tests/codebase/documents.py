"""What the tests of the documentation read: our Markdown files, taken apart."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.codebase.sources import files, text

FENCE = re.compile(r"^(```+)(?P<language>[^\n]*)\n(?P<code>.*?)^\1$", re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^()\s]+)\)")
HTML_IMAGE = re.compile(r"<img\b[^>]*>")


@cache
def documents() -> tuple[Path, ...]:
    """Every Markdown file of ours, relative to the repository."""
    return tuple(file for file in files() if file.suffix == ".md" and "vendor" not in file.parts)


def prose(document: Path) -> str:
    """The document without its blocks of code."""
    return FENCE.sub("", text(document))


def code(document: Path) -> list[str]:
    """Blocks of code and inline code."""
    blocks = [match["code"] for match in FENCE.finditer(text(document))]
    return [*blocks, *INLINE_CODE.findall(prose(document))]


def headings(document: Path) -> list[str]:
    return HEADING.findall(prose(document))


def anchors(document: Path) -> set[str]:
    """The addresses that GitHub and GitLab give headings: lower case, no punctuation, dashes for spaces."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(document)}


def images(document: Path) -> Iterator[tuple[str, str]]:
    """Alternative text and address of each picture."""
    yield from IMAGE.findall(prose(document))
    for tag in HTML_IMAGE.findall(prose(document)):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        yield attributes.get("alt", ""), attributes["src"]


def links(document: Path) -> Iterator[tuple[Path, str]]:
    """File (relative to the repository) and anchor of each link inside the repository; "" when it has none."""
    addresses = [*LINK.findall(INLINE_CODE.sub("", prose(document))), *(address for _alt, address in images(document))]
    for address in addresses:
        if not re.match(r"[a-z]+:", address):
            name, _, anchor = address.partition("#")
            yield resolve(document, name), anchor


def resolve(document: Path, name: str) -> Path:
    """The file a link means, without "..": raises ValueError when it leaves the repository."""
    if not name:
        return document
    root = Path("/repository")
    return Path(*(root / document.parent / name).parts).resolve().relative_to(root)


def section(document: Path, heading: str) -> str:
    """What stands under a heading, up to the next one of any rank. Raises KeyError."""
    parts = re.split(r"^#+ +(.+?) *$", text(document), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[heading]


def first_column(table: str) -> set[str]:
    """The words in code of the first cell of each row."""
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    return {word for cell in rows for word in INLINE_CODE.findall(cell)}
