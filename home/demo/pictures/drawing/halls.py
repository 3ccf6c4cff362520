"""The large rooms of the town: hall, stage, museum, gym, pool, studio, depot."""

from home.demo.pictures.drawing import furnishings, rooms, street_furniture
from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, ellipse, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter, mix


def hall(c: Canvas, *, paint: str = "#e9dcc0", flags: bool = False, lamps: bool = True) -> None:
    """The salle des fêtes: four tall arched windows, parquet."""
    rooms.wall(c, paint, skirting=650)
    band = c.tint("#5f9398")
    c.add(rect(0, 520, WIDTH, 108, band), rect(0, 516, WIDTH, 6, lighter(band, 0.4)))
    for panel in range(9):
        c.add(rect(24 + panel * 178, 536, 144, 76, "none", 4, stroke=darker(band, 0.16), stroke_width=4))
    rooms.windows(c, *((110 + index * 378, 110, 246, 396) for index in range(4)), arched=True)
    rooms.parquet(c, 650)
    for index in range(4):
        left = 150 + index * 378
        c.add(
            polygon(
                [(left, 660), (left + 200, 660), (left + 120 + index * 24, 900), (left - 180 + index * 24, 900)],
                "#fff4d6",
                opacity=0.2 if not c.light.lamps else 0.04,
            )
        )
    if lamps:
        for x in (422, 800, 1178):
            furnishings.pendant(c, x, 96, "#d9614a" if x == 800 else "#00707c", 76)
    if flags:
        street_furniture.bunting(c, (-20, 40), (820, 40), sag=50)
        street_furniture.bunting(c, (780, 40), (1620, 40), sag=50)


def stage(
    c: Canvas,
    *,
    curtain: str = "#a8402f",
    beam: str = "#ffe6ad",
    audience: bool = True,
    spots: tuple[int, ...] = (420, 1180),
) -> None:
    """Velvet curtain, boards, two beams, the first rows in the dark."""
    c.indoors = True
    red = mix(curtain, "#0b2b35", 0.12)
    backdrop(c, red)
    boards(c, "#b9804f")
    for x in spots:
        cone = [(x - 26, -10), (x + 26, -10), (800 + 330, 730), (800 - 330, 730)]
        c.add(polygon(cone, c.fade((0, beam, 0.5), (1, beam, 0.06))))
    c.add(ellipse(800, 724, 430, 66, beam, opacity=0.34), circle(800, 430, 460, c.halo((0, beam, 0.42), (1, beam, 0))))
    wings(c, red)
    if audience:
        heads(c)


def backdrop(c: Canvas, red: str) -> None:
    c.add(
        rect(0, 0, WIDTH, 900, "#0e2a33"),
        rect(0, 0, WIDTH, 660, c.fade((0, darker(red, 0.5)), (0.5, darker(red, 0.28)), (1, darker(red, 0.4)))),
    )
    for fold in range(16):
        c.add(path(f"M{fold * 104} 0q30 330 -6 660h58q-34 -330 8 -660Z", lighter(red, 0.05), opacity=0.35))


def boards(c: Canvas, wood: str) -> None:
    c.add(polygon([(0, 640), (1600, 640), (1600, 800), (0, 800)], c.fade((0, darker(wood, 0.3)), (1, wood))))
    for index in range(-13, 14):
        c.add(stroke(f"M{800 + index * 70} 640L{800 + index * 150} 800", darker(wood, 0.35), 2, opacity=0.6))
    c.add(rect(0, 798, WIDTH, 26, darker(wood, 0.35)), rect(0, 824, WIDTH, 80, "#0e2a33"))


def wings(c: Canvas, red: str) -> None:
    """The drawn curtain on both sides, and its valance."""
    for side in (0, 1):
        c.add(path("M0 0H210Q120 330 170 660H0Z" if side == 0 else "M1600 0H1390Q1480 330 1430 660H1600Z", red))
        for fold in (30, 80, 128):
            x = fold if side == 0 else 1600 - fold
            c.add(stroke(f"M{x} 0Q{x + (-20 if side == 0 else 20)} 330 {x} 656", darker(red, 0.25), 9, opacity=0.6))
    c.add(
        path("M0 0H1600V70" + "q-50 60 -100 0" * 16 + "Z", lighter(red, 0.04)),
        rect(0, 62, WIDTH, 5, "#e0a63c", opacity=0.9),
    )


def heads(c: Canvas) -> None:
    """The first rows, from behind."""
    for row, (y, size, tone) in enumerate(((858, 32, "#163c47"), (900, 40, "#0b2029"))):
        for index in range(17):
            x = index * 100 + (50 if row else 0) + 16 * spread(c.seed + row, index)
            s = size * (0.9 + 0.2 * spread(c.seed + row, index + 20))
            c.add(circle(x, y - s * 0.4, s * 0.62, tone), ellipse(x, y + s * 0.9, s * 1.2, s * 0.9, tone))


