"""Text that no format chokes on. Pure."""

import re

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters, halves of surrogate pairs, and the two that XML 1.0 excludes besides.
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """One kind of line break, and no character that calendars or XML cannot hold."""
    if text.isprintable():  # nearly always, and quickly said
        return text
    return FORBIDDEN.sub("", LINE_BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    return " ".join(clean(text).split())
