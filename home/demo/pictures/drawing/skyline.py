"""The old town from afar: roofs, the church, the bridge over the Loire."""

from home.demo.pictures.drawing.canvas import Canvas, circle, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.houses import SLATE, TILE, WALLS


def skyline(
    c: Canvas,
    base: float,
    *,
    depth: float = 0.35,
    seed: int = 1,
    size: float = 84,
    church_at: float | None = None,
    start: float = -40,
    end: float = 1640,
) -> None:
    """The old town from afar, roof against roof, the church above it."""
    if church_at is not None:
        church(c, church_at, base, size * 3.1, depth=depth)
    x, index = start, 0
    while x < end:
        width = size * (0.7 + 0.75 * spread(c.seed + seed, index))
        tall = size * (0.5 + 0.55 * spread(c.seed + seed, index + 60))
        small_house(c, x, base, width, tall, index=index + seed, depth=depth)
        x, index = x + width * 0.94, index + 1


def small_house(c: Canvas, x: float, base: float, width: float, height: float, *, index: int, depth: float) -> None:
    wall, slate = (
        c.tint(WALLS[index * 3 % len(WALLS)], depth),
        c.tint(TILE if index % 4 == 2 else SLATE[index % 4], depth),
    )
    top, rise = base - height, width * 0.36
    if index % 3 == 1:
        roof = [(x - 3, top), (x + width / 2, top - rise * 1.5), (x + width + 3, top)]
    else:
        roof = [(x - 3, top), (x + width * 0.12, top - rise), (x + width * 0.88, top - rise), (x + width + 3, top)]
    c.add(
        rect(x + width * 0.66, top - rise * 1.25, width * 0.11, rise, c.tint("#b58672", depth)),
        rect(x, top - 1, width, height + 2, wall),
        polygon(roof, slate),
        rect(x + width * 0.72, top, width * 0.28, height, darker(wall, 0.06)),
    )
    if c.light.snow:
        c.add(
            stroke(
                f"M{roof[0][0] + 8} {top - 6}L{roof[1][0]} {roof[1][1]}L{roof[-2][0]} {roof[-2][1]}"
                f"L{roof[-1][0] - 8} {top - 6}",
                c.tint("#ffffff", depth * 0.4),
                7,
            )
        )
    for row in range(2 if height > width * 0.75 else 1):
        for column in range(3 if width > 90 else 2):
            lit = c.light.lamps and spread(c.seed + index, row * 5 + column) > 0.4
            glass = "#ffd789" if lit else c.tint("#4f7682", depth)
            left = x + width * (0.14 + column * (0.28 if width > 90 else 0.4))
            c.add(rect(left, top + height * (0.16 + row * 0.4), width * 0.12, height * 0.22, glass, 1))


def church(c: Canvas, x: float, base: float, height: float, *, depth: float = 0.0) -> None:
    """A country church: nave, square tower, tall slate spire; `x` is the middle of the tower."""
    stone, slate = c.tint("#e8d9bd", depth), c.tint("#526b79", depth)
    church_nave(c, x, base, height, stone, slate, depth)
    church_tower(c, x, base, height, stone, slate, depth)


def church_nave(c: Canvas, x: float, base: float, height: float, stone: str, slate: str, depth: float) -> None:
    w, nave = height * 0.2, height * 0.26
    c.add(
        rect(x + w * 0.3, base - nave, height * 0.5, nave, darker(stone, 0.03)),
        polygon(
            [
                (x + w * 0.3, base - nave),
                (x + w * 0.3, base - nave * 1.7),
                (x + height * 0.46, base - nave * 1.7),
                (x + height * 0.52, base - nave),
            ],
            slate,
        ),
    )
    for bay in range(3):
        left = x + w * 0.62 + bay * height * 0.125
        c.add(
            path(
                f"M{left} {base - nave * 0.2}v{-nave * 0.45}"
                f"a{height * 0.022} {height * 0.03} 0 0 1 {height * 0.044} 0v{nave * 0.45}Z",
                c.light.glass if c.light.lamps else c.tint("#5d8088", depth),
            )
        )


def church_tower(c: Canvas, x: float, base: float, height: float, stone: str, slate: str, depth: float) -> None:
    w, eaves = height * 0.2, base - height * 0.46
    c.add(
        rect(x - w / 2, eaves, w, base - eaves, stone),
        rect(x + w * 0.2, eaves, w * 0.3, base - eaves, darker(stone, 0.08)),
        polygon([(x - w * 0.6, eaves), (x, base - height * 0.94), (x + w * 0.6, eaves)], slate),
        polygon([(x - w * 0.6, eaves), (x, base - height * 0.94), (x - w * 0.05, eaves)], lighter(slate, 0.12)),
        rect(x - w * 0.62, eaves - 3, w * 1.24, 6, darker(stone, 0.15)),
        rect(x - 1.5, base - height, 3, height * 0.08, c.tint("#3c4f58", depth)),
        rect(x - 7, base - height * 0.98, 14, 3, c.tint("#3c4f58", depth)),
        circle(x, eaves + w * 0.42, w * 0.2, c.tint("#fff6e2", depth)),
        stroke(f"M{x} {eaves + w * 0.42}v{-w * 0.13}M{x} {eaves + w * 0.42}h{w * 0.09}", c.tint("#32454d", depth), 2.2),
    )
    for side in (-1, 1):
        left = x + side * w * 0.2 - w * 0.07
        c.add(
            path(
                f"M{left} {eaves + w * 1.2}v{-w * 0.3}a{w * 0.07} {w * 0.1} 0 0 1 {w * 0.14} 0v{w * 0.3}Z",
                c.tint("#5b5a55", depth),
            )
        )


def bridge(
    c: Canvas, deck: float, water: float, *, start: float = -60, end: float = 1660, arches: int = 6, depth: float = 0.1
) -> None:
    """A stone bridge with round arches and cutwaters, mirrored in the river."""
    stone = c.tint("#e2cfab", depth)
    dark = darker(stone, 0.2)
    span = (end - start) / arches
    rise = (water - deck - 22) * 1.28
    d = f"M{start} {deck}L{end} {deck}L{end} {water}"
    for arch in range(arches, 0, -1):
        right, left = start + (arch - 0.1) * span, start + (arch - 0.9) * span
        d += f"L{right:.1f} {water}C{right:.1f} {water - rise:.1f} {left:.1f} {water - rise:.1f} {left:.1f} {water}"
    d += f"L{start} {water}Z"
    c.add(
        f'<g transform="translate(0 {water * 1.72}) scale(1 -.72)" opacity=".34">{path(d, darker(stone, 0.1))}</g>',
        path(d, stone),
        rect(start, deck, end - start, 9, dark, opacity=0.55),
    )
    for arch in range(arches + 1):
        x, half = start + arch * span, span * 0.055
        c.add(
            polygon(
                [(x - half * 1.5, water + 4), (x - half, deck + 22), (x, deck + 10), (x, water + 8)],
                lighter(stone, 0.14),
            ),
            polygon(
                [(x + half * 1.5, water + 4), (x + half, deck + 22), (x, deck + 10), (x, water + 8)], dark, opacity=0.75
            ),
        )
    c.add(
        rect(start, deck - 16, end - start, 17, lighter(stone, 0.16)), rect(start, deck - 20, end - start, 6, dark, 2)
    )
