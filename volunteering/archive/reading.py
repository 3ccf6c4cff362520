"""An archive somebody gives us, of which nothing is believed: neither names, nor sizes, nor what is in it.

A bomb is refused by what it says of itself, before anything is unpacked; what unpacks to more than it says, meanwhile.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from typing import IO, Any

from django.utils.translation import gettext as _

from volunteering.archive import manifest
from volunteering.archive.manifest import Entry
from volunteering.archive.media import BYTES_AT_ONCE, FOLDER
from volunteering.archive.paths import is_plain
from volunteering.archive.refusals import Refused

# Text of ours packs to a tenth; the format can reach a thousandth. What is smaller than this harms nobody.
MOST_PACKED, HARMLESS = 200, 10 * 1024 * 1024
LONGEST_ROW = 64 * 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError)


class Archive:
    """Raises Refused wherever something is not as it should be."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self.zip = zipfile.ZipFile(file)
        except DAMAGED as error:
            raise Refused(_("This file is no ZIP archive, or it is damaged.")) from error
        self.size = file.seek(0, io.SEEK_END)
        self.infos = self._infos()
        self._refuse_bombs()
        self.manifest = manifest.read(self._manifest())
        self._compare()

    @property
    def tables(self) -> dict[str, Entry]:
        """By the name of the table."""
        return {
            name.removeprefix("data/").removesuffix(".jsonl"): entry
            for name, entry in self.manifest.files.items()
            if name.startswith("data/")
        }

    @property
    def media(self) -> set[str]:
        return {name.removeprefix(FOLDER) for name in self.manifest.files if name.startswith(FOLDER)}

    def verify(self, name: str) -> None:
        """What is in a file is what the manifest says."""
        digest = sha256()
        for content in self._pieces(name):
            digest.update(content)
        if digest.hexdigest() != self.manifest.files[name].sha256:
            raise Refused(_("%(file)s is not as it was written: its digest is another one.") % {"file": name})

    def rows(self, table: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """With the number of the line."""
        name, number = f"data/{table}.jsonl", 0
        with self.open(name) as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_ROW + 1), b""), start=1):
                yield number, _row(line, name=name, number=number)
        if number != self.tables[table].rows:
            raise Refused(_("%(file)s has not as many rows as the manifest says.") % {"file": name})

    def open(self, name: str) -> IO[bytes]:
        return self.zip.open(self.infos[name])

    def _pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self.open(name) as file:
                yield from iter(lambda: file.read(BYTES_AT_ONCE), b"")
        except (*DAMAGED, zipfile.zlib.error) as error:
            raise Refused(_("%(file)s is damaged.") % {"file": name}) from error

    def _infos(self) -> dict[str, zipfile.ZipInfo]:
        infos: dict[str, zipfile.ZipInfo] = {}
        for info in self.zip.infolist():
            if info.is_dir():
                continue
            if not is_plain(info.filename):
                raise Refused(_("The archive holds a file whose name leads elsewhere: it is refused."))
            if info.filename in infos:
                raise Refused(_("%(file)s is twice in the archive.") % {"file": info.filename})
            infos[info.filename] = info
        return infos

    def _refuse_bombs(self) -> None:
        sizes = [(info.file_size, info.compress_size) for info in self.infos.values()]
        sizes.append((sum(size for size, _packed in sizes), self.size))
        if any(size > max(HARMLESS, packed * MOST_PACKED) for size, packed in sizes):
            raise Refused(_("The archive would unpack to far more than such an archive holds: it is refused."))

    def _manifest(self) -> bytes:
        info = self.infos.get(manifest.NAME)
        if info is None or info.file_size > manifest.LARGEST:
            raise Refused(_("This is no archive of such a site: its manifest cannot be read."))
        try:
            return self.zip.read(info)
        except (*DAMAGED, zipfile.zlib.error) as error:
            raise Refused(_("%(file)s is damaged.") % {"file": manifest.NAME}) from error

    def _compare(self) -> None:
        """The archive has what the manifest says, and nothing else."""
        told, there = set(self.manifest.files), set(self.infos) - {manifest.NAME}
        if missing := sorted(told - there):
            raise Refused(_("The archive lacks %(file)s.") % {"file": missing[0]})
        if more := sorted(there - told):
            raise Refused(_("The manifest says nothing of %(file)s.") % {"file": more[0]})
        for name, entry in self.manifest.files.items():
            if self.infos[name].file_size != entry.bytes:
                raise Refused(_("%(file)s has not the size that the manifest says.") % {"file": name})


def _row(line: bytes, *, name: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line) if len(line) <= LONGEST_ROW else None
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise Refused(_("%(file)s, line %(number)d: this is no row.") % {"file": name, "number": number})
    return row
