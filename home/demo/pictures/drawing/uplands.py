"""Hills, meadows and mountains above the Loire: the middle of the ground stays free for an object."""

from home.demo.pictures.drawing import nature, skyline, trees
from home.demo.pictures.drawing.canvas import Canvas, curve, ellipse, path, polygon, rect
from home.demo.pictures.drawing.colours import darker, mix

# x, foot, height, haze
FIRS = (
    (80, 720, 330, 0.06),
    (210, 700, 230, 0.1),
    (1490, 730, 360, 0.05),
    (1360, 700, 240, 0.1),
    (330, 690, 160, 0.16),
    (1260, 680, 150, 0.18),
)


def trail(c: Canvas, *, sign: bool = True) -> None:
    """Hills above the Loire: firs, a winding path, the river far below."""
    nature.sky(c, 620)
    valley(c)
    for x, base, h, depth in FIRS:
        trees.fir(c, x, base, h, depth=depth)
    nature.lawn(c, 690, seed=8, swing=14)
    sand = c.tint("#ecd9b4")
    c.add(
        path(
            "M900 700C1000 730 700 760 640 800C560 850 500 880 480 910L1180 910C1160 870 1060 830 1000 800"
            "C960 770 1080 740 930 698Z",
            sand,
        )
    )
    nature.tufts(c, 740, 895, flowers="#f2b6a0")
    if sign:
        signpost(c, 1290, 790)


def valley(c: Canvas) -> None:
    """Ridge behind ridge, a bend of the Loire, a village."""
    blue = c.tint("#4d8a93")
    nature.hills(c, 360, 70, mix(blue, c.light.sky[2], 0.62), seed=3)
    nature.hills(c, 430, 50, mix(blue, c.light.sky[2], 0.4), seed=8)
    nature.hills(c, 500, 40, c.tint(c.light.leaf, 0.32), seed=12, bottom=760)
    water = mix(c.tint(c.light.water), c.light.sky[2], 0.3)
    c.add(
        path(
            "M980 560C1100 540 1300 548 1640 520L1640 556C1320 572 1160 570 1080 600C1000 640 700 640 560 700"
            "L520 690C640 630 900 610 980 560Z",
            water,
        )
    )
    skyline.skyline(c, 566, depth=0.42, size=46, seed=c.seed, start=1010, end=1290, church_at=1150)
    nature.hills(c, 610, 34, c.tint(darker(c.light.leaf, 0.05), 0.16), seed=17, bottom=900)


def signpost(c: Canvas, x: float, base: float) -> None:
    wood = c.tint("#a8744a")
    c.add(ellipse(x, base, 40, 7, c.light.shadow, opacity=0.25), rect(x - 8, base - 230, 16, 230, darker(wood, 0.1), 4))
    for y, side, colour in ((215, 1, "#ffc94d"), (160, -1, "#f4ead4")):
        left = x - 20 if side > 0 else x - 130
        d = (
            f"M{left} {base - y}h120l30 22l-30 22h-120Z"
            if side > 0
            else f"M{left + 150} {base - y}h-120l-30 22l30 22h120Z"
        )
        c.add(path(d, c.tint(colour)), rect(x - 10 if side > 0 else x - 90, base - y + 18, 84, 8, c.tint("#00707c"), 4))


def meadow(c: Canvas, *, flowers: str = "#f2a07e") -> None:
    """High grass and flowers, an orchard, the hills."""
    nature.sky(c)
    nature.far_country(c)
    skyline.skyline(c, 556, depth=0.45, church_at=420, size=64, seed=c.seed, start=240, end=760)
    trees.treeline(c, 574, depth=0.2, seed=6, size=70)
    nature.lawn(c, 580, swing=20)
    for x, base, h in ((170, 690, 330), (1400, 680, 300), (1180, 640, 190)):
        trees.tree(c, x, base, h, depth=0.05)
    nature.lawn(c, 690, seed=12, swing=16)
    nature.tufts(c, 640, 890, 70, flowers=flowers)


def mountain(c: Canvas) -> None:
    """Snow on the Monts de la Madeleine."""
    nature.sky(c, 640)
    snow_peaks(c)
    snow = c.tint("#f7fbfb")
    c.add(
        path(
            curve([(-40, 590), (300, 560), (640, 610), (1000, 560), (1340, 600), (1660, 550)], close_at=900),
            mix(snow, "#a9cbd4", 0.28),
        )
    )
    for index, x in enumerate((60, 190, 290, 1240, 1350, 1460, 1560)):
        trees.fir(c, x, 640 + (index % 3) * 22, 190 + (index % 3) * 60, depth=0.06)
    chalet(c, 1010, 628)
    c.add(
        path(
            curve([(-40, 690), (260, 660), (620, 720), (1040, 680), (1380, 716), (1660, 670)], close_at=900),
            c.fade((0, snow), (1, mix(snow, "#9cc3ce", 0.4))),
        )
    )


def snow_peaks(c: Canvas) -> None:
    blue = c.tint("#5f93a3")
    peaks = (
        ((-60, 620), (160, 330), (330, 470), (520, 210), (760, 560), (760, 700), (-60, 700)),
        ((640, 620), (860, 330), (1000, 450), (1230, 170), (1450, 420), (1680, 300), (1680, 700), (640, 700)),
    )
    for index, points in enumerate(peaks):
        c.add(polygon(list(points), mix(blue, c.light.sky[2], 0.3 - 0.14 * index)))
    caps = (
        "M520 210L432 331L470 318L505 352L540 322L580 366L604 334Z",
        "M1230 170L1120 304L1160 292L1204 340L1240 300L1290 350L1310 300L1352 314Z",
        "M160 330L104 404L150 392L182 420L222 380Z",
        "M860 330L800 412L850 398L884 424L916 380Z",
        "M1680 300L1580 346L1620 372L1680 356Z",
    )
    for cap in caps:
        c.add(path(cap, c.tint("#ffffff", 0.1)))


def chalet(c: Canvas, x: float, base: float) -> None:
    wood = c.tint("#b07a50")
    c.add(
        rect(x, base - 84, 170, 84, wood),
        rect(x, base - 30, 170, 30, c.tint("#d8cbb5")),
        polygon([(x - 30, base - 78), (x + 85, base - 150), (x + 200, base - 78)], c.tint("#ffffff")),
        polygon([(x - 22, base - 74), (x + 85, base - 136), (x + 192, base - 74)], darker(wood, 0.2)),
    )
    for left in (26, 104):
        c.add(
            rect(
                x + left,
                base - 70,
                40,
                32,
                "#ffd789" if c.light.lamps else c.light.glass,
                2,
                stroke=c.tint("#fff6e6"),
                stroke_width=4,
            )
        )
