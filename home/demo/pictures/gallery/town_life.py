"""The town, its stones, its streets, its kitchens."""

from home.demo.pictures.drawing import (
    furnishings,
    halls,
    houses,
    interiors,
    light,
    nature,
    rooms,
    street_furniture,
    things,
    townscapes,
    trees,
    uplands,
)
from home.demo.pictures.drawing.canvas import Canvas, circle, group, path, rect, stroke
from home.demo.pictures.drawing.colours import darker
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("market-stall", light=light.NOON, seed=1)
def market_stall(c: Canvas) -> None:
    townscapes.market(c)
    figure(c, 850, 690, 330, Person(4, "#7fae8a", "#3d5468", "wave", "hat"), shadow=False)
    townscapes.stall(c, 500, 830, 600, "#00707c", goods=False)
    for name, x, size in (
        ("tomato", 560, 96),
        ("leafy-green", 660, 120),
        ("carrot", 756, 110),
        ("eggplant", 850, 104),
        ("pear", 936, 100),
        ("grapes", 1030, 110),
    ):
        stand(c, name, x, 618, size, cast=False)
    for left in (520, 716, 912):
        put(c, things.crate(c, left + 84, 740, 168, 92), left + 84, 744, 10, cast=False)
    figure(c, 1240, 840, 370, Person(1, "#d9614a", "#5b5470", "give", "bun", dress=True), flip=True)
    stand(c, "shopping-bags", 1390, 838, 140)
    c.look_at(450, 300, 720, 560)


@picture("flea-market", light=light.AUTUMN, seed=2)
def flea_market(c: Canvas) -> None:
    townscapes.square(c, flags=True, lamp=False)
    figure(c, 480, 760, 350, Person(0, "#d9614a", "#3d5468", "hips", "hat"), shadow=False)
    figure(c, 1120, 760, 350, Person(3, "#00707c", "#3d5468", "give", "curly"), flip=True, shadow=False)
    put(c, prop(c, "trestle-table-red", 800, 838, 1060), 800, 838, 1000)
    hero(c, "mantelpiece-clock", 790, 626, 260, cast=False)
    for name, x, size in (
        ("teapot", 560, 150),
        ("teddy-bear", 1010, 190),
        ("framed-picture", 380, 190),
        ("radio", 1210, 140),
    ):
        stand(c, name, x, 628, size, cast=False)
    put(c, things.stack(c, 660, 628, (100, 24, "#00707c", 0), (90, 22, "#ffc94d", 4)), 660, 628, 90, cast=False)
    c.look_at(280, 340, 1040, 510)


@picture("heritage-church", light=light.AFTERNOON, seed=3)
def heritage_church(c: Canvas) -> None:
    nature.sky(c)
    nature.far_country(c)
    houses.street_row(c, 640, height=200, seed=6, end=420, depth=0.16)
    houses.street_row(c, 640, height=200, seed=11, start=1130, depth=0.16)
    street_furniture.paving(c, 636)
    present(c, prop(c, "church", 780, 712, 600), 780, 712, 560, 690)
    trees.tree(c, 130, 760, 540)
    for index, x in enumerate((930, 1010, 1090, 1180)):
        figure(
            c,
            x,
            800 + 12 * (index % 2),
            240,
            Person(
                index,
                ("#d9614a", "#7fae8a", "#f0e3c8", "#e08a5c")[index],
                "#3d5468",
                "stand",
                ("long", "bald", "curly", "hat")[index],
            ),
            flip=True,
        )
    figure(c, 700, 820, 270, Person(4, "#00707c", "#3d5468", "wave", "bun"))


@picture("war-memorial", light=light.AUTUMN, seed=4)
def war_memorial(c: Canvas) -> None:
    townscapes.square(c, lamp=False, shops=False)
    put(c, prop(c, "flag", 1030, 800, 470), 1030, 800, 30)
    present(c, prop(c, "memorial", 760, 806, 620), 760, 806, 430, 630)
    figure(c, 400, 806, 330, Person(0, "#2f3f55", "#2f3f55", "stand", "bald", hair="#d9d4cc"))
    figure(c, 300, 810, 230, Person(4, "#d9614a", "#4d6d8c", "stand", "long", child=True))
    stand(c, "bouquet", 905, 830, 120)
    figure(c, 520, 812, 320, Person(1, "#00606b", "#2f3f55", "stand", "bun"))


@picture("town-hall", light=light.MORNING, seed=5)
def town_hall(c: Canvas) -> None:
    nature.sky(c)
    nature.far_country(c)
    houses.street_row(c, 640, height=230, seed=2, end=360, depth=0.14)
    houses.street_row(c, 640, height=220, seed=9, start=1210, depth=0.14)
    street_furniture.paving(c, 636)
    present(c, prop(c, "town-hall", 790, 722, 700), 790, 722, 720, 690)
    trees.tree(c, 130, 770, 500)
    trees.tree(c, 1480, 760, 470)
    for x, look, top, pose, flip in (
        (420, 4, "#d9614a", "walk", False),
        (940, 3, "#ffc94d", "walk", True),
        (1230, 1, "#00707c", "wave", True),
    ):
        figure(c, x, 800, 220, Person(look, top, "#3d5468", pose, ("long", "short", "curly")[look % 3]), flip=flip)


