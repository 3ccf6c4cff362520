"""Gardens, river, animals, what we keep and what we reuse."""

from home.demo.pictures.drawing import (
    countryside,
    furnishings,
    interiors,
    light,
    nature,
    things,
    townscapes,
    uplands,
)
from home.demo.pictures.drawing.canvas import Canvas, ellipse, group, path, rect, stroke
from home.demo.pictures.drawing.colours import darker
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("vegetable-garden", light=light.AFTERNOON, seed=1)
def vegetable_garden(c: Canvas) -> None:
    countryside.garden(c)
    figure(c, 1150, 700, 230, Person(3, "#d9614a", "#3d5468", "bend", "hat"), flip=True)
    goods = (
        ("leafy-green", 660, 640, 190, -10),
        ("carrot", 780, 640, 190, -70),
        ("eggplant", 890, 650, 170, 30),
        ("ear-of-corn", 980, 640, 190, 16),
        ("tomato", 720, 660, 120, 0),
        ("bell-pepper", 850, 670, 120, 0),
        ("tomato", 930, 680, 100, 0),
    )
    floating(c, "".join(icon(c, n, x, y, s, turn=t) for n, x, y, s, t in goods))
    present(c, things.crate(c, 810, 836, 460, 220), 810, 836, 450, 410)
    put(c, prop(c, "watering-can", 380, 840, 280), 380, 840, 220)
    stand(c, "sunflower", 1300, 846, 290, touch=0.3)


@picture("tree-planting", light=light.SPRING, seed=2)
def tree_planting(c: Canvas) -> None:
    countryside.park(c, bench=False)
    figure(c, 470, 800, 400, Person(3, "#d9614a", "#3d5468", "give", "hat"))
    figure(c, 1140, 806, 290, Person(4, "#ffc94d", "#4d6d8c", "cheer", "long", child=True), flip=True)
    c.add(prop(c, "mound", 790, 826, 420))
    present(c, prop(c, "sapling", 790, 790, 560), 790, 800, 340, 560)
    put(c, prop(c, "spade", 590, 826, 300, turn=-8), 590, 826, 70)
    put(c, prop(c, "watering-can-yellow", 1330, 836, 190), 1330, 836, 150)


@picture("river-cleanup", light=light.MORNING, seed=3)
def river_cleanup(c: Canvas) -> None:
    countryside.riverside(c, church=1180)
    vest = path("M-11 -74Q-10 -81 -5 -81L-2 -66V-44H-10ZM11 -74Q10 -81 5 -81L2 -66V-44H10Z", c.tint("#ffc94d"))
    for x, base, size, look, pose, flip in (
        (380, 808, 400, 1, "bend", False),
        (1120, 800, 380, 3, "bend", True),
        (1280, 806, 390, 4, "carry", True),
    ):
        figure(
            c,
            x,
            base,
            size,
            Person(look, "#00707c", "#3d5468", pose, ("curly", "cap", "long")[look % 3], extras=(vest,)),
            flip=flip,
        )
    bag = c.tint("#4f979b")
    put(
        c,
        path("M1380 810q-30 -120 40 -150l-14 -26h60l-14 26q70 30 40 150Z", bag)
        + stroke("M1412 660h36", darker(bag, 0.3), 8),
        1436,
        812,
        100,
    )
    hero(c, "bucket", 760, 834, 290)
    stand(c, "gloves", 1000, 836, 150)
    floating(c, icon(c, "cup-with-straw", 706, 584, 120, turn=-24), icon(c, "canned-food", 806, 584, 100, turn=18))


@picture("cat-shelter", light=light.AFTERNOON, seed=5)
def cat_shelter(c: Canvas) -> None:
    interiors.living_room(c, paint="#dfe5d2", curtain="#e0a85c")
    furnishings.rug(c, 800, 814, 560, 70, "#4f979b")
    hero(c, "cat", 720, 816, 420)
    stand(c, "black-cat", 1130, 816, 300, flip=True)
    bowl = path("M400 776h170l-24 44h-122Z", c.tint("#d9614a")) + ellipse(485, 776, 85, 14, c.tint("#8a5f3c"))
    put(c, bowl, 485, 822, 140)
    stand(c, "yarn", 1370, 830, 96)


@picture("dog-walk", light=light.AUTUMN, seed=6)
def dog_walk(c: Canvas) -> None:
    countryside.riverside(c, path_way=True)
    figure(c, 1180, 840, 470, Person(1, "#d9614a", "#3d5468", "give", "curly"), flip=True)
    hero(c, "dog", 680, 850, 400)
    c.add(stroke("M560 590Q760 700 1046 538", c.tint("#00606b"), 7))
    figure(c, 330, 770, 180, Person(3, "#ffc94d", "#3d5468", "run", "short"))


