"""Setting things down: one object with its form, its contact with the ground and the shadow it casts."""

from functools import cache
from pathlib import Path

from home.demo.pictures.drawing.canvas import HEX, Canvas, attributes, ellipse, group
from home.demo.pictures.drawing.light import Light

PROPS = Path(__file__).resolve().parent / "props"


def shear(light: Light) -> float:
    """Degrees by which a shadow leans away from the sun."""
    return max(-58, min(58, (light.sun_at[0] - 800) / 12))


def put(
    c: Canvas, drawing: str, x: float, base: float, width: float, *, cast: bool | None = None, strength: float = 1.0
) -> None:
    """Any drawing in sheet coordinates that stands at (x, base) and touches the ground on `width` pixels.

    Outdoors it casts its silhouette towards the viewer, unless `cast` says otherwise.
    """
    dark = c.light.shadow
    if cast or (cast is None and not c.indoors):
        move = f"translate({x} {base}) skewX({shear(c.light):.1f}) scale(1 -0.3) translate({-x} {-base})"
        c.add(f"<g{attributes(transform=move, filter='url(#cast)', opacity=0.2 * strength)}>{drawing}</g>")
    c.add(
        ellipse(x, base, width * 0.56, max(7, width * 0.05), dark, opacity=0.26 * strength, filter="url(#soft)"),
        ellipse(x, base - 1, width * 0.46, max(4, width * 0.022), dark, opacity=0.3 * strength),
        f'<g filter="url(#form)">{drawing}</g>',
    )


def icon(c: Canvas, name: str, x: float, base: float, height: float, *, turn: float = 0, flip: bool = False) -> str:
    """The drawing of an icon `height` pixels tall whose feet are at (x, base)."""
    left, top, width, tall = c.boxes[name]
    scale = height / tall
    centred = f'<g transform="translate({-left - width / 2} {-top - tall / 2})">{c.grade(c.icons[name])}</g>'
    return group(centred, at=(x, base - height / 2), turn=turn, scale=scale, flip=flip)


@cache
def load(name: str) -> tuple[float, str]:
    """The size a prop is drawn at and its shapes; its foot is at (0, 0)."""
    text = (PROPS / f"{name}.svg").read_text(encoding="utf-8")
    opening, body = text.split(">", 1)
    return float(opening.split('data-size="')[1].rstrip('"')), body.removesuffix("</svg>\n").replace("\n", "")


def prop(c: Canvas, name: str, x: float, base: float, size: float, *, turn: float = 0) -> str:
    """One of our own drawings (props/), in the light of the scene; `size` is its width, or its height if it is tall."""
    drawn_at, body = load(name)
    return group(HEX.sub(lambda found: c.tint(found.group()), body), at=(x, base), scale=size / drawn_at, turn=turn)


def width_of(c: Canvas, name: str, height: float) -> float:
    return c.boxes[name][2] / c.boxes[name][3] * height


def stand(
    c: Canvas,
    name: str,
    x: float,
    base: float,
    height: float,
    *,
    turn: float = 0,
    flip: bool = False,
    cast: bool | None = None,
    touch: float = 0.8,
) -> None:
    """An icon on the ground; `touch` is the share of its width that rests on it."""
    put(c, icon(c, name, x, base, height, turn=turn, flip=flip), x, base, width_of(c, name, height) * touch, cast=cast)


def hero(
    c: Canvas,
    name: str,
    x: float,
    base: float,
    height: float,
    *,
    turn: float = 0,
    flip: bool = False,
    cast: bool | None = None,
    touch: float = 0.8,
) -> None:
    """The one big object: like `stand`, and the part of the picture that a crop keeps."""
    stand(c, name, x, base, height, turn=turn, flip=flip, cast=cast, touch=touch)
    width = width_of(c, name, height)
    c.look_at(x - width / 2 - 30, base - height - 30, width + 60, height + 70)


def hang(c: Canvas, name: str, x: float, top: float, height: float, *, turn: float = 0, flip: bool = False) -> None:
    """An icon on a wall or in the air: form, no ground."""
    floating(c, icon(c, name, x, top + height, height, turn=turn, flip=flip))


def present(
    c: Canvas, drawing: str, x: float, base: float, width: float, height: float, *, cast: bool | None = None
) -> None:
    """A drawn object as the hero of the picture."""
    put(c, drawing, x, base, width, cast=cast)
    c.look_at(x - width / 2 - 30, base - height - 30, width + 60, height + 70)


def floating(c: Canvas, *drawings: str) -> None:
    """Drawings held, worn, hung or thrown: form, no ground."""
    c.add(f'<g filter="url(#form)">{"".join(drawings)}</g>')
