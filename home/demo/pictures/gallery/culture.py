"""Stage, music, arts."""

from home.demo.pictures.drawing import countryside, furnishings, halls, light, rooms
from home.demo.pictures.drawing.canvas import Canvas, circle, group, path, polygon, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("guitar", light=light.DUSK, seed=1)
def guitar(c: Canvas) -> None:
    halls.stage(c, curtain="#2f6d74")
    put(c, prop(c, "microphone-stand", 1110, 762, 430), 1110, 762, 120)
    hang(c, "microphone", 1126, 284, 120, turn=14)
    stool = (
        rect(440, 600, 170, 26, c.tint("#b98252"), 12)
        + stroke("M462 626L440 764M588 626L610 764", c.tint("#8a5f3c"), 14)
        + stroke("M452 700H598", c.tint("#8a5f3c"), 9)
    )
    put(c, stool, 525, 766, 190)
    hero(c, "guitar", 800, 772, 470, turn=-42, touch=0.5)


@picture("choir-microphone", light=light.EVENING, seed=2)
def choir_microphone(c: Canvas) -> None:
    halls.stage(c, spots=(300, 1300))
    score = path("M-9 -64l9 3l9 -3v11l-9 3l-9 -3Z", "#fdf6e6") + stroke("M0 -61v11", "#c9bda2", 0.9)
    for index, x in enumerate((330, 480, 630, 970, 1120, 1270)):
        cut = ("long", "short", "curly", "bald", "bun", "short")[index]
        top = ("#00707c", "#f0e3c8", "#e0a63c", "#7fae8a", "#d9614a", "#00707c")[index]
        figure(
            c,
            x,
            722 - 20 * (index % 2),
            370,
            Person(index, top, "#2f3f55", "sing", cut, extras=(score,)),
            flip=index > 2,
        )
    put(c, prop(c, "microphone-stand", 800, 792, 400), 800, 792, 140)
    floating(c, icon(c, "microphone", 822, 420, 190, turn=-2))
    for name, x, y, size in (
        ("musical-note", 620, 170, 70),
        ("musical-notes", 980, 140, 84),
        ("musical-note", 1140, 240, 56),
    ):
        hang(c, name, x, y, size)
    c.look_at(330, 200, 940, 610)


@picture("theatre-masks", light=light.NIGHT, seed=3)
def theatre_masks(c: Canvas) -> None:
    halls.stage(c)
    hero(c, "performing-arts", 800, 740, 480, touch=0.5)


@picture("cinema", light=light.NIGHT, seed=4)
def cinema(c: Canvas) -> None:
    countryside.park(c, bench=False)
    c.add(
        rect(386, 150, 14, 480, c.tint("#3b4d54")),
        rect(960, 150, 14, 480, c.tint("#3b4d54")),
        rect(370, 150, 620, 360, "#fff8e6", 6),
    )
    c.add(polygon([(380, 160), (980, 160), (1190, 560), (1180, 600)], "#fff1c4", opacity=0.2))
    c.add(
        circle(540, 290, 60, "#ffc94d"),
        path("M384 430q150 -120 300 -20t292 -40v130H384Z", "#7fb0a4"),
        path("M384 470q200 -60 596 -10v40H384Z", "#4f8a8f"),
    )
    for index in range(7):
        figure(
            c,
            330 + index * 110,
            730 + 26 * (index % 2),
            190,
            Person(
                index,
                ("#d9614a", "#00707c", "#ffc94d")[index % 3],
                "#3d5468",
                "floor",
                ("short", "long", "bun", "curly")[index % 4],
            ),
        )
    hero(c, "film-projector", 1230, 806, 320, flip=True)
    stand(c, "popcorn", 960, 820, 150)
    c.look_at(360, 130, 1080, 720)


@picture("painting-palette", light=light.AFTERNOON, seed=5)
def painting_palette(c: Canvas) -> None:
    halls.gallery(c, paint="#efe3cc")
    put(c, prop(c, "easel", 1130, 812, 600), 1130, 812, 420)
    hero(c, "artist-palette", 660, 806, 390, touch=0.5)
    stand(c, "paintbrush", 420, 812, 240)
    jar = rect(880, 724, 90, 90, c.tint("#9fd0d2"), 10, opacity=0.9) + "".join(
        group(
            rect(-5, -130, 10, 130, c.tint("#c99a62"), 4),
            rect(-8, -160, 16, 40, c.tint(tone), 8),
            at=(925 + dx, 790),
            turn=turn,
        )
        for dx, turn, tone in ((-16, -12, "#d9614a"), (2, 4, "#00707c"), (18, 16, "#ffc94d"))
    )
    put(c, jar, 925, 814, 90)
    c.look_at(330, 230, 1040, 600)


@picture("photo-camera", light=light.EVENING, seed=6)
def photo_camera(c: Canvas) -> None:
    countryside.riverside(c, frame="right")
    put(c, prop(c, "tripod", 800, 860, 400), 800, 850, 330)
    hero(c, "camera", 800, 444, 280, cast=False, touch=0.1)
    c.look_at(600, 140, 400, 620)
    stand(c, "duck", 1180, 800, 90)


