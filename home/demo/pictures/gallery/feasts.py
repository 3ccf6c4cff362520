"""Games, dances, feasts."""

from math import cos, pi, sin

from home.demo.pictures.drawing import (
    countryside,
    furnishings,
    halls,
    light,
    nature,
    rooms,
    street_furniture,
    townscapes,
    uplands,
)
from home.demo.pictures.drawing.canvas import (
    Canvas,
    circle,
    ellipse,
    group,
    rect,
    spread,
    stroke,
)
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("chess", light=light.AUTUMN, seed=8)
def chess(c: Canvas) -> None:
    townscapes.square(c, lamp=False)
    c.add(prop(c, "chessboard", 800, 850, 1240))
    for x, base, size in ((470, 716, 190), (610, 700, 180), (1130, 716, 190)):
        put(c, prop(c, "pawn-black", x, base, size), x, base, size * 0.5)
    put(c, prop(c, "chess-rook", 990, 740, 300), 990, 740, 150)
    put(c, prop(c, "pawn-white", 1120, 826, 240), 1120, 826, 120)
    present(c, prop(c, "chess-king", 720, 820, 500), 720, 820, 260, 500)


@picture("board-games", light=light.MORNING, seed=9)
def board_games(c: Canvas) -> None:
    halls.hall(c, lamps=False, paint="#efe2c8")
    rooms.table(c, "#a8744a", top=600, front=790)
    c.add(prop(c, "game-board", 780, 770, 960))
    for x, base, size, colour in ((600, 700, 190, "red"), (720, 760, 230, "teal"), (530, 760, 210, "yellow")):
        put(c, prop(c, f"pawn-{colour}", x, base, size), x, base, size * 0.5)
    hero(c, "game-die", 960, 766, 270)
    put(c, prop(c, "game-cards", 1260, 760, 220), 1260, 760, 160)
    c.look_at(420, 430, 960, 380)


@picture("fireworks", light=light.NIGHT, seed=10)
def fireworks(c: Canvas) -> None:
    countryside.riverside(c, frame=None, church=1180)
    for x, y, radius, colour in (
        (800, 230, 250, "#ffc94d"),
        (500, 330, 150, "#f08a6a"),
        (1230, 210, 200, "#7fd6d0"),
        (1040, 440, 80, "#fff1c4"),
    ):
        burst(c, x, y, radius, colour)
    for index in range(13):
        figure(
            c,
            110 + index * 116,
            850 + 20 * (index % 3),
            200 - 40 * (index % 4 == 2),
            Person(
                index,
                ("#2f6d74", "#8a4a44", "#3d5468", "#7a6a3c")[index % 4],
                "#22343e",
                ("stand", "wave", "stand", "cheer")[index % 4],
                ("short", "long", "bun", "curly", "bald")[index % 5],
                child=index % 4 == 2,
            ),
        )
    c.look_at(250, 20, 1150, 860)