def gallery(c: Canvas, *, paint: str = "#efe6d6") -> None:
    rooms.wall(c, paint, skirting=640)
    furnishings.picture_frame(c, 110, 130, 300, 330, kind=0)
    furnishings.picture_frame(c, 1190, 150, 310, 230, kind=1)
    furnishings.picture_frame(c, 1240, 420, 190, 150, kind=2)
    rooms.windows(c, (560, 70, 480, 480), arched=True, bars=2)
    c.add(rect(0, 36, WIDTH, 8, c.tint("#3d5560")))
    for x in (260, 800, 1340):
        c.add(
            polygon(
                [(x - 14, 44), (x + 14, 44), (x + 190, 600), (x - 190, 600)],
                c.fade((0, "#fff2cf", 0.5), (1, "#fff2cf", 0)),
            ),
            rect(x - 16, 40, 32, 26, c.tint("#3d5560"), 6),
        )
    rooms.parquet(c, 640, "#b98a5e")


def gym(c: Canvas, *, mats: str = "#2f8590", paint: str = "#e8dcc4") -> None:
    """High windows, wall bars, mats."""
    rooms.wall(c, paint, skirting=620)
    rooms.windows(c, *((90 + index * 300, 70, 220, 180) for index in range(5)))
    wood = c.tint("#c08a58")
    for left in (60, 1250):
        for bar in range(9):
            c.add(rect(left, 300 + bar * 34, 290, 10, wood, 5))
        for post in (0, 140, 280):
            c.add(rect(left + post, 288, 12, 330, darker(wood, 0.14), 4))
    rooms.parquet(c, 620, "#d8ae78")
    mat = c.tint(mats)
    c.add(
        polygon(
            [(250, 690), (1350, 690), (1560, 900), (40, 900)], c.fade((0, darker(mat, 0.06)), (1, lighter(mat, 0.06)))
        )
    )
    for index in range(1, 4):
        c.add(stroke(f"M{250 + index * 275} 690L{40 + index * 380} 900", darker(mat, 0.18), 4))
    c.add(stroke("M170 770H1430", darker(mat, 0.18), 4))


def pool(c: Canvas) -> None:
    """The municipal pool: bay windows, lanes."""
    rooms.wall(c, "#d6e6e2", skirting=520)
    rooms.windows(c, *((60 + index * 300, 60, 280, 360) for index in range(5)), bars=0)
    deck = c.tint("#efe3cb")
    c.add(rect(0, 500, WIDTH, 80, deck))
    c.add(
        *(rect(x, 500, 2, 80, darker(deck, 0.12)) for x in range(0, WIDTH, 56)),
        rect(0, 540, WIDTH, 2, darker(deck, 0.12)),
    )
    water = c.tint("#4fb0bd")
    c.add(
        rect(0, 576, WIDTH, 14, c.tint("#00707c")),
        rect(0, 588, WIDTH, 320, c.fade((0, lighter(water, 0.22)), (1, darker(water, 0.14)))),
    )
    for index in range(40):
        y = 600 + 290 * spread(c.seed, index)
        c.add(rect(spread(c.seed, index + 60) * WIDTH, y, 60 + (y - 590) * 0.5, 5, "#ffffff", 3, opacity=0.3))
    for lane in (-3, -1, 1, 3):
        for float_ in range(30):
            t0 = float_ / 30
            y = 590 + 320 * t0**1.5
            x = 800 + lane * (95 + 250 * t0**1.5)
            c.add(ellipse(x, y, 6 + 14 * t0, 4 + 8 * t0, c.tint("#d9614a" if float_ % 4 < 2 else "#fff6e6")))


def studio(c: Canvas, *, paint: str = "#2f5f68") -> None:
    """A radio or music room: foam on the wall, a lamp, a desk."""
    rooms.wall(c, paint, skirting=650)
    foam = c.tint("#244b54")
    for column in range(8):
        for row in range(4):
            x, y = 90 + column * 92, 80 + row * 92
            c.add(
                rect(x, y, 86, 86, foam, 6),
                polygon([(x, y), (x + 86, y), (x + 43, y + 43)], lighter(foam, 0.1)),
                polygon([(x, y + 86), (x + 86, y + 86), (x + 43, y + 43)], darker(foam, 0.3)),
            )
    rooms.windows(c, (960, 110, 520, 340), bars=0)
    furnishings.pendant(c, 620, 130, "#e0a63c", 92)
    rooms.table(c, "#a8744a")


def depot(c: Canvas, *, paint: str = "#d9d8c6") -> None:
    """Shelves of boxes, a wide door onto the town."""
    rooms.wall(c, paint, skirting=640)
    rooms.windows(c, (600, 90, 400, 460), bars=1)
    steel = c.tint("#4f7f84")
    for left in (30, 1080):
        for row in range(4):
            y = 190 + row * 150
            for box in range(5):
                wide = 76 + 18 * spread(c.seed + left, row * 7 + box)
                tall = 66 + 50 * spread(c.seed + left, row * 7 + box + 40)
                x, fill = left + 12 + box * 97, c.tint(("#d6a673", "#c48f5a", "#e3bb88", "#cfa06e")[(box + row) % 4])
                c.add(
                    rect(x, y - tall, wide, tall, fill, 3),
                    rect(x + wide * 0.42, y - tall, wide * 0.16, tall, lighter(fill, 0.3), opacity=0.7),
                    rect(x + wide * 0.8, y - tall, wide * 0.2, tall, "#0b2b35", opacity=0.1),
                )
            c.add(rect(left, y, 500, 13, steel, 2))
        for post in (0, 488):
            c.add(rect(left + post, 60, 13, 590, darker(steel, 0.15)))
    rooms.parquet(c, 640, "#c9b896")
