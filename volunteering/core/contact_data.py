"""Telephone numbers, e-mail and web addresses that people type into a message. Pure."""

import re
from collections.abc import Iterable

# Figures as people group them: "06 12 34 56 78", "06.12.34.56.78", "+33 6 12…"; years and hours are shorter.
PHONE = re.compile(r"(?:\+|\b00)?(?:\d[ .\-\u00a0\u202f]?){9,14}\b")
EMAIL = re.compile(r"[^\s@<>]+(?:@|\s?(?:\(at\)|\[at\]|\barobase\b)\s?)[^\s@<>]+\.[a-z]{2,}", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)

HIDDEN = "…"


def holds_contact_data(text: str) -> bool:
    return bool(PHONE.search(text) or EMAIL.search(text))


def without_words(text: str, words: Iterable[str]) -> str:
    """With "…" in the place of each of these whole words or sequences of words, however they are capitalised."""
    known = sorted({word.strip() for word in words} - {""}, key=len, reverse=True)
    if not known:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", HIDDEN, text, flags=re.IGNORECASE)


def without_contact_data(text: str) -> str:
    """With "…" in the place of numbers and addresses, those of web pages too."""
    for pattern in (ADDRESS, EMAIL, PHONE):
        text = pattern.sub(HIDDEN, text)
    return text
