"""Telephone numbers, e-mail and web addresses that people type into a message. Pure."""

import re

# Figures as people group them: "06 12 34 56 78", "06.12.34.56.78", "+33 6 12…"; years and hours are shorter.
PHONE = re.compile(r"(?:\+|\b00)?(?:\d[ .\-\u00a0\u202f]?){9,14}\b")
EMAIL = re.compile(r"[^\s@<>]+(?:@|\s?(?:\(at\)|\[at\]|\barobase\b)\s?)[^\s@<>]+\.[a-z]{2,}", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def holds_contact_data(text: str) -> bool:
    return bool(PHONE.search(text) or EMAIL.search(text))
