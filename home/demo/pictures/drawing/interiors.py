"""The small rooms: each leaves the table, or the middle of the floor, free for an object."""

from home.demo.pictures.drawing import furnishings, rooms
from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, ellipse, group, path, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.placing import hang


def kitchen(c: Canvas, *, paint: str = "#f3e3c4", worktop: str = "#c08a58") -> None:
    rooms.wall(c, paint, skirting=660)
    tile = c.tint("#8fbab5")
    c.add(rect(0, 400, WIDTH, 260, tile))
    for row in range(5):
        c.add(rect(0, 400 + row * 52, WIDTH, 3, lighter(tile, 0.5), opacity=0.8))
        c.add(
            *(
                rect(x + (26 if row % 2 else 0), 400 + row * 52, 3, 52, lighter(tile, 0.5), opacity=0.8)
                for x in range(-20, WIDTH, 104)
            )
        )
    rooms.windows(c, (150, 96, 420, 360))
    for y, x, width in ((230, 1030, 470), (360, 1030, 470)):
        furnishings.shelf(c, x, y, width)
    jars(c, 1050, 230, ("#d9614a", "#ffc94d", "#6f9a4b", "#8d5a6c", "#f0e3c8"))
    pans(c, 1060, 360)
    rail = c.tint("#7c8f94")
    c.add(rect(660, 330, 280, 7, rail, 3))
    for index, x in enumerate((700, 770, 840, 905)):
        c.add(
            rect(x - 3, 334, 6, 70, rail, 3),
            (ellipse(x, 418, 16, 22, rail) if index % 2 else path(f"M{x - 18} 402h36v30a18 14 0 0 1 -36 0Z", rail)),
        )
    furnishings.pendant(c, 640, 150, "#d9614a", 90)
    rooms.table(c, worktop, top=620, front=770)


def jars(c: Canvas, x: float, base: float, colours: tuple[str, ...]) -> None:
    for index, colour in enumerate(colours):
        left, tall = x + index * 88, 74 + 18 * (index % 2)
        fill = c.tint(colour)
        c.add(
            rect(left, base - tall, 58, tall, c.tint("#eaf3ef"), 8, opacity=0.9),
            rect(left + 5, base - tall * 0.66, 48, tall * 0.62, fill, 6),
            rect(left + 4, base - tall - 12, 50, 16, c.tint("#b98252"), 4),
        )


def pans(c: Canvas, x: float, base: float) -> None:
    for index, (colour, width) in enumerate((("#00707c", 110), ("#c9563f", 90), ("#e0a63c", 120))):
        left, fill = x + index * 150, c.tint(colour)
        c.add(
            path(f"M{left} {base - 56}h{width}v44q0 12 -14 12h{-(width - 28)}q-14 0 -14 -12Z", fill),
            rect(left - 16, base - 48, width + 32, 9, darker(fill, 0.15), 4),
            rect(left - 4, base - 66, width + 8, 12, lighter(fill, 0.1), 5),
            circle(left + width / 2, base - 72, 7, darker(fill, 0.2)),
        )


def classroom(c: Canvas, *, paint: str = "#dfe6d4", board: bool = True) -> None:
    rooms.wall(c, paint, skirting=640)
    rooms.windows(c, (1120, 110, 360, 380), bars=1)
    if board:
        blackboard(c, 200, 110, 760, 360)
    c.add(
        rect(1010, 130, 70, 96, c.tint("#fff6e6"), 3),
        rect(1022, 144, 46, 34, c.tint("#e0a63c")),
        rect(1022, 190, 46, 6, c.tint("#7c8f94")),
        rect(1022, 204, 34, 6, c.tint("#7c8f94")),
    )
    furnishings.shelf(c, 30, 300, 130)
    furnishings.books(c, 36, 300, 120, 88, seed=5)
    rooms.parquet(c, 640)


