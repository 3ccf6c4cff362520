"""Text that is safe to open in a spreadsheet program. Pure."""

from typing import Any

# What starts a formula in Excel, LibreOffice or Numbers, or moves what follows into another cell (OWASP, "CSV
# injection"), with the full-width twins that Japanese and Chinese versions read alike.
FORMULA_STARTS = frozenset("=+-@|＝＋－＠｜")
CONTROL_STARTS = frozenset("\t\r\n")
# Lets Excel read UTF-8: without it accents arrive broken.
BYTE_ORDER_MARK = "\ufeff"


def neutralised(value: Any) -> Any:
    """The value with an apostrophe in front of text that a spreadsheet might run; numbers and dates as they are."""
    if not isinstance(value, str):
        return value
    text = value.lstrip()
    blank = value[: len(value) - len(text)]
    is_risky = text[:1] in FORMULA_STARTS or not CONTROL_STARTS.isdisjoint(blank)
    return f"'{value}" if is_risky else value