@picture("bus", light=light.NOON, seed=6)
def bus(c: Canvas) -> None:
    townscapes.street(c)
    pole = rect(1344, 430, 12, 290, c.tint("#4b5f66")) + rect(1296, 400, 108, 108, c.tint("#00707c"), 16)
    put(c, pole, 1350, 722, 40)
    hang(c, "oncoming-bus", 1350, 416, 76)
    for x, look, top, cut in ((1190, 1, "#d9614a", "bun"), (1260, 3, "#ffc94d", "short"), (1430, 0, "#7fae8a", "hat")):
        figure(c, x, 724, 230, Person(look, top, "#3d5468", "stand", cut), flip=True)
    hero(c, "bus", 690, 824, 430)


@picture("bread-oven", light=light.EVENING, seed=7)
def bread_oven(c: Canvas) -> None:
    uplands.meadow(c, flowers="#fff6e6")
    c.add(circle(760, 650, 420, c.halo((0, "#ffb765", 0.45), (1, "#ffb765", 0))))
    present(c, prop(c, "bread-oven", 760, 826, 520), 760, 826, 520, 520)
    peel = stroke("M1120 590L930 640", c.tint("#b07f50"), 13) + group(
        rect(-70, -22, 110, 44, c.tint("#c99a62"), 14), at=(900, 648), turn=-14
    )
    floating(c, peel)
    figure(c, 1180, 836, 450, Person(2, "#fdfbf4", "#4b5a66", "give", "cap"), flip=True)
    floating(c, icon(c, "bread", 884, 640, 84))
    board = rect(310, 786, 260, 24, c.tint("#a8744a"), 6) + stroke(
        "M340 806L330 846M540 806L550 846", c.tint("#8a623f"), 12
    )
    put(c, board, 440, 848, 240)
    for x, name, size in ((370, "bread", 104), (500, "baguette-bread", 110)):
        stand(c, name, x, 788, size, cast=False)


@picture("cooking", light=light.SPRING, seed=8)
def cooking(c: Canvas) -> None:
    interiors.kitchen(c, paint="#efe0c6")
    apron = path("M-7 -76H7L9 -46H-9Z", c.tint("#fdfbf4"))
    figure(c, 500, 800, 520, Person(1, "#d9614a", "#3d5468", "give", "bun", extras=(apron,)), shadow=False)
    figure(
        c, 1120, 800, 520, Person(3, "#00707c", "#3d5468", "give", "short", extras=(apron,)), flip=True, shadow=False
    )
    rooms.table(c, "#c08a58", top=636, front=782)
    furnishings.steam(c, 810, 560, 150)
    present(c, prop(c, "marmite-red", 800, 752, 300), 800, 752, 320, 260)
    for name, x, size in (
        ("tomato", 1040, 96),
        ("broccoli", 1150, 120),
        ("lemon", 1258, 84),
        ("carrot", 560, 110),
        ("egg", 460, 80),
        ("onion", 380, 96),
    ):
        stand(c, name, x, 764, size)
    c.look_at(370, 260, 860, 530)


@picture("megaphone", light=light.SPRING, seed=9)
def megaphone(c: Canvas) -> None:
    townscapes.square(c, flags=True, lamp=False)
    for index, x in enumerate((250, 360, 470, 1170, 1290, 1400)):
        figure(
            c,
            x,
            780 + 16 * (index % 2),
            290,
            Person(
                index,
                ("#d9614a", "#7fae8a", "#ffc94d", "#00707c", "#8d6a86", "#e08a5c")[index],
                "#3d5468",
                ("wave", "cheer", "stand", "cheer", "wave", "stand")[index],
                ("long", "short", "bun", "curly", "bald", "hat")[index],
            ),
            flip=index > 2,
        )
    for sweep in range(3):
        c.add(
            stroke(
                f"M{1030 + sweep * 44} {470 - sweep * 30}q{30 + sweep * 14} {70 + sweep * 20} 0 {140 + sweep * 60}",
                c.tint("#d9614a"),
                13,
                opacity=0.8 - sweep * 0.22,
            )
        )
    hero(c, "loudspeaker", 790, 800, 400, touch=0.5)


@picture("ballot-box", light=light.SPRING, seed=20)
def ballot_box(c: Canvas) -> None:
    halls.hall(c, paint="#e6e1cf", lamps=False)
    booth(c, 260)
    booth(c, 1340)
    rooms.cloth(c, "#2f6d74")
    present(c, prop(c, "ballot-urn", 800, 734, 420), 800, 734, 440, 360)
    floating(c, prop(c, "envelope", 826, 396, 130))
    figure(c, 1050, 850, 600, Person(2, "#d9614a", "#3d5468", "vote", "long"), flip=True, shadow=False)
    rooms.cloth(c, "#2f6d74", top=734, front=790)
    c.look_at(540, 240, 640, 570)


def booth(c: Canvas, x: float) -> None:
    """A polling booth with its curtain."""
    red = c.tint("#c9705a")
    c.add(
        rect(x - 120, 270, 240, 380, c.tint("#d8c7a8"), 4),
        rect(x - 104, 300, 208, 350, darker(c.tint("#d8c7a8"), 0.35)),
        rect(x - 104, 292, 208, 8, c.tint("#8a6a4c")),
    )
    c.add(
        path(f"M{x - 104} 300h150q-10 160 6 300h-156Z", red),
        *(stroke(f"M{x - 80 + i * 36} 302q-6 150 0 294", darker(red, 0.14), 5) for i in range(4)),
    )
