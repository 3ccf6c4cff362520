"""A page's address as a QR code: the way from a printed sheet or a poster back to the page.

Drawn here, as SVG that stands in the page itself: nothing to load, no data URI, no style, so the strictest policy of
what a browser may load lets it through. Black on white with its quiet zone (ISO/IEC 18004: four modules), also where
the page is dark: many phones do not read light on dark.
"""

from functools import lru_cache

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString
from segno.utils import matrix_to_lines

QUIET_ZONE = 4
# 15 % of the drawing may be lost to a fold, a stain or a poor printer; more would make its modules smaller.
CORRECTION = "m"
SVG = (
    '<svg class="v-qr" viewBox="0 0 {side} {side}" width="160" height="160" role="img" aria-label="{label}"'
    ' shape-rendering="crispEdges" focusable="false">'
    '<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{lines}"/></svg>'
)


def draw(address: str, *, label: str) -> SafeString:
    """The markup of the code of `address`; `label` says to those who do not see it what it is."""
    side, lines = modules(address)
    return format_html(SVG, side=side, lines=lines, label=label)


@lru_cache(maxsize=512)
def modules(address: str) -> tuple[int, str]:
    """The side of the square in modules, quiet zone included, and its black modules as the lines of an SVG path.

    Raises segno.DataOverflowError beyond 2331 bytes, which is longer than an address of ours can be.
    """
    code = segno.make_qr(address, error=CORRECTION, boost_error=False, encoding="utf-8")
    lines = matrix_to_lines(code.matrix, QUIET_ZONE, QUIET_ZONE + 0.5)
    path = "".join(f"M{start:g} {row:g}h{end - start:g}" for (start, row), (end, _) in lines)
    return code.symbol_size(border=QUIET_ZONE)[0], path
