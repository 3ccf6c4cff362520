"""A sheet of 1600 × 900 on which shapes pile up from far to near, written out as one SVG."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from home.demo.pictures.drawing.colours import mix, own_paint
from home.demo.pictures.drawing.light import Light

WIDTH, HEIGHT = 1600, 900
HEX = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")

# form: a soft light on the upper left edge and a soft shade on the lower right one, so that flat shapes gain body.
# cast: the silhouette alone, blurred, to lay on the ground.
FILTERS = """
<filter id="form" x="-10%" y="-10%" width="120%" height="120%" color-interpolation-filters="sRGB">
<feOffset in="SourceAlpha" dx="-13" dy="-15" result="a"/><feGaussianBlur in="a" stdDeviation="16" result="b"/>
<feComposite in="SourceAlpha" in2="b" operator="out" result="c"/><feFlood flood-color="#06323d" flood-opacity=".3"/>
<feComposite in2="c" operator="in" result="shade"/>
<feOffset in="SourceAlpha" dx="9" dy="11" result="e"/><feGaussianBlur in="e" stdDeviation="9" result="f"/>
<feComposite in="SourceAlpha" in2="f" operator="out" result="g"/><feFlood flood-color="#fff6e0" flood-opacity=".38"/>
<feComposite in2="g" operator="in" result="shine"/>
<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="shade"/><feMergeNode in="shine"/></feMerge></filter>
<filter id="cast" x="-30%" y="-30%" width="160%" height="160%" color-interpolation-filters="sRGB">
<feGaussianBlur in="SourceAlpha" stdDeviation="7" result="a"/><feFlood flood-color="#0b2b35"/>
<feComposite in2="a" operator="in"/></filter>
<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="mist" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="40"/></filter>
"""


def attributes(**values: object) -> str:
    """`stroke_width=3` → ` stroke-width="3"`; None is left out; numbers keep one decimal."""
    parts = []
    for key, value in values.items():
        if value is None:
            continue
        text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
        parts.append(f' {key.rstrip("_").replace("_", "-")}="{text}"')
    return "".join(parts)


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0, **more: object) -> str:
    return f"<rect{attributes(x=x, y=y, width=width, height=height, rx=radius or None, fill=fill, **more)}/>"


def circle(x: float, y: float, radius: float, fill: str, **more: object) -> str:
    return f"<circle{attributes(cx=x, cy=y, r=radius, fill=fill, **more)}/>"


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    return f"<ellipse{attributes(cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)}/>"


def path(d: str, fill: str = "none", **more: object) -> str:
    return f"<path{attributes(d=d, fill=fill, **more)}/>"


def polygon(points: Sequence[tuple[float, float]], fill: str, **more: object) -> str:
    return path("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z", fill, **more)


def stroke(d: str, colour: str, width: float, **more: object) -> str:
    """A line with round ends and joints."""
    return path(d, "none", stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)


def group(
    *shapes: str,
    at: tuple[float, float] | None = None,
    turn: float = 0,
    scale: float = 1,
    flip: bool = False,
    **more: object,
) -> str:
    """Shapes moved, then scaled, mirrored and turned (degrees) around their own origin."""
    steps = []
    if at:
        steps.append(f"translate({at[0]:.2f} {at[1]:.2f})")
    if turn:
        steps.append(f"rotate({turn})")
    if scale != 1 or flip:
        steps.append(f"scale({-scale if flip else scale:.4f} {scale:.4f})")
    return f"<g{attributes(transform=' '.join(steps) or None, **more)}>{''.join(shapes)}</g>"


def curve(points: Sequence[tuple[float, float]], *, close_at: float | None = None) -> str:
    """A smooth line through the points (Catmull-Rom); closed along the level `close_at` when given."""
    ends = [points[0], *points, points[-1]]
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        out = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        into = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        d += f"C{out[0]:.1f} {out[1]:.1f} {into[0]:.1f} {into[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    if close_at is not None:
        d += f"L{points[-1][0]:.1f} {close_at}L{points[0][0]:.1f} {close_at}Z"
    return d


def spread(seed: int, index: int) -> float:
    """A number in 0..1 that looks random and never changes (Weyl sequence on the golden ratio, scrambled)."""
    value = ((seed * 7919 + index * 104729) * 2654435761) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 2246822519) & 0xFFFFFFFF
    return ((value ^ (value >> 13)) & 0xFFFFFFFF) / 0xFFFFFFFF


def _stops(stops: tuple) -> str:
    return "".join(
        f'<stop offset="{stop[0]}" stop-color="{stop[1]}" stop-opacity="{stop[2] if len(stop) > 2 else 1}"/>'
        for stop in stops
    )


@dataclass
class Canvas:
    """`icons`: name → SVG body on a 32 × 32 grid; `boxes`: name → x, y, width, height of what is drawn in it."""

    light: Light
    icons: dict[str, str]
    boxes: dict[str, list[float]]
    seed: int = 1
    shapes: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    focal: list[int] | None = None
    indoors: bool = False

    def add(self, *shapes: str) -> None:
        self.shapes.extend(shapes)

    def tint(self, colour: str, depth: float = 0.0) -> str:
        """A material under this light; indoors, lamps hold off the dusk and the night."""
        seen = self.light.tint(colour, depth)
        return mix(seen, colour, 0.62) if self.indoors and self.light.lamps else seen

    def define(self, markup: str) -> str:
        """Keep a gradient or a clip; `markup` holds `{id}`. Returns `url(#id)`."""
        name = f"d{len(self.definitions)}"
        self.definitions.append(markup.replace("{id}", name))
        return f"url(#{name})"

    def fade(self, *stops: tuple[float, str, float] | tuple[float, str], across: bool = False) -> str:
        """A straight gradient from top to bottom, or from left to right; stops: offset, colour[, opacity]."""
        direction = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
        return self.define(f'<linearGradient id="{{id}}" x1="0" y1="0" {direction}>{_stops(stops)}</linearGradient>')

    def halo(self, *stops: tuple[float, str, float] | tuple[float, str]) -> str:
        return self.define(f'<radialGradient id="{{id}}">{_stops(stops)}</radialGradient>')

    def clip(self, *shapes: str) -> str:
        return self.define(f'<clipPath id="{{id}}">{"".join(shapes)}</clipPath>')

    def look_at(self, x: float, y: float, width: float, height: float) -> None:
        """The part of the picture a crop must keep, in pixels; cut to the sheet."""
        left, top = max(0, round(x)), max(0, round(y))
        right, bottom = min(WIDTH, round(x + width)), min(HEIGHT, round(y + height))
        self.focal = [left, top, right - left, bottom - top]

    def grade(self, body: str) -> str:
        """The icon's own colours brought into the light of the scene."""
        return HEX.sub(lambda found: self.tint(own_paint(found.group())), body)

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
            f"<defs>{FILTERS}{''.join(self.definitions)}</defs>{''.join(self.shapes)}</svg>"
        )