@picture("beehive", light=light.SPRING, seed=7)
def beehive(c: Canvas) -> None:
    uplands.meadow(c, flowers="#e8a0a8")
    put(c, prop(c, "beehive-green", 1130, 770, 210), 1130, 770, 200)
    put(c, prop(c, "beehive-red", 400, 760, 190), 400, 760, 180)
    present(c, prop(c, "beehive-yellow", 760, 822, 410), 760, 822, 450, 440)
    for x, y, size, turn, flip in (
        (1060, 330, 150, -10, False),
        (470, 400, 96, 14, True),
        (620, 260, 76, -16, False),
        (1240, 480, 84, 10, True),
    ):
        c.add(
            stroke(
                f"M{x - 190 if not flip else x + 190} {y + 120}"
                f"q{70 if not flip else -70} -90 {110 if not flip else -110} -30",
                c.tint("#8a7a4c"),
                3,
                stroke_dasharray="3 12",
                opacity=0.7,
            )
        )
        hang(c, "honeybee", x, y, size, turn=turn, flip=flip)
    stand(c, "honey-pot", 1080, 846, 170)


@picture("compost", light=light.MORNING, seed=8)
def compost(c: Canvas) -> None:
    countryside.garden(c)
    nature.lawn(c, 730, seed=21)
    figure(c, 1150, 830, 430, Person(4, "#d9614a", "#3d5468", "give", "bun"), flip=True)
    floating(c, icon(c, "bucket", 1000, 606, 120, turn=-50))
    present(c, prop(c, "compost-bin", 740, 836, 440), 740, 836, 440, 400)
    stand(c, "broom", 430, 836, 330, touch=0.3)
    stand(c, "worm", 1000, 850, 70, touch=0.5)


@picture("recycling", light=light.NOON, seed=9)
def recycling(c: Canvas) -> None:
    townscapes.street(c)
    put(c, prop(c, "bin-glass", 470, 812, 230), 470, 812, 220)
    put(c, prop(c, "bin-paper", 1120, 812, 230), 1120, 812, 220)
    present(c, prop(c, "bin-packaging", 795, 836, 300), 795, 836, 300, 450)
    figure(c, 1360, 800, 330, Person(3, "#d9614a", "#3d5468", "carry", "short"), flip=True)
    floating(c, icon(c, "newspaper", 1294, 632, 70))


@picture("water", light=light.MORNING, seed=10)
def water(c: Canvas) -> None:
    townscapes.square(c, lamp=False)
    present(c, prop(c, "fountain", 800, 820, 560), 800, 820, 560, 520)
    figure(c, 360, 770, 240, Person(4, "#ffc94d", "#4d6d8c", "run", "long", child=True))
    figure(c, 1270, 780, 320, Person(1, "#00707c", "#3d5468", "stand", "curly"), flip=True)
    stand(c, "bird", 585, 690, 54, cast=False)
    stand(c, "bird", 1180, 838, 62, flip=True)


@picture("birdwatching", light=light.SPRING, seed=11)
def birdwatching(c: Canvas) -> None:
    countryside.riverside(c, frame=None, church=300)
    nature.birds(c, 420, 240)
    nature.birds(c, 1130, 170, 11)
    bark = c.tint("#7c5a40")
    c.add(
        stroke("M1640 470Q1240 560 980 590T560 640", bark, 34),
        stroke("M1180 566Q1090 480 1010 470M900 604Q830 660 760 690", bark, 15),
    )
    for x, y, turn in (
        (1010, 466, -40),
        (1100, 500, 20),
        (770, 690, 160),
        (1290, 520, -30),
        (1400, 500, 40),
        (600, 636, 190),
        (1500, 470, -20),
    ):
        c.add(
            group(
                path("M0 0q30 -44 84 -30q-20 44 -84 30Z", c.tint(c.light.leaf)),
                path("M0 0q40 -10 84 -30", stroke=darker(c.tint(c.light.leaf), 0.2), stroke_width=3),
                at=(x, y),
                turn=turn,
            )
        )
    hero(c, "bird", 830, 612, 330, cast=False, touch=0.01)
    put(c, prop(c, "binoculars", 430, 850, 210), 430, 850, 200)
    reeds(c, 1420, 880)


def reeds(c: Canvas, x: float, base: float) -> None:
    green = darker(c.tint(c.light.leaf), 0.2)
    for index, (dx, h, lean) in enumerate(
        ((-90, 250, -20), (-50, 330, 8), (-10, 290, -8), (40, 350, 20), (80, 260, 30), (120, 300, 12))
    ):
        c.add(stroke(f"M{x + dx} {base}Q{x + dx} {base - h * 0.6} {x + dx + lean} {base - h}", green, 7))
        if index % 2:
            c.add(rect(x + dx + lean - 11, base - h - 50, 22, 84, c.tint("#8a5a3a"), 11))


@picture("solar-energy", light=light.NOON, seed=12)
def solar_energy(c: Canvas) -> None:
    uplands.meadow(c, flowers="#fff6e6")
    for x, base, size in ((300, 706, 230), (1290, 706, 230)):
        put(c, prop(c, "solar-panel", x, base, size), x, base, size * 0.8)
    present(c, prop(c, "solar-panel", 790, 826, 560), 790, 826, 560, 350)
    figure(c, 1230, 836, 330, Person(3, "#ffc94d", "#3d5468", "give", "helmet"), flip=True)
