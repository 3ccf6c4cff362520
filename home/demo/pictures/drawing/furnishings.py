"""What hangs on the walls and stands in the corners of a room."""

from home.demo.pictures.drawing.canvas import Canvas, circle, ellipse, group, path, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.rooms import Box

BOOKS = ("#c9563f", "#00707c", "#e0a63c", "#6f9a7b", "#4d6d8c", "#f0e3c8", "#8d5a6c", "#d98a5c", "#2f5560")


def curtains(c: Canvas, box: Box, colour: str) -> None:
    left, top, width, height = box
    cloth = c.tint(colour)
    c.add(rect(left - 60, top - 34, width + 120, 9, c.tint("#8a6a4c"), 4))
    for side in (0, 1):
        edge, out = (left - 46, 1) if side == 0 else (left + width + 46, -1)
        low = top + height + 60
        c.add(
            path(
                f"M{edge} {top - 28}h{out * width * 0.34}"
                f"Q{edge + out * width * 0.3} {top + height * 0.55} {edge + out * width * 0.12} {low}"
                f"H{edge - out * 10}Z",
                cloth,
            )
        )
        for fold in (0.06, 0.15, 0.24):
            c.add(
                stroke(
                    f"M{edge + out * width * fold} {top - 24}"
                    f"Q{edge + out * width * fold * 0.9} {top + height * 0.6} "
                    f"{edge + out * width * fold * 0.4} {low - 6}",
                    darker(cloth, 0.12),
                    4,
                    opacity=0.7,
                )
            )


def pendant(c: Canvas, x: float, low: float, colour: str = "#00707c", size: float = 90) -> None:
    shade = c.tint(colour)
    glow = c.halo((0, "#ffe9b8", 0.7), (1, "#ffe9b8", 0))
    c.add(rect(x - 2, 0, 4, low - size * 0.5, c.tint("#4a4a44")), ellipse(x, low + 14, size * 1.9, size * 1.2, glow))
    c.add(
        path(
            f"M{x - size * 0.6} {low}Q{x - size * 0.5} {low - size * 0.58} {x} {low - size * 0.6}"
            f"Q{x + size * 0.5} {low - size * 0.58} {x + size * 0.6} {low}Z",
            shade,
        ),
        ellipse(x, low, size * 0.6, size * 0.1, "#fff0c8"),
    )


def shelf(c: Canvas, x: float, y: float, width: float, colour: str = "#a8744a") -> None:
    wood = c.tint(colour)
    c.add(
        rect(x, y + 12, width, 12, "#0b2b35", opacity=0.12),
        rect(x, y, width, 13, wood, 2),
        rect(x, y, width, 4, lighter(wood, 0.2), 2),
    )


def books(c: Canvas, x: float, y: float, width: float, height: float, *, seed: int = 0) -> None:
    """Spines on a shelf whose top is at `y`."""
    left, index = x, 0
    while left < x + width - 12:
        wide = 14 + 16 * spread(c.seed + seed, index)
        tall = height * (0.7 + 0.28 * spread(c.seed + seed, index + 90))
        fill = c.tint(BOOKS[int(spread(c.seed + seed, index + 170) * 9) % 9])
        if spread(c.seed + seed, index + 240) > 0.93:
            left, index = left + wide * 1.4, index + 1
            continue
        c.add(
            rect(left, y - tall, wide, tall, fill, 2),
            rect(left + 3, y - tall * 0.84, wide - 6, 4, lighter(fill, 0.5), opacity=0.8),
            rect(left + wide * 0.7, y - tall, wide * 0.3, tall, "#0b2b35", opacity=0.12),
        )
        left, index = left + wide + 1, index + 1


def bookcase(c: Canvas, x: float, top: float, width: float, bottom: float, *, rows: int = 5, seed: int = 0) -> None:
    wood = c.tint("#9a6a44")
    c.add(
        rect(x - 14, top - 14, width + 28, bottom - top + 14, wood, 4),
        rect(x, top, width, bottom - top, darker(wood, 0.4)),
    )
    step = (bottom - top) / rows
    for row in range(rows):
        y = top + step * (row + 1)
        books(c, x + 4, y - 10, width - 8, step - 22, seed=seed + row * 7)
        c.add(rect(x, y - 10, width, 12, lighter(wood, 0.08)))


