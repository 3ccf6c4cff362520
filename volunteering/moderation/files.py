"""Files that the city's own questions ask for: few types, told by what is in them and not by what they are called."""

import re
from zipfile import BadZipFile, ZipFile

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models.question import LARGEST_FILE

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "application/vnd.oasis.opendocument.text"
BEGINNINGS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png", WORD: "docx", TEXT: "odt"}
ZIPPED = b"PK\x03\x04"
LONGEST_NAME = 100


class NotTaken(Exception):
    """`sentence` says how to repair it."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def check_file(file: UploadedFile) -> str:
    """Its type. Raises `NotTaken`."""
    if file.size > LARGEST_FILE:
        raise NotTaken(_("This file is too large. Send one of at most 5 MB, or bring it to the town hall."))
    found = type_of(file)
    if not found:
        raise NotTaken(_("We cannot take this kind of file. Send a PDF, a photo (JPEG, PNG) or a text document."))
    return found


def type_of(file: UploadedFile) -> str:
    """Empty when it is none that we take."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    for beginning, kind in BEGINNINGS.items():
        if start.startswith(beginning):
            return kind
    return _type_of_archive(file) if start.startswith(ZIPPED) else ""


def _type_of_archive(file: UploadedFile) -> str:
    """Text documents are archives; nothing of them is unpacked."""
    try:
        with ZipFile(file) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return ""
    finally:
        file.seek(0)
    if "word/document.xml" in names:
        return WORD
    return TEXT if {"mimetype", "content.xml"} <= names else ""


def tidy_name(name: str, kind: str) -> str:
    """What a file is called when the office saves it: letters and figures, with the ending of what it really is."""
    stem = re.sub(r"[^\w\- ]+", " ", name.rsplit(".", 1)[0]).strip()[:LONGEST_NAME] or "fichier"
    return f"{stem}.{ENDINGS[kind]}"
