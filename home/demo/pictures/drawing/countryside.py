"""Riverbank, park, garden, stadium, hills, mountain: the middle of the ground stays free for an object."""

from itertools import pairwise

from home.demo.pictures.drawing import nature, skyline, street_furniture, trees
from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter, mix


def riverside(
    c: Canvas, *, frame: str | None = "left", path_way: bool = False, flowers: str = "#fff6e6", church: float = 430
) -> None:
    """The near bank of the Loire; beyond the water, the bridge and the old town."""
    nature.sky(c)
    nature.far_country(c)
    skyline.skyline(c, 536, depth=0.26, church_at=church, size=96, seed=c.seed)
    trees.treeline(c, 572, depth=0.18, seed=2, size=50)
    nature.river(c, 570, 800)
    skyline.bridge(c, 505, 616)
    nature.lawn(c, 722)
    if path_way:
        gravel_path(c, 740)
    nature.tufts(c, 760, 895, flowers=flowers)
    if frame:
        trees.leaf_frame(c, frame)


def gravel_path(c: Canvas, top: float) -> None:
    sand = c.tint("#ecd9b4")
    d = (
        f"M-40 {top + 86}C320 {top + 20} 900 {top + 20} 1640 {top + 70}L1640 {top + 150}"
        f"C960 {top + 96} 420 {top + 96} -40 880Z"
    )
    c.add(path(d, c.fade((0, lighter(sand, 0.1)), (1, darker(sand, 0.08)))))


def park(
    c: Canvas, *, bench: bool = True, kiosk: bool = False, flowers: str = "#fff6e6", town_behind: bool = True
) -> None:
    """A lawn between large trees, with a path and the town behind the hedge."""
    nature.sky(c)
    nature.far_country(c)
    if town_behind:
        skyline.skyline(c, 556, depth=0.42, church_at=1120 if c.seed % 2 else 520, size=78, seed=c.seed)
    trees.treeline(c, 575, depth=0.22, seed=4, size=86)
    nature.lawn(c, 574, swing=14)
    walk = c.tint("#eddcba")
    c.add(
        path(
            "M640 582C560 640 1020 660 900 730C800 790 420 800 330 910L1010 910C1010 830 1210 770 1150 690"
            "C1100 630 700 630 690 582Z",
            walk,
            opacity=0.9,
        )
    )
    trees.tree(c, 96, 720, 620)
    trees.tree(c, 1500, 700, 560)
    trees.tree(c, 1290, 636, 330, depth=0.1)
    for x, width in ((250, 150), (1370, 170), (1200, 90)):
        trees.bush(c, x, 668 if x != 250 else 700, width)
    if kiosk:
        street_furniture.kiosk(c, 470, 640, 300, depth=0.06)
    if bench:
        street_furniture.bench(c, 390, 700, 200)
    nature.tufts(c, 690, 895, flowers=flowers)


