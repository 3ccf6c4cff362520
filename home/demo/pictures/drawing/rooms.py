"""Walls, floors, windows, tables: what the indoor scenes are built from."""

from home.demo.pictures.drawing import nature, skyline, trees
from home.demo.pictures.drawing.canvas import WIDTH, Canvas, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter

Box = tuple[float, float, float, float]


def wall(c: Canvas, colour: str, *, skirting: int = 640) -> None:
    c.indoors = True
    paint = c.tint(colour)
    c.add(
        rect(0, skirting, WIDTH, 900 - skirting, darker(paint, 0.3)),
        rect(0, 0, WIDTH, skirting, c.fade((0, lighter(paint, 0.1)), (1, darker(paint, 0.07)))),
        rect(0, skirting - 22, WIDTH, 22, lighter(paint, 0.34)),
        rect(0, skirting - 24, WIDTH, 3, darker(paint, 0.12)),
    )


def parquet(c: Canvas, top: int, colour: str = "#c99a68") -> None:
    wood = c.tint(colour)
    c.add(rect(0, top, WIDTH, 900 - top, c.fade((0, darker(wood, 0.12)), (1, lighter(wood, 0.04)))))
    joint = darker(wood, 0.22)
    for index in range(-14, 15):
        c.add(stroke(f"M{800 + index * 62} {top}L{800 + index * 190} 900", joint, 2, opacity=0.5))
    for index in range(26):
        column, level = index % 13 - 6, spread(c.seed, index + 60)
        y = top + 20 + (880 - top) * level
        t = (y - top) / (900 - top)
        left = 800 + column * (62 + 128 * t)
        c.add(rect(left, y, 62 + 128 * t, 2, joint, opacity=0.5))


def tiles(c: Canvas, top: int, colour: str = "#e6ddca") -> None:
    tone = c.tint(colour)
    c.add(rect(0, top, WIDTH, 900 - top, c.fade((0, darker(tone, 0.1)), (1, tone))))
    y, step, row = float(top), 22.0, 0
    while y < 900:
        for index in range(-9, 9):
            near, far = (y - top) / (900 - top), (y + step - top) / (900 - top)
            if (index + row) % 2:
                a, b = 62 + 150 * near, 62 + 150 * far
                c.add(
                    polygon(
                        [
                            (800 + index * a, y),
                            (800 + (index + 1) * a, y),
                            (800 + (index + 1) * b, y + step),
                            (800 + index * b, y + step),
                        ],
                        darker(tone, 0.12),
                        opacity=0.55,
                    )
                )
        y, step, row = y + step, step * 1.3, row + 1


def windows(c: Canvas, *boxes: Box, arched: bool = False, bars: int = 1, frame: str = "#fffaf0") -> None:
    """Openings onto one and the same view of the town; each box is left, top, width, height."""
    kept, c.shapes, c.indoors = c.shapes, [], False
    nature.sky(c, 420)
    nature.far_country(c, 420)
    skyline.skyline(c, 430, depth=0.22, church_at=1020 if c.seed % 2 else 560, size=104, seed=c.seed)
    trees.treeline(c, 450, depth=0.12, seed=3, size=96)
    view, c.shapes, c.indoors = "".join(c.shapes), kept, True
    c.add(f'<g clip-path="{c.clip(*(opening(box, arched) for box in boxes))}">{view}</g>')
    for box in boxes:
        window_frame(c, box, arched, bars, c.tint(frame))


def opening(box: Box, arched: bool, grow: float = 0) -> str:
    left, top, width, height = box[0] - grow, box[1] - grow, box[2] + 2 * grow, box[3] + 2 * grow
    if not arched:
        return rect(left, top, width, height, "#000")
    r = width / 2
    return path(f"M{left} {top + height}V{top + r}A{r} {r} 0 0 1 {left + width} {top + r}V{top + height}Z", "#000")


def window_frame(c: Canvas, box: Box, arched: bool, bars: int, paint: str) -> None:
    left, top, width, height = box
    edge = opening(box, arched, 5).replace('fill="#000"', f'fill="none" stroke="{paint}" stroke-width="12"')
    gleam = [(left, top + height * 0.5), (left + width * 0.62, top), (left + width, top), (left, top + height)]
    c.add(
        f'<g clip-path="{c.clip(opening(box, arched))}">{polygon(gleam, "#ffffff", opacity=0.13)}</g>',
        edge,
    )
    for bar in range(1, bars + 1):
        c.add(rect(left + width * bar / (bars + 1) - 4, top, 8, height, paint))
    c.add(rect(left, top + height * 0.42, width, 7, paint))
    c.add(
        rect(left - 22, top + height, width + 44, 16, lighter(paint, 0.2), 3),
        rect(left - 16, top + height + 16, width + 32, 6, "#0b2b35", opacity=0.14),
    )


def table(c: Canvas, colour: str = "#c08a58", *, top: int = 640, front: int = 762) -> None:
    """The table at which the viewer stands: its top from edge to edge, its front below."""
    wood = c.tint(colour)
    c.add(
        polygon(
            [(70, top), (1530, top), (1680, front), (-80, front)],
            c.fade((0, darker(wood, 0.06)), (1, lighter(wood, 0.16))),
        ),
        rect(-20, front, WIDTH + 40, 34, darker(wood, 0.14)),
        rect(-20, front + 34, WIDTH + 40, 120, c.fade((0, darker(wood, 0.42)), (1, darker(wood, 0.26)))),
    )
    for index in range(5):
        y = top + 18 + index * 24
        c.add(
            stroke(
                f"M{90 - index * 20} {y}Q{500 + 140 * spread(c.seed, index)} {y + 8} {1500 + index * 20} {y - 2}",
                darker(wood, 0.12),
                2.5,
                opacity=0.5,
            )
        )


def cloth(c: Canvas, colour: str, *, top: int = 640, front: int = 762, checks: bool = False) -> None:
    """A tablecloth instead of bare wood."""
    fabric = c.tint(colour)
    shape = [(70, top), (1530, top), (1680, front), (-80, front)]
    c.add(polygon(shape, c.fade((0, darker(fabric, 0.05)), (1, lighter(fabric, 0.12)))))
    if checks:
        pale = c.tint("#fff8ea")
        lines = [
            stroke(f"M{800 + i * 92} {top}L{800 + i * 112} {front}", pale, 15, opacity=0.55) for i in range(-10, 11)
        ]
        lines += [stroke(f"M0 {top + 12 + i * 34}H1600", pale, 7 + i * 2, opacity=0.55) for i in range(4)]
        c.add(f'<g clip-path="{c.clip(polygon(shape, "#000"))}">{"".join(lines)}</g>')
    c.add(rect(-20, front, WIDTH + 40, 150, c.fade((0, darker(fabric, 0.1)), (1, darker(fabric, 0.24)))))
    for fold in range(15):
        x = 30 + fold * 112
        c.add(path(f"M{x} {front}q14 80 -8 150h40q-26 -70 -8 -150Z", darker(fabric, 0.2), opacity=0.5))
