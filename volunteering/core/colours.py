"""How a colour is written, and contrast between colours, as WCAG 2.2 computes it. Pure."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

HEX_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour like this: #00606b"))
CONTRAST_AA = 4.5
STEP = 0.02


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two "#rrggbb" colours, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((_luminance(_rgb(first)), _luminance(_rgb(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def nearest_readable(colour: str, paper: str) -> str:
    """The same hue, darkened (or lightened, on dark paper) by small steps until it holds 4.5:1."""
    target = 0.0 if _luminance(_rgb(paper)) > 0.5 else 1.0
    channels = _rgb(colour)
    for step in range(int(1 / STEP) + 1):
        share = step * STEP
        mixed = tuple(channel + (target - channel) * share for channel in channels)
        candidate = "#" + "".join(f"{round(channel * 255):02x}" for channel in mixed)
        if contrast(candidate, paper) >= CONTRAST_AA:
            return candidate
    return "#000000" if target == 0.0 else "#ffffff"


def _rgb(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in rgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