def garden(c: Canvas) -> None:
    """The shared garden: beds, a fence, a shed, the town beyond."""
    nature.sky(c)
    nature.far_country(c)
    skyline.skyline(c, 552, depth=0.36, church_at=980, size=84, seed=c.seed)
    trees.treeline(c, 580, depth=0.16, seed=6, size=74)
    nature.lawn(c, 578, swing=6)
    shed(c, 1180, 640)
    fence(c, 616)
    soil, leaf = c.tint("#7a5a42"), c.light.leaf
    for row, (y, h) in enumerate(((648, 26), (700, 40), (780, 62), (880, 80))):
        c.add(rect(-20, y - h * 0.4, WIDTH + 40, h, c.fade((0, soil), (1, darker(soil, 0.2))), h * 0.4))
        step = 46 + row * 22
        for plant in range(int(1660 / step)):
            x = -10 + plant * step + 10 * spread(c.seed, plant + row * 60)
            kind = (plant + row) % 7
            nature_leaf = ("#7fae5a", "#a9c765", "#5d9161")[(plant // 5 + row) % 3]
            size = h * 0.62
            if row == 3 and 420 < x < 1180:
                continue
            c.add(trees.canopy(c, x, y - size * 0.5, size * 0.7, size * 0.52, mix(nature_leaf, leaf, 0.25)))
            if kind == 3:
                c.add(
                    circle(x + 4, y - size * 0.55, size * 0.24, c.tint("#e2553f")),
                    circle(x - size * 0.3, y - size * 0.2, size * 0.19, c.tint("#e2553f")),
                )


def shed(c: Canvas, x: float, base: float) -> None:
    wood = c.tint("#8fb0a8")
    c.add(
        rect(x, base - 140, 200, 140, wood),
        polygon([(x - 16, base - 134), (x + 100, base - 206), (x + 216, base - 134)], c.tint("#5d7785")),
    )
    for plank in range(1, 8):
        c.add(rect(x + plank * 25, base - 136, 2, 136, darker(wood, 0.14)))
    c.add(
        rect(x + 118, base - 104, 56, 104, c.tint("#cf8a5c"), 2),
        rect(x + 28, base - 100, 58, 44, c.light.glass, 2, stroke=c.tint("#fff6e6"), stroke_width=6),
    )


def fence(c: Canvas, base: float) -> None:
    wood = c.tint("#f4ead4")
    c.add(
        rect(-10, base - 46, WIDTH + 20, 6, darker(wood, 0.1)), rect(-10, base - 20, WIDTH + 20, 6, darker(wood, 0.1))
    )
    for x in range(-10, WIDTH, 34):
        c.add(path(f"M{x} {base}v-54l8 -9l8 9v54Z", wood))


def stadium(c: Canvas, *, goal: bool = True, lines: bool = True) -> None:
    """The municipal ground: striped turf, a small stand, floodlights, poplars."""
    nature.sky(c)
    nature.far_country(c)
    skyline.skyline(c, 552, depth=0.45, church_at=300, size=72, seed=c.seed)
    trees.treeline(c, 572, depth=0.22, seed=9, size=84)
    for x in (150, 1440):
        c.add(rect(x - 5, 190, 10, 400, c.tint("#5c7c84")), rect(x - 52, 176, 104, 44, c.tint("#e8efe9"), 6))
        for lamp in range(6):
            c.add(circle(x - 38 + 15.2 * lamp, 198, 6, "#fff4cf"))
    grandstand(c, 900, 600, 430)
    grass = c.tint(c.light.grass)
    c.add(rect(0, 590, WIDTH, 310, grass))
    bands = (590, 612, 642, 684, 742, 820, 920)
    for index, (top, bottom) in enumerate(pairwise(bands)):
        c.add(rect(0, top, WIDTH, bottom - top, darker(grass, 0.07) if index % 2 else lighter(grass, 0.05)))
    white = c.tint("#fdfbf2")
    if lines:
        c.add(
            stroke("M-20 628H1620", white, 4),
            path("M-20 870Q800 640 1620 870", stroke=white, stroke_width=9, fill="none", opacity=0.9),
        )
    if goal:
        c.add(
            *(stroke(f"M{x} 640V540", white, 2, opacity=0.5) for x in range(290, 560, 18)),
            *(stroke(f"M282 {y}H562", white, 2, opacity=0.5) for y in range(546, 640, 16)),
        )
        c.add(stroke("M280 646V536H564V646", white, 9))
    c.add(rect(0, 588, WIDTH, 10, c.tint("#4f8a70"), opacity=0.6))


def grandstand(c: Canvas, x: float, base: float, width: float) -> None:
    c.add(rect(x, base - 92, width, 92, c.tint("#d9cfb9", 0.1)))
    for row in range(4):
        c.add(rect(x + 8, base - 82 + row * 20, width - 16, 12, c.tint("#2f8590", 0.12), 3))
        for seat in range(18):
            if spread(c.seed, row * 20 + seat) > 0.45:
                tone = ("#d9614a", "#ffc94d", "#fff6e6", "#7fb0a4", "#8d5a3c")[(seat * 3 + row) % 5]
                c.add(circle(x + 24 + seat * (width - 40) / 18, base - 84 + row * 20, 7, c.tint(tone, 0.15)))
    c.add(
        polygon(
            [(x - 30, base - 150), (x + width + 10, base - 176), (x + width + 10, base - 162), (x - 30, base - 138)],
            c.tint("#5d7785", 0.1),
        )
    )
    for post in (0.04, 0.5, 0.97):
        c.add(rect(x + width * post - 4, base - 164, 7, 164, c.tint("#7d919a", 0.1)))
