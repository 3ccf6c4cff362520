"""Squares, streets, market: the middle of the ground stays free for an object."""

from home.demo.pictures.drawing import houses, nature, skyline, street_furniture, trees
from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, ellipse, polygon, rect
from home.demo.pictures.drawing.colours import darker, lighter


def square(
    c: Canvas, *, planes: bool = True, shops: bool = True, lamp: bool = True, flags: bool = False, height: float = 236
) -> None:
    """The town square: façades, plane trees, pale paving."""
    nature.sky(c, 480)
    nature.far_country(c, 470)
    skyline.church(c, 1180 if c.seed % 2 else 390, 560, 520, depth=0.25)
    houses.street_row(c, 600, height=height, seed=c.seed, shops=shops, depth=0.08)
    street_furniture.paving(c, 598)
    c.add(rect(0, 598, WIDTH, 14, c.tint("#b8a88c"), opacity=0.55))
    if planes:
        trees.tree(c, 130, 740, 560)
        trees.tree(c, 1490, 716, 500)
    if lamp:
        street_furniture.lamp_post(c, 1290, 690, 290)
    if flags:
        street_furniture.bunting(c, (-20, 90), (820, 60), sag=60)
        street_furniture.bunting(c, (800, 60), (1620, 110), sag=70)


def market(c: Canvas) -> None:
    """Market day: two rows of awnings that lead to the church."""
    nature.sky(c, 480)
    skyline.church(c, 800, 590, 560, depth=0.2)
    houses.street_row(c, 590, height=230, seed=c.seed, end=640, depth=0.1)
    houses.street_row(c, 590, height=240, seed=c.seed + 4, start=960, depth=0.1)
    skyline.small_house(c, 640, 590, 160, 150, index=4, depth=0.18)
    skyline.small_house(c, 800, 590, 170, 130, index=2, depth=0.18)
    street_furniture.paving(c, 588)
    stalls = (
        ("#c9563f", 40, 640, 250),
        ("#00707c", 1310, 640, 250),
        ("#e0a63c", 300, 622, 180),
        ("#6f9a6b", 1110, 622, 180),
    )
    for colour, x, base, width in stalls:
        stall(c, x, base, width, colour)


def stall(c: Canvas, x: float, base: float, width: float, colour: str, *, goods: bool = True) -> None:
    """A market stall seen from the front, `x` its left side."""
    wood, s = c.tint("#a8744a"), width / 250
    c.add(ellipse(x + width / 2, base, width * 0.55, 9 * s, c.light.shadow, opacity=0.22))
    for post in (8, width - 16):
        c.add(rect(x + post, base - 190 * s, 8 * s, 190 * s, darker(wood, 0.2)))
    c.add(
        rect(x, base - 84 * s, width, 84 * s, wood),
        rect(x, base - 84 * s, width, 84 * s, c.fade((0, "#0b2b35", 0), (1, "#0b2b35", 0.22))),
    )
    c.add(rect(x - 6, base - 92 * s, width + 12, 14 * s, lighter(wood, 0.22), 3))
    if goods:
        tones = ("#d9614a", "#f0a63c", "#6f9a4b", "#ffc94d", "#8d5a86", "#c9d36b")
        for crate in range(4):
            left = x + 8 * s + crate * (width - 8 * s) / 4
            fill = c.tint(tones[(crate + int(x)) % 6])
            for ball in range(5):
                c.add(
                    circle(
                        left + (8 + ball * 10) * s,
                        base - (98 + 6 * (ball % 2)) * s,
                        9 * s,
                        darker(fill, 0.1 * (ball % 2)),
                    )
                )
    houses.awning(c, x - 18 * s, base - 214 * s, width + 36 * s, 62 * s, colour)


def street(c: Canvas, *, shops: bool = True) -> None:
    """A street of the centre: façades, pavement, a road in the foreground."""
    nature.sky(c, 420)
    skyline.church(c, 1260, 560, 560, depth=0.35)
    houses.street_row(c, 650, height=300, seed=c.seed, shops=shops, depth=0.04)
    kerb = c.tint("#e3d5bb")
    c.add(
        rect(0, 648, WIDTH, 70, c.fade((0, darker(kerb, 0.1)), (1, kerb))),
        rect(0, 712, WIDTH, 16, lighter(kerb, 0.2)),
        rect(0, 726, WIDTH, 6, darker(kerb, 0.25)),
    )
    road = c.tint("#8d989a")
    c.add(rect(0, 730, WIDTH, 180, c.fade((0, road), (1, darker(road, 0.25)))))
    for x in range(-60, WIDTH, 230):
        c.add(polygon([(x, 848), (x + 120, 848), (x + 112, 862), (x - 14, 862)], c.tint("#fdf6e4"), opacity=0.8))
