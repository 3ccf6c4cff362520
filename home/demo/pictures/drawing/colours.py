"""Mixing colours the way the eye does: in OKLab (Björn Ottosson, https://bottosson.github.io/posts/oklab/)."""

import itertools
from functools import cache
from math import atan2, cos, degrees, hypot, radians, sin


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


@cache
def to_lab(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` or `#rgb` → lightness 0..1, green–red, blue–yellow."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    r, g, b = (_linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_lab(lightness: float, a: float, b: float) -> str:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(channel) * 255):02x}" for channel in channels)


@cache
def mix(one: str, other: str, share: float) -> str:
    """`share` of the other colour, 0..1."""
    pairs = zip(to_lab(one), to_lab(other), strict=True)
    return from_lab(*(a + (b - a) * share for a, b in pairs))


@cache
def adjust(colour: str, exposure: float = 1.0, chroma: float = 1.0) -> str:
    """Brighter or darker (`exposure`), greyer or stronger (`chroma`)."""
    lightness, a, b = to_lab(colour)
    return from_lab(lightness * exposure, a * chroma, b * chroma)


# Hue in OKLab degrees → hue it moves to, share of its chroma kept: loud screen colours become poster inks.
INKS = (
    (0, 32, 0.8),
    (30, 33, 0.84),
    (55, 58, 0.86),
    (90, 86, 0.86),
    (125, 126, 0.72),
    (155, 146, 0.62),
    (200, 203, 0.78),
    (240, 210, 0.62),
    (265, 230, 0.56),
    (300, 318, 0.5),
    (345, 385, 0.74),
    (360, 392, 0.8),
)


@cache
def own_paint(colour: str) -> str:
    """The nearest ink of our own box for a colour that comes from elsewhere."""
    lightness, a, b = to_lab(colour)
    chroma, hue = hypot(a, b), degrees(atan2(b, a)) % 360
    for (low, low_hue, low_share), (high, high_hue, high_share) in itertools.pairwise(INKS):
        if low <= hue <= high:
            t = (hue - low) / (high - low)
            turned, share = radians(low_hue + (high_hue - low_hue) * t), low_share + (high_share - low_share) * t
            return from_lab(lightness, chroma * share * cos(turned), chroma * share * sin(turned))
    raise ValueError(colour)


def darker(colour: str, share: float = 0.12) -> str:
    return mix(colour, "#0b2b35", share)


def lighter(colour: str, share: float = 0.12) -> str:
    return mix(colour, "#fffaf0", share)
