"""What stands and hangs in the streets and the parks."""

from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, ellipse, group, path, polygon, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter


def lamp_post(c: Canvas, x: float, base: float, height: float = 230) -> None:
    iron = c.tint("#2c4a52")
    if c.light.lamps:
        c.add(circle(x, base - height, 90, c.halo((0, "#ffdf9a", 0.75), (1, "#ffdf9a", 0))))
    c.add(
        rect(x - 4, base - height + 20, 8, height - 20, iron),
        rect(x - 11, base - 26, 22, 26, iron, 3),
        polygon(
            [
                (x - 15, base - height - 12),
                (x + 15, base - height - 12),
                (x + 9, base - height + 24),
                (x - 9, base - height + 24),
            ],
            "#fff0c4" if c.light.lamps else c.tint("#f7f1dc"),
        ),
        polygon([(x - 19, base - height - 10), (x, base - height - 30), (x + 19, base - height - 10)], iron),
    )


def bench(c: Canvas, x: float, base: float, width: float = 190) -> None:
    wood, iron = c.tint("#a8744a"), c.tint("#2c4a52")
    s = width / 190
    c.add(ellipse(x, base + 3, width * 0.55, 9 * s, c.light.shadow, opacity=0.18))
    for side in (-1, 1):
        c.add(
            stroke(
                f"M{x + side * 72 * s} {base}v{-44 * s}M{x + side * 72 * s} {base - 40 * s}l{side * 5 * s} {-52 * s}",
                iron,
                6 * s,
            )
        )
    for lift in (44, 62, 78, 94):
        shade = wood if lift == 44 else lighter(wood, 0.08)
        c.add(rect(x - width / 2, base - lift * s - 5 * s, width, 10 * s if lift != 44 else 13 * s, shade, 4 * s))


def bunting(
    c: Canvas, start: tuple[float, float], end: tuple[float, float], *, sag: float = 70, flags: int = 14
) -> None:
    """A string of small flags in the city's colours."""
    (x0, y0), (x1, y1) = start, end
    colours = ("#00707c", "#ffc94d", "#d9614a", "#fff6e6", "#7fb0a4")
    c.add(
        path(
            f"M{x0} {y0}Q{(x0 + x1) / 2} {(y0 + y1) / 2 + sag * 2} {x1} {y1}",
            stroke=c.tint("#5b6b6b"),
            stroke_width=2.5,
        )
    )
    for flag in range(flags):
        t = (flag + 0.5) / flags
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * (x0 + x1) / 2 + t * t * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ((y0 + y1) / 2 + sag * 2) + t * t * y1
        w = min(44, abs(x1 - x0) / flags * 0.62)
        c.add(polygon([(x - w / 2, y), (x + w / 2, y), (x, y + w * 1.1)], c.tint(colours[flag % 5])))


def fairy_lights(
    c: Canvas, start: tuple[float, float], end: tuple[float, float], *, sag: float = 60, bulbs: int = 15
) -> None:
    (x0, y0), (x1, y1) = start, end
    c.add(
        path(
            f"M{x0} {y0}Q{(x0 + x1) / 2} {(y0 + y1) / 2 + sag * 2} {x1} {y1}", stroke=c.tint("#2c4a52"), stroke_width=3
        )
    )
    glow = c.halo((0, "#ffe3a0", 0.85), (1, "#ffe3a0", 0))
    for bulb in range(bulbs):
        t = (bulb + 0.5) / bulbs
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * (x0 + x1) / 2 + t * t * x1
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * ((y0 + y1) / 2 + sag * 2) + t * t * y1
        c.add(circle(x, y + 10, 26, glow), circle(x, y + 10, 7, "#fff1c4"))


def paving(c: Canvas, top: float, colour: str = "#e5d6bb") -> None:
    """Pale stone, with joints that run to one vanishing point."""
    stone = c.tint("#f1f5f5" if c.light.snow else colour)
    c.add(rect(0, top, WIDTH, 900 - top, c.fade((0, darker(stone, 0.07)), (0.25, stone), (1, darker(stone, 0.1)))))
    joint = darker(stone, 0.12)
    if c.light.snow:
        return
    for index in range(-12, 13):
        c.add(stroke(f"M{800 + index * 58} {top}L{800 + index * 190} 900", joint, 2, opacity=0.45))
    y, step = top + 14, 16.0
    while y < 900:
        c.add(rect(0, y, WIDTH, 2, joint, opacity=0.45))
        y, step = y + step, step * 1.32


def kiosk(c: Canvas, x: float, base: float, width: float, *, depth: float = 0.0) -> None:
    """A bandstand with a slate roof."""
    iron, slate = c.tint("#2f6d74", depth), c.tint("#5d7785", depth)
    h = width * 0.9
    c.add(
        ellipse(x, base, width * 0.62, width * 0.06, c.light.shadow, opacity=0.2),
        rect(x - width / 2, base - h * 0.18, width, h * 0.18, c.tint("#dccbad", depth), 4),
    )
    for post in (-0.45, -0.17, 0.17, 0.45):
        c.add(rect(x + post * width - 4, base - h * 0.68, 8, h * 0.52, iron))
    c.add(
        stroke(f"M{x - width * 0.45} {base - h * 0.3}H{x + width * 0.45}", iron, 5),
        path(
            f"M{x - width * 0.6} {base - h * 0.66}Q{x - width * 0.12} {base - h * 0.76} {x} {base - h}"
            f"Q{x + width * 0.12} {base - h * 0.76} {x + width * 0.6} {base - h * 0.66}Z",
            slate,
        ),
        path(
            f"M{x - width * 0.6} {base - h * 0.66}Q{x - width * 0.12} {base - h * 0.76} {x} {base - h}"
            f"L{x - width * 0.1} {base - h * 0.66}Z",
            lighter(slate, 0.12),
        ),
        rect(x - width * 0.6, base - h * 0.67, width * 1.2, 10, iron, 4),
        group(circle(0, 0, 6, iron), at=(x, base - h - 4)),
    )
