"""Moving: teams, water, mountains, wheels."""

from home.demo.pictures.drawing import (
    countryside,
    halls,
    light,
    nature,
    townscapes,
    uplands,
)
from home.demo.pictures.drawing.canvas import (
    Canvas,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from home.demo.pictures.drawing.colours import darker, lighter, mix
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("football", light=light.NOON, seed=1)
def football(c: Canvas) -> None:
    countryside.stadium(c)
    figure(c, 360, 770, 310, Person(1, "#d9614a", "#fdf6e6", "run", "bun"))
    figure(c, 1210, 780, 320, Person(4, "#00707c", "#2f3f55", "run", "long"), flip=True)
    figure(c, 990, 690, 190, Person(3, "#d9614a", "#fdf6e6", "kick", "short"), flip=True)
    hero(c, "soccer-ball", 780, 820, 350, touch=0.4)


@picture("running-shoes", light=light.MORNING, seed=2)
def running_shoes(c: Canvas) -> None:
    countryside.riverside(c, path_way=True)
    for index, x in enumerate((330, 1160, 1290)):
        figure(
            c,
            x,
            792,
            260 - 16 * index,
            Person(
                (1, 4, 3)[index],
                ("#d9614a", "#ffc94d", "#00707c")[index],
                "#2f3f55",
                "run",
                ("curly", "long", "short")[index],
            ),
            flip=index > 0,
        )
    put(c, icon(c, "running-shoe", 770, 944, 430, turn=-43), 770, 852, 360)
    c.look_at(490, 540, 560, 350)


@picture("petanque", light=light.AFTERNOON, seed=3)
def petanque(c: Canvas) -> None:
    townscapes.square(c, lamp=False, shops=False)
    sand = c.tint("#ead2a2")
    c.add(
        rect(0, 640, 1600, 270, c.fade((0, darker(sand, 0.08)), (0.4, sand), (1, darker(sand, 0.06)))),
        rect(0, 634, 1600, 14, c.tint("#a8744a")),
    )
    figure(c, 330, 750, 310, Person(0, "#d9614a", "#3d5468", "bend", "hat"))
    figure(c, 1270, 740, 300, Person(3, "#00707c", "#3d5468", "hips", "cap"), flip=True)
    figure(c, 1400, 744, 290, Person(4, "#ffc94d", "#5b5470", "stand", "bun", dress=True, hair="#e6e2da"), flip=True)
    put(c, prop(c, "boule", 1010, 800, 96), 1010, 800, 90)
    put(c, prop(c, "boule", 560, 842, 112), 560, 842, 110)
    present(c, prop(c, "boule", 790, 830, 158), 790, 830, 320, 320)
    put(c, circle(990, 838, 34, c.tint("#d98a4c")) + circle(978, 826, 11, "#ffffff", opacity=0.5), 990, 872, 50)


@picture("swimming", light=light.NOON, seed=4)
def swimming(c: Canvas) -> None:
    halls.pool(c)
    water = c.tint("#4fb0bd")
    for x, y, look in ((420, 640, 3), (1190, 650, 4)):
        c.add(
            circle(x, y - 14, 20, c.tint(("#f2c9a5", "#6f432c")[look == 3])),
            path(f"M{x - 20} {y - 16}a20 20 0 0 1 40 0Z", c.tint("#ffc94d")),
            ellipse(x, y + 6, 70, 9, lighter(water, 0.5), opacity=0.8),
        )
    c.add(ellipse(800, 806, 250, 34, darker(water, 0.3), opacity=0.5))
    hero(c, "ring-buoy", 800, 812, 330, turn=-14, touch=0.1)
    c.add(
        path(
            "M520 770q70 -26 140 0t140 0t140 0t140 0v60q-280 50 -560 0Z", mix(water, c.light.sky[2], 0.2), opacity=0.85
        ),
        stroke("M520 772q70 -26 140 0t140 0t140 0t140 0", "#ffffff", 6, opacity=0.7),
    )
    c.add(ellipse(800, 838, 330, 12, "#ffffff", opacity=0.25))


@picture("judo", light=light.MORNING, seed=5)
def judo(c: Canvas) -> None:
    halls.gym(c)
    hero(c, "martial-arts-uniform", 800, 620, 400, touch=0.01)
    c.add(rect(560, 198, 480, 12, c.tint("#8a623f"), 6))
    for x, look, cut, flip, belt in ((450, 3, "short", False, "#1b2430"), (1150, 4, "bun", True, "#e0a63c")):
        tie = (
            rect(-10, -52, 20, 4.4, c.tint(belt), 1)
            + path("M-2 -48l-3 9M2 -48l3 9", stroke=c.tint(belt), stroke_width=3)
            + stroke("M-4 -80L4 -66M5 -80L-2 -66", "#d8d2c4", 1.2)
        )
        figure(
            c,
            x,
            830,
            470,
            Person(look, "#fdfbf4", "#f4f0e4", "bend" if x == 0 else "stand", cut, extras=(tie,)),
            flip=flip,
        )
    c.look_at(320, 190, 970, 660)


@picture("gymnastics", light=light.SPRING, seed=6)
def gymnastics(c: Canvas) -> None:
    halls.gym(c, paint="#efe1c9")
    beam = (
        rect(420, 640, 760, 40, c.tint("#d6a673"), 12)
        + rect(420, 664, 760, 16, darker(c.tint("#d6a673"), 0.18), 8)
        + stroke("M520 680L480 812M520 680L560 812M1080 680L1040 812M1080 680L1120 812", c.tint("#7d8f94"), 16)
    )
    put(c, beam, 800, 814, 720)
    figure(c, 760, 646, 460, Person(4, "#d9614a", "#3f6f86", "arabesque", "bun"), shadow=False)
    c.add(stroke("M846 178C980 120 1010 250 1110 190S1230 120 1290 220", c.tint("#ffc94d"), 14))
    put(
        c,
        circle(330, 740, 84, c.tint("#d9705a"))
        + "".join(
            path(
                f"M{250 + i * 4} {716 + i * 24}q80 {30 - i * 14} {160 - i * 8} 0",
                stroke=c.tint("#c15c48"),
                stroke_width=5,
            )
            for i in range(3)
        ),
        330,
        824,
        130,
    )
    figure(c, 1330, 820, 320, Person(3, "#00707c", "#3d5468", "cheer", "curly", child=True), flip=True)
    c.look_at(420, 150, 900, 680)


@picture("hiking", light=light.EVENING, seed=7)
def hiking(c: Canvas) -> None:
    uplands.trail(c)
    pack = rect(-17, -80, 11, 26, c.tint("#e0a63c"), 4)
    figure(c, 430, 770, 250, Person(4, "#d9614a", "#4b5a66", "walk", "hat", extras=(pack,)))
    figure(c, 330, 776, 250, Person(1, "#00707c", "#4b5a66", "walk", "curly", extras=(pack,)))
    hero(c, "hiking-boot", 800, 832, 390)


@picture("boat-loire", light=light.AFTERNOON, seed=8)
def boat_loire(c: Canvas) -> None:
    countryside.riverside(c, frame="right", church=300)
    boat = prop(c, "toue", 780, 778, 620)
    c.add(f'<g transform="translate(0 1556) scale(1 -1)" opacity=".2" filter="url(#soft)">{boat}</g>')
    present(c, boat, 780, 778, 640, 540, cast=False)
    figure(c, 600, 726, 170, Person(3, "#d9614a", "#3d5468", "stand", "hat"), shadow=False)
    figure(c, 980, 720, 165, Person(4, "#00707c", "#3d5468", "push", "cap"), shadow=False, flip=True)
    water = c.tint(c.light.water)
    c.add(
        rect(480, 764, 640, 26, water, 12, opacity=0.75),
        *(rect(430 + i * 190, 790 + 7 * (i % 2), 150, 5, "#ffffff", 3, opacity=0.5) for i in range(4)),
    )
    nature.lawn(c, 846, seed=9)
    nature.tufts(c, 862, 898, flowers="#fff6e6")


@picture("fishing", light=light.MORNING, seed=9)
def fishing(c: Canvas) -> None:
    countryside.riverside(c, church=1200)
    stool = rect(486, 690, 120, 20, c.tint("#b98252"), 8) + stroke(
        "M506 706L490 800M586 706L602 800", c.tint("#8a623f"), 11
    )
    put(c, stool, 546, 804, 120)
    figure(c, 530, 806, 430, Person(0, "#7fae8a", "#4b5a66", "sit", "hat"), shadow=False)
    c.add(
        stroke("M600 650Q860 380 1130 350", c.tint("#8a5f3c"), 10),
        stroke("M1130 350Q1120 470 1090 590", c.tint("#f4f1e4"), 2.5),
        ellipse(1128, 722, 130, 12, "#ffffff", opacity=0.45),
    )
    stand(c, "bucket", 800, 832, 170)
    hang(c, "fish", 1150, 560, 150, turn=-38)
    c.add(
        *(
            stroke(
                f"M{1040 + i * 44} {722 - 4 * (i % 2)}q{-10 + i * 4} {-34 - 8 * (i % 2)} {-22 + i * 9} {-44}",
                "#ffffff",
                6,
                opacity=0.75,
            )
            for i in range(5)
        )
    )
    figure(c, 360, 826, 270, Person(4, "#ffc94d", "#4d6d8c", "wave", "cap", child=True))
    c.look_at(290, 330, 880, 520)


@picture("bicycle", light=light.SPRING, seed=10)
def bicycle(c: Canvas) -> None:
    countryside.riverside(c, path_way=True, frame="right")
    figure(c, 1240, 770, 200, Person(3, "#ffc94d", "#3d5468", "walk", "short"), flip=True)
    figure(c, 1310, 772, 195, Person(1, "#d9614a", "#3d5468", "walk", "long"), flip=True)
    hero(c, "bicycle", 760, 840, 410, touch=0.9)
    hang(c, "bouquet", 500, 440, 130, turn=-20)


@picture("snow-mountain", light=light.WINTER, seed=12)
def snow_mountain(c: Canvas) -> None:
    uplands.mountain(c)
    hero(c, "snowman", 680, 820, 400)
    stand(c, "sled", 1060, 826, 190)
    figure(c, 1280, 800, 250, Person(1, "#d9614a", "#3d5468", "cheer", "cap", child=True), flip=True)
    figure(c, 360, 806, 260, Person(4, "#ffc94d", "#4d6d8c", "wave", "hat", child=True))
    nature.snowfall(c, 46)