def burst(c: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    c.add(circle(x, y, radius * 1.3, c.halo((0, colour, 0.55), (0.4, colour, 0.18), (1, colour, 0))))
    for ring, (rays, reach) in enumerate(((18, 1.0), (12, 0.6))):
        for ray in range(rays):
            a = 2 * pi * (ray + 0.5 * (ring % 2)) / rays
            far = radius * reach * (0.86 + 0.28 * spread(int(x) + ring, ray))
            ex, ey = x + cos(a) * far, y + sin(a) * far + far * far / radius * 0.1
            sx, sy = x + cos(a) * far * 0.45, y + sin(a) * far * 0.45
            tone = colour if ring != 1 else lighter(colour, 0.5)
            c.add(
                stroke(
                    f"M{sx:.0f} {sy:.0f}Q{(sx + ex) / 2:.0f} {(sy + ey) / 2 - 4:.0f} {ex:.0f} {ey:.0f}",
                    tone,
                    4.6 - ring,
                    opacity=0.85,
                ),
                circle(round(ex), round(ey), 6.5 - ring * 1.4, lighter(colour, 0.6)),
            )
    c.add(ellipse(x, 690, radius * 0.5, 26, colour, opacity=0.3, filter="url(#soft)"))


@picture("dance", light=light.AFTERNOON, seed=12)
def dance(c: Canvas) -> None:
    halls.hall(c, paint="#f3dfc2", lamps=False, flags=True)
    c.add(rect(797, 0, 6, 80, c.tint("#5b6b6b")))
    hang(c, "mirror-ball", 800, 70, 190)
    for index in range(14):
        c.add(
            circle(
                120 + 1360 * spread(4, index),
                200 + 380 * spread(5, index),
                8 + 8 * spread(6, index),
                "#ffffff",
                opacity=0.5,
            )
        )
    figure(c, 640, 830, 480, Person(4, "#d9614a", "#d9614a", "dance", "long", dress=True))
    figure(c, 880, 830, 500, Person(3, "#00707c", "#3d5468", "dance", "short"), flip=True)
    figure(c, 280, 770, 330, Person(1, "#ffc94d", "#7a5c86", "dance", "bun", dress=True))
    figure(c, 430, 770, 340, Person(0, "#7fae8a", "#3d5468", "dance", "hat"), flip=True)
    figure(c, 1180, 770, 330, Person(2, "#e08a5c", "#3d5468", "dance", "curly"))
    figure(c, 1330, 770, 330, Person(5, "#f0e3c8", "#8d5a6c", "dance", "bun", dress=True), flip=True)
    c.look_at(480, 60, 620, 800)


@picture("carnival", light=light.NOON, seed=13)
def carnival(c: Canvas) -> None:
    townscapes.square(c, lamp=False, flags=True)
    for x, name, size in ((330, "balloon", 170), (1260, "balloon", 190), (1350, "balloon", 150)):
        hang(c, name, x, 300 - size / 3, size)
    for index, x in enumerate((300, 430, 1150, 1290, 1420)):
        figure(
            c,
            x,
            770 + 14 * (index % 2),
            230,
            Person(
                index,
                ("#ffc94d", "#00707c", "#d9614a", "#7fae8a", "#8d6a86")[index],
                ("#d9614a", "#ffc94d", "#3d5468")[index % 3],
                ("cheer", "dance", "wave", "dance", "cheer")[index],
                ("hat", "curly", "cap", "bun", "long")[index],
                dress=index % 2 == 1,
                child=True,
            ),
            flip=index > 2,
        )
    present(c, prop(c, "carnival-mask", 800, 800, 560), 800, 800, 560, 560, cast=False)
    confetti(c)


def confetti(c: Canvas, count: int = 120) -> None:
    for index in range(count):
        x, y = 1600 * spread(31, index), 860 * spread(32, index)
        tone = ("#ffc94d", "#d9614a", "#00707c", "#fffaf0", "#7fb0a4", "#e08aa0")[index % 6]
        c.add(group(rect(-7, -4, 14, 8, c.tint(tone), 2), at=(x, y), turn=round(180 * spread(33, index))))


@picture("christmas-lights", light=light.WINTER_NIGHT, seed=14)
def christmas_lights(c: Canvas) -> None:
    townscapes.square(c, planes=False, shops=True)
    street_furniture.fairy_lights(c, (-10, 150), (800, 90), sag=60)
    street_furniture.fairy_lights(c, (800, 90), (1610, 160), sag=60)
    for x, colour in ((60, "#c9563f"), (1200, "#00707c")):
        townscapes.stall(c, x, 730, 340, colour)
        furnishings.lamp_glow(c, x + 170, 560, 220)
    c.add(circle(800, 500, 430, c.halo((0, "#ffe3a0", 0.45), (1, "#ffe3a0", 0))))
    hero(c, "christmas-tree", 800, 810, 600, touch=0.3)
    for index, (x, pose) in enumerate(((480, "walk"), (560, "wave"), (1060, "stand"), (1130, "cheer"))):
        figure(
            c,
            x,
            800,
            250 - 70 * (index in (1, 3)),
            Person(
                index,
                ("#d9614a", "#ffc94d", "#7fae8a", "#e08a5c")[index],
                "#3d5468",
                pose,
                ("long", "cap", "bun", "curly")[index],
                child=index in (1, 3),
            ),
        )
    stand(c, "wrapped-gift", 940, 828, 110)
    nature.snowfall(c)


@picture("village-fete", light=light.EVENING, seed=15)
def village_fete(c: Canvas) -> None:
    townscapes.square(c, lamp=False, flags=True, shops=False)
    present(c, prop(c, "carousel", 800, 806, 640), 800, 806, 660, 720)
    for x, size, lift in ((640, 230, 40), (800, 270, 24), (972, 230, 46)):
        c.add(
            rect(x - 4, 300, 8, 470, c.tint("#e6b84f")),
            f'<g filter="url(#form)">{icon(c, "carousel-horse", x, 770 - lift, size)}</g>',
        )
    figure(c, 300, 806, 220, Person(4, "#ffc94d", "#4d6d8c", "cheer", "bun", child=True))
    figure(c, 400, 812, 300, Person(1, "#00707c", "#3d5468", "wave", "long"))
    figure(c, 1280, 808, 210, Person(3, "#d9614a", "#3d5468", "wave", "curly", child=True), flip=True)
    stand(c, "balloon", 1210, 640, 170, cast=False, touch=0.01)


@picture("circus", light=light.AFTERNOON, seed=16)
def circus(c: Canvas) -> None:
    uplands.meadow(c)
    hero(c, "circus-tent", 800, 770, 600)
    street_furniture.bunting(c, (-20, 330), (560, 420), sag=40, flags=10)
    street_furniture.bunting(c, (1040, 420), (1620, 320), sag=40, flags=10)
    figure(c, 480, 830, 270, Person(3, "#ffc94d", "#00707c", "cheer", "hat"))
    for dx, dy, tone in ((-40, 300, "#d9614a"), (0, 340, "#00707c"), (40, 300, "#fffaf0")):
        c.add(circle(480 + dx, 830 - dy, 13, c.tint(tone)))
    figure(c, 1130, 836, 260, Person(4, "#d9614a", "#7a5c86", "dance", "bun", dress=True), flip=True)


@picture("tea-dance", light=light.AUTUMN, seed=17)
def tea_dance(c: Canvas) -> None:
    halls.hall(c, paint="#efdcc0", flags=True, lamps=False)
    figure(c, 330, 770, 350, Person(0, "#8d6a86", "#8d6a86", "dance", "bun", dress=True, hair="#e6e2da"))
    figure(c, 490, 770, 360, Person(2, "#00707c", "#3d5468", "dance", "bald", hair="#d9d4cc"), flip=True)
    figure(c, 1120, 770, 350, Person(1, "#d9614a", "#b5533f", "dance", "curly", dress=True, hair="#d9d4cc"))
    figure(c, 1280, 770, 360, Person(4, "#7fae8a", "#4b5a66", "dance", "short", hair="#e6e2da"), flip=True)
    hero(c, "accordion", 800, 836, 380)


@picture("playground", light=light.SPRING, seed=13)
def playground(c: Canvas) -> None:
    countryside.park(c)
    sand = c.tint("#ecd29c")
    c.add(ellipse(820, 806, 620, 74, darker(sand, 0.1)), ellipse(820, 800, 620, 72, sand))
    present(c, prop(c, "slide", 760, 806, 500), 800, 806, 560, 580)
    figure(c, 756, 524, 200, Person(4, "#ffc94d", "#4d6d8c", "cheer", "long", child=True), shadow=False)
    figure(c, 1230, 806, 240, Person(3, "#d9614a", "#3d5468", "run", "curly", child=True), flip=True)
    figure(c, 420, 820, 250, Person(0, "#7fae8a", "#4b5a76", "wave", "short", child=True))
    stand(c, "kick-scooter", 1380, 830, 150)