def picture_frame(c: Canvas, x: float, y: float, width: float, height: float, *, kind: int = 0) -> None:
    """A framed landscape or shapes, on the wall."""
    wood = c.tint(("#b98a4e", "#5f4a3a", "#f4ead4")[kind % 3])
    c.add(
        rect(x + 6, y + 8, width, height, "#0b2b35", 3, opacity=0.14),
        rect(x, y, width, height, wood, 3),
        rect(x + 10, y + 10, width - 20, height - 20, c.tint("#fdf6e6")),
    )
    a, b, w, h = x + 20, y + 20, width - 40, height - 40
    if kind % 3 == 0:
        c.add(
            rect(a, b, w, h, c.tint("#bfe0df")),
            circle(a + w * 0.7, b + h * 0.32, h * 0.13, c.tint("#ffc94d")),
            path(
                f"M{a} {b + h * 0.7}Q{a + w * 0.3} {b + h * 0.3} {a + w * 0.6} {b + h * 0.66}"
                f"T{a + w} {b + h * 0.55}V{b + h}H{a}Z",
                c.tint("#6f9a7b"),
            ),
        )
    elif kind % 3 == 1:
        c.add(
            rect(a, b, w, h, c.tint("#f6d9b0")),
            circle(a + w * 0.4, b + h * 0.45, min(w, h) * 0.26, c.tint("#d9614a")),
            rect(a + w * 0.45, b + h * 0.4, w * 0.36, h * 0.4, c.tint("#00707c"), opacity=0.85),
        )
    else:
        c.add(
            rect(a, b, w, h, c.tint("#2f6d74")),
            path(f"M{a + w * 0.5} {b + h * 0.9}V{b + h * 0.4}", stroke=c.tint("#a9c765"), stroke_width=5),
            circle(a + w * 0.5, b + h * 0.34, min(w, h) * 0.2, c.tint("#ffc94d")),
        )


def floor_plant(c: Canvas, x: float, base: float, height: float) -> None:
    pot, leaf = c.tint("#d98a5c"), c.tint("#4f8a6b")
    w = height * 0.2
    c.add(ellipse(x, base, w * 1.3, w * 0.18, "#0b2b35", opacity=0.2))
    for index, angle in enumerate((-62, -38, -16, 8, 30, 56)):
        size = height * (0.62, 0.74, 0.82, 0.78, 0.72, 0.6)[index]
        tone = darker(leaf, 0.14) if index % 2 else lighter(leaf, 0.06)
        c.add(
            group(
                path(
                    f"M0 0C{-size * 0.16} {-size * 0.4} {-size * 0.1} {-size * 0.8} 0 {-size}"
                    f"C{size * 0.1} {-size * 0.8} {size * 0.16} {-size * 0.4} 0 0Z",
                    tone,
                ),
                at=(x, base - w * 1.3),
                turn=angle,
            )
        )
    c.add(
        path(f"M{x - w} {base - w * 1.7}h{w * 2}l{-w * 0.3} {w * 1.7}h{-w * 1.4}Z", pot),
        rect(x - w * 1.1, base - w * 1.8, w * 2.2, w * 0.4, lighter(pot, 0.14), 4),
    )


def rug(c: Canvas, x: float, y: float, rx: float, ry: float, colour: str) -> None:
    tone = c.tint(colour)
    c.add(
        ellipse(x, y, rx, ry, tone),
        ellipse(x, y, rx * 0.88, ry * 0.86, lighter(tone, 0.22)),
        ellipse(x, y, rx * 0.8, ry * 0.77, tone),
    )


def lamp_glow(c: Canvas, x: float, y: float, radius: float = 420) -> None:
    c.add(circle(x, y, radius, c.halo((0, "#ffe6ad", 0.5), (1, "#ffe6ad", 0))))


def steam(c: Canvas, x: float, base: float, height: float) -> None:
    for dx, delay in ((-0.22, 0.0), (0, 0.16), (0.22, 0.05)):
        left, low, s = x + dx * height, base - delay * height, height * 0.28
        c.add(
            stroke(
                f"M{left} {low}c{s * 0.7} {-s} {-s * 0.7} {-s * 1.6} 0 {-s * 2.6}",
                "#ffffff",
                height * 0.06,
                opacity=0.55,
            )
        )
