"""Opening files that anybody may have made: what makes a whole file unreadable is found before anything is written."""

import codecs
import re
from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

CHUNK = 1024 * 1024
MOST_EVENTS = 5_000  # in one file: a big city's agenda of several years
MULTIBYTE = re.compile(rb"[\x80-\xff]")


class Unreadable(Exception):
    """Nothing of this file can be trusted. The message says why, with the line when there is one."""

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        self.reason, self.line = str(reason), line
        super().__init__(reason if line is None else _("Line %(line)s: %(reason)s") % {"line": line, "reason": reason})


def check_size(size: int, limit: int) -> None:
    """Sizes in bytes."""
    if size > limit:
        sizes = {"size": filesizeformat(size), "limit": filesizeformat(limit)}
        raise Unreadable(_("This file has %(size)s; at most %(limit)s are read. Ask for a smaller extract.") % sizes)
    if not size:
        raise Unreadable(_("This file is empty."))


def check_number(events: int) -> None:
    if events > MOST_EVENTS:
        numbers = {"number": events, "most": MOST_EVENTS}
        raise Unreadable(
            _("This file has %(number)s events; at most %(most)s are read. Ask for a shorter period.") % numbers
        )


def find_encoding(path: Path) -> str:
    """ "utf-8-sig" or "cp1252". Raises Unreadable when the file is neither, or a mixture of both.

    A Latin-1 text fails at its very first accent. A text that fails after accents that were right is UTF-8 with a
    damaged or pasted-in part: read as Latin-1 it would garble every accent of the file.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    seen_accents, line = False, 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise Unreadable(_("This is not a text file, or not in an encoding we read. Save it as UTF-8."))
            try:
                decoded = decoder.decode(chunk)
            except UnicodeDecodeError as error:
                # error.object is the chunk with what was left of the one before.
                before = error.object[: error.start]
                if seen_accents or MULTIBYTE.search(before):
                    raise _mixed(line + before.count(b"\n")) from error
                return _check_cp1252(path)
            seen_accents = seen_accents or not decoded.isascii()
            line += chunk.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        if not seen_accents:
            return _check_cp1252(path)
        raise Unreadable(_("the file stops in the middle of a letter. Fetch it again."), line=line) from error
    return "utf-8-sig"


def read_text(path: Path) -> str:
    return path.read_text(encoding=find_encoding(path))


def _mixed(line: int) -> Unreadable:
    return Unreadable(
        _("an accented letter is written in another encoding than the rest. Save the whole file as UTF-8."), line=line
    )


def _check_cp1252(path: Path) -> str:
    line = 1
    with path.open("rb") as file:
        for line, content in enumerate(file, start=1):
            try:
                content.decode("cp1252")
            except UnicodeDecodeError as error:
                reason = _("a letter cannot be read. Save the file as UTF-8.")
                raise Unreadable(reason, line=line) from error
    return "cp1252"
