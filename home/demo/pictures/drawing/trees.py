"""Trees, hedges, branches, in the leaf of the season."""

from home.demo.pictures.drawing.canvas import WIDTH, Canvas, ellipse, group, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter, mix


def canopy(c: Canvas, x: float, y: float, rx: float, ry: float, leaf: str, depth: float = 0.0) -> str:
    """Overlapping rounds in three tones, lit from the upper left."""
    spots = (
        (0, -0.5, 0.5),
        (-0.52, -0.1, 0.5),
        (0.52, -0.12, 0.48),
        (-0.28, 0.36, 0.46),
        (0.3, 0.36, 0.46),
        (0, 0, 0.62),
    )
    tones = (darker(leaf, 0.2), leaf, lighter(leaf, 0.16))
    shapes = []
    for tone, (dx, dy), size in zip(tones, ((0.05, 0.07), (-0.03, -0.03), (-0.16, -0.2)), (1, 0.9, 0.5), strict=True):
        fill = c.tint(tone, depth)
        shapes += [
            ellipse(x + (sx * size + dx) * rx, y + (sy * size + dy) * ry, sr * rx * size, sr * ry * size, fill)
            for sx, sy, sr in spots
        ]
    if c.light.snow:
        snow = c.tint("#ffffff", depth * 0.5)
        shapes += [
            ellipse(x + sx * 0.8 * rx - 0.06 * rx, y + sy * ry - sr * ry * 0.62, sr * rx * 0.66, sr * ry * 0.3, snow)
            for sx, sy, sr in spots[:3]
        ]
    return "".join(shapes)


def tree(c: Canvas, x: float, base: float, height: float, *, leaf: str | None = None, depth: float = 0.0) -> None:
    """A plane tree: pale trunk that forks, wide crown."""
    leaf = leaf or c.light.leaf
    bark = c.tint("#b89b7a", depth)
    w = height * 0.045
    fork = f"M{x - w} {base}L{x - w * 0.7} {base - height * 0.5}L{x + w * 0.7} {base - height * 0.5}L{x + w} {base}Z"
    c.add(
        path(fork, bark),
        path(
            f"M{x + w * 0.1} {base}L{x + w * 0.1} {base - height * 0.5}L{x + w * 0.7} {base - height * 0.5}"
            f"L{x + w} {base}Z",
            c.tint("#8f7558", depth),
        ),
        stroke(
            f"M{x} {base - height * 0.4}L{x - height * 0.13} {base - height * 0.62}M{x} {base - height * 0.38}"
            f"L{x + height * 0.14} {base - height * 0.6}",
            bark,
            w * 0.9,
        ),
        canopy(c, x, base - height * 0.66, height * 0.34, height * 0.34, leaf, depth),
    )


def poplar(c: Canvas, x: float, base: float, height: float, *, depth: float = 0.0) -> None:
    leaf = mix(c.light.leaf, "#5f8f6d", 0.35)
    w = height * 0.12
    shape = "M{x} {t}C{r} {u} {r} {v} {x} {b}C{l} {v} {l} {u} {x} {t}Z"
    marks = {"t": base - height, "u": base - height * 0.6, "v": base - height * 0.05, "b": base - height * 0.04}
    c.add(
        rect(x - w * 0.12, base - height * 0.1, w * 0.24, height * 0.1, c.tint("#8f7558", depth)),
        path(shape.format(x=x, r=x + w, l=x - w, **marks), c.tint(darker(leaf, 0.14), depth)),
        path(shape.format(x=x - w * 0.12, r=x + w * 0.45, l=x - w * 0.9, **marks), c.tint(leaf, depth)),
    )


def fir(c: Canvas, x: float, base: float, height: float, *, depth: float = 0.0) -> None:
    green = mix("#3f7a68", c.light.leaf, 0.2 if not c.light.snow else 0.35)
    c.add(rect(x - height * 0.03, base - height * 0.14, height * 0.06, height * 0.14, c.tint("#7c6048", depth)))
    for top, bottom, half in ((0.42, 0.1, 0.25), (0.7, 0.32, 0.2), (1.0, 0.58, 0.15)):
        tip, low, side = base - height * top, base - height * bottom, height * half
        c.add(
            polygon([(x, tip), (x + side, low), (x - side, low)], c.tint(darker(green, 0.12), depth)),
            polygon([(x, tip), (x + side * 0.1, low), (x - side, low)], c.tint(green, depth)),
        )
        if c.light.snow:
            c.add(
                path(
                    f"M{x} {tip}L{x + side * 0.5} {tip + (low - tip) * 0.5}"
                    f"Q{x + side * 0.2} {tip + (low - tip) * 0.4} {x} {tip + (low - tip) * 0.58}"
                    f"Q{x - side * 0.3} {tip + (low - tip) * 0.45} {x - side * 0.55} {tip + (low - tip) * 0.55}Z",
                    c.tint("#ffffff", depth * 0.5),
                )
            )


def bush(c: Canvas, x: float, base: float, width: float, *, leaf: str | None = None, depth: float = 0.0) -> None:
    c.add(canopy(c, x, base - width * 0.2, width * 0.5, width * 0.3, leaf or darker(c.light.leaf, 0.06), depth))


def treeline(c: Canvas, base: float, *, depth: float, seed: int, size: float = 70) -> None:
    """A hedge of rounds along the horizon, with a few poplars."""
    for index in range(26):
        x = -20 + index * 66 + 30 * spread(c.seed + seed, index)
        s = size * (0.6 + 0.6 * spread(c.seed + seed, index + 50))
        if index % 9 == 4:
            poplar(c, x, base + 6, s * 2.1, depth=depth)
        c.add(canopy(c, x, base - s * 0.25, s * 0.62, s * 0.5, c.light.leaf, depth))


def leaf_frame(c: Canvas, side: str = "left", *, leaf: str | None = None) -> None:
    """Branches that enter from an upper corner, close to the viewer: depth for the whole scene."""
    leaf = leaf or c.light.leaf
    mirror = side == "right"
    at = (WIDTH, 0) if mirror else (0, 0)
    shapes = []
    for x, y, rx, ry, share in (
        (40, -10, 190, 110, 0.26),
        (190, -30, 150, 84, 0.16),
        (-10, 110, 110, 120, 0.1),
        (90, 40, 120, 70, 0.0),
    ):
        shapes.append(canopy(c, x, y, rx, ry, darker(leaf, 0.1 + share)))
    c.add(group(*shapes, at=at, flip=mirror))