@picture("pottery", light=light.MORNING, seed=7)
def pottery(c: Canvas) -> None:
    rooms.wall(c, "#e7d3b4", skirting=650)
    rooms.windows(c, (560, 90, 480, 380), bars=2)
    for x in (60, 1150):
        for row, y in enumerate((230, 390)):
            furnishings.shelf(c, x, y, 400)
            for pot in range(4):
                vessel(
                    c,
                    x + 60 + pot * 96,
                    y,
                    54 + 26 * spread(row + pot, int(x)),
                    ("#cf8257", "#00707c", "#f0e3c8", "#e0a63c", "#7fa08a")[(pot * 2 + row) % 5],
                )
    rooms.parquet(c, 650, "#c9b08a")
    present(c, prop(c, "pottery-wheel", 800, 822, 560), 800, 822, 560, 530)
    stand(c, "amphora", 1200, 816, 250)
    stand(c, "bucket", 400, 816, 170)


def vessel(c: Canvas, x: float, base: float, height: float, colour: str) -> None:
    clay, w = c.tint(colour), height * 0.42
    c.add(
        path(
            f"M{x - w * 0.5} {base}"
            f"C{x - w * 1.3} {base - height * 0.4} {x - w} {base - height * 0.7} {x - w * 0.4} {base - height * 0.8}"
            f"L{x - w * 0.55} {base - height}H{x + w * 0.55}L{x + w * 0.4} {base - height * 0.8}"
            f"C{x + w} {base - height * 0.7} {x + w * 1.3} {base - height * 0.4} {x + w * 0.5} {base}Z",
            clay,
        ),
        path(
            f"M{x + w * 0.2} {base}"
            f"C{x + w * 0.9} {base - height * 0.4} {x + w * 0.7} {base - height * 0.7} "
            f"{x + w * 0.2} {base - height * 0.8}"
            f"L{x + w * 0.4} {base - height * 0.8}"
            f"C{x + w} {base - height * 0.7} {x + w * 1.3} {base - height * 0.4} {x + w * 0.5} {base}Z",
            darker(clay, 0.14),
        ),
    )


@picture("brass-band", light=light.SPRING, seed=11)
def brass_band(c: Canvas) -> None:
    countryside.park(c, bench=False, kiosk=True)
    for index in range(3):
        figure(c, 396 + index * 78, 588, 120, Person(index, "#c9563f", "#2f3f55", "sing", "cap"), shadow=False)
    hero(c, "trumpet", 800, 800, 380, touch=0.4)
    stand(c, "drum", 1150, 806, 260)
    stand(c, "saxophone", 480, 812, 290, touch=0.4)
    for name, x, y, size in (("musical-notes", 980, 300, 96), ("musical-note", 640, 330, 70)):
        hang(c, name, x, y, size)
    c.look_at(400, 400, 880, 430)


@picture("teen-music", light=light.DUSK, seed=18)
def teen_music(c: Canvas) -> None:
    halls.studio(c, paint="#3a4f6b")
    rooms.parquet(c, 650, "#8a6a50")
    furnishings.rug(c, 800, 806, 640, 84, "#c9563f")
    figure(c, 480, 812, 470, Person(5, "#ffc94d", "#3d5468", "carry", "curly"))
    floating(c, icon(c, "guitar", 500, 640, 230, turn=-24))
    figure(c, 1130, 812, 460, Person(4, "#d9614a", "#2f3f55", "carry", "long"), flip=True)
    keys = stroke("M1000 640L1180 812M1180 640L1000 812", c.tint("#3b4d54"), 12)
    put(c, keys, 1090, 814, 200)
    floating(
        c,
        rect(970, 590, 250, 54, c.tint("#2c3a40"), 8),
        "".join(rect(980 + i * 21, 596, 18, 42, c.tint("#fffaf0"), 3) for i in range(11)),
        "".join(rect(994 + i * 21, 596, 11, 24, "#1b2430", 2) for i in (0, 1, 3, 4, 5, 7, 8)),
    )
    hero(c, "drum", 800, 820, 270)
    c.look_at(350, 330, 920, 530)


@picture("museum", light=light.NOON, seed=19)
def museum(c: Canvas) -> None:
    halls.gallery(c)
    plinth = c.tint("#f6f0e2")
    put(
        c,
        rect(690, 640, 220, 170, plinth, 4)
        + rect(860, 640, 50, 170, darker(plinth, 0.1))
        + rect(674, 624, 252, 22, lighter(plinth, 0.3), 3),
        800,
        812,
        220,
    )
    hero(c, "amphora", 800, 626, 390, touch=0.4)
    figure(c, 430, 800, 380, Person(1, "#d9614a", "#3d5468", "stand", "curly"))
    figure(c, 1180, 800, 300, Person(4, "#00707c", "#4d6d8c", "give", "long", child=True), flip=True)