def blackboard(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    slate = c.tint("#2f5f58")
    c.add(
        rect(x - 16, y - 16, width + 32, height + 32, c.tint("#a8744a"), 6),
        rect(x, y, width, height, c.fade((0, slate), (1, lighter(slate, 0.08)))),
        rect(x - 6, y + height + 10, width + 12, 14, c.tint("#8a5f3c"), 3),
    )
    chalk = "#f4f1e4"
    left, low = x + 70, y + height * 0.52
    c.add(
        *(
            stroke(d, chalk, 7, opacity=0.9)
            for d in (
                f"M{left} {low}a32 32 0 1 1 0.1 0M{left + 34} {low - 66}v68",
                f"M{left + 110} {low - 130}v130M{left + 110} {low - 40}a32 32 0 1 1 0 18",
                f"M{left + 268} {low - 54}a32 34 0 1 0 0 44M{left + 246} {low + 6}q14 14 -10 22",
            )
        )
    )
    c.add(
        stroke(
            f"M{x + width - 250} {y + 90}h170M{x + width - 250} {y + 150}h120M{x + width - 250} {y + 210}h150",
            chalk,
            5,
            opacity=0.55,
        ),
        rect(x + 60, y + height - 2, 60, 10, chalk, 4),
        rect(x + 150, y + height - 2, 40, 10, "#ffc94d", 4),
    )


def library(c: Canvas, *, paint: str = "#ddd2b8") -> None:
    rooms.wall(c, paint, skirting=640)
    rooms.windows(c, (610, 60, 380, 470), arched=True)
    furnishings.bookcase(c, 30, 40, 500, 620, seed=2)
    furnishings.bookcase(c, 1070, 40, 500, 620, seed=31)
    rooms.parquet(c, 640)
    furnishings.pendant(c, 800, 130, "#e0a63c", 96)


def workshop(
    c: Canvas, *, paint: str = "#d9b48a", tools: tuple[str, ...] = ("hammer", "wrench", "carpentry-saw", "screwdriver")
) -> None:
    rooms.wall(c, paint, skirting=650)
    rooms.windows(c, (90, 90, 460, 340), bars=2)
    board = c.tint("#4f7f84")
    c.add(rect(670, 90, 800, 340, darker(board, 0.25), 8), rect(664, 82, 800, 340, board, 8))
    for row in range(8):
        c.add(*(circle(690 + column * 38, 108 + row * 42, 3, darker(board, 0.3)) for column in range(21)))
    for index, name in enumerate(tools):
        hang(c, name, 780 + index * 190, 140, 190, turn=12 if index % 2 else -10)
    furnishings.shelf(c, 664, 520, 800)
    for index in range(7):
        fill = c.tint(furnishings.BOOKS[index * 2 % 9])
        c.add(
            rect(690 + index * 112, 462, 84, 58, fill, 5), rect(704 + index * 112, 478, 56, 14, lighter(fill, 0.5), 3)
        )
    furnishings.pendant(c, 610, 150, "#2f5560", 84)
    rooms.table(c, "#b98252", top=630, front=770)


def living_room(c: Canvas, *, paint: str = "#e6d3b9", curtain: str = "#c9705a", sofa: bool = False) -> None:
    rooms.wall(c, paint, skirting=640)
    box = (600, 90, 400, 360)
    rooms.windows(c, box)
    furnishings.curtains(c, box, curtain)
    furnishings.picture_frame(c, 200, 130, 190, 150, kind=0)
    furnishings.picture_frame(c, 240, 310, 130, 150, kind=1)
    furnishings.shelf(c, 1180, 230, 320)
    furnishings.books(c, 1190, 230, 200, 96, seed=3)
    furnishings.shelf(c, 1180, 370, 320)
    furnishings.books(c, 1290, 370, 200, 92, seed=9)
    rooms.parquet(c, 640)
    floor_lamp(c, 120, 740)
    furnishings.floor_plant(c, 1490, 730, 250)
    if sofa:
        couch(c, 800, 740, 760)


def floor_lamp(c: Canvas, x: float, base: float) -> None:
    furnishings.lamp_glow(c, x, base - 400, 330)
    iron = c.tint("#4b5a5c")
    c.add(
        ellipse(x, base, 60, 10, "#0b2b35", opacity=0.2),
        rect(x - 46, base - 10, 92, 12, iron, 6),
        rect(x - 4, base - 350, 8, 350, iron),
        path(f"M{x - 46} {base - 460}h92l34 112h-160Z", c.tint("#ffe2a6")),
    )


def couch(c: Canvas, x: float, base: float, width: float, colour: str = "#2f8590") -> None:
    cloth = c.tint(colour)
    left = x - width / 2
    c.add(
        ellipse(x, base, width * 0.54, 16, "#0b2b35", opacity=0.22),
        rect(left + 30, base - 250, width - 60, 190, darker(cloth, 0.06), 40),
        *(
            rect(left + 60 + index * (width - 120) / 2, base - 236, (width - 132) / 2, 140, cloth, 28)
            for index in (0, 1)
        ),
        rect(left + 34, base - 118, width - 68, 74, lighter(cloth, 0.1), 22),
        rect(left, base - 182, 84, 150, darker(cloth, 0.02), 36),
        rect(left + width - 84, base - 182, 84, 150, darker(cloth, 0.12), 36),
        rect(left + 18, base - 56, width - 36, 40, darker(cloth, 0.16), 12),
        *(rect(left + dx, base - 20, 18, 22, c.tint("#7c5a3c"), 4) for dx in (50, width - 68)),
    )


def office(c: Canvas, *, paint: str = "#cfe0dc", desk: str = "#cf9d68") -> None:
    rooms.wall(c, paint, skirting=650)
    rooms.windows(c, (480, 80, 640, 400), bars=2)
    furnishings.shelf(c, 1190, 250, 330)
    furnishings.books(c, 1200, 250, 210, 100, seed=4)
    furnishings.shelf(c, 1190, 400, 330)
    jars(c, 1206, 400, ("#f0e3c8", "#00707c", "#e0a63c"))
    cork(c, 90, 110)
    rooms.table(c, desk)


def cork(c: Canvas, x: float, y: float) -> None:
    """A notice board: sheets, pins."""
    c.add(rect(x, y, 310, 300, c.tint("#8a5f3c"), 6), rect(x + 12, y + 12, 286, 276, c.tint("#d6a673")))
    for index, (dx, dy, w, h) in enumerate(
        ((30, 30, 100, 120), (160, 40, 110, 80), (40, 172, 90, 90), (160, 150, 116, 110))
    ):
        sheet = c.tint(("#fffaf0", "#ffe2a6", "#cfe6e2", "#fffaf0")[index])
        shapes = [
            rect(0, 0, w, h, sheet, 2),
            *(
                rect(12, 24 + row * 16, (w - 24) * (0.9 - 0.25 * (row % 2)), 6, "#7c8f94", 2, opacity=0.6)
                for row in range(int((h - 36) / 16))
            ),
            circle(w / 2, 9, 6, ("#d9614a", "#00707c", "#e0a63c", "#d9614a")[index]),
        ]
        c.add(group(*shapes, at=(x + dx, y + dy), turn=(-3, 2, 3, -2)[index]))
