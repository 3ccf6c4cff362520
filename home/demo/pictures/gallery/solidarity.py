"""A hand to others: food, clothes, furniture, work."""

from home.demo.pictures.drawing import furnishings, halls, interiors, light, rooms, street_furniture, things, townscapes
from home.demo.pictures.drawing.canvas import Canvas, ellipse, path, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("food-basket", light=light.MORNING, seed=3)
def food_basket(c: Canvas) -> None:
    halls.hall(c, lamps=False)
    rooms.cloth(c, "#4f979b", checks=True)
    goods = (
        ("baguette-bread", 700, 520, 250, -28),
        ("leafy-green", 930, 520, 190, 8),
        ("carrot", 640, 560, 170, -60),
        ("beverage-box", 820, 560, 220, 6),
        ("red-apple", 730, 580, 120, 0),
        ("pear", 900, 590, 130, 14),
        ("tomato", 985, 600, 110, 0),
    )
    inside = "".join(icon(c, name, x, y, size, turn=turn) for name, x, y, size, turn in goods)
    floating(c, inside)
    present(c, prop(c, "wicker-basket", 800, 728, 480), 800, 728, 440, 430)
    stand(c, "canned-food", 1150, 722, 150)
    stand(c, "bread", 440, 722, 150)
    stand(c, "red-apple", 1270, 742, 90)


@picture("meal-delivery", light=light.NOON, seed=6)
def meal_delivery(c: Canvas) -> None:
    townscapes.street(c, shops=False)
    figure(c, 560, 800, 430, Person(1, "#00707c", "#3d5468", "give", "curly"))
    figure(c, 1040, 800, 410, Person(4, "#d98a5c", "#6b5f58", "carry", "short", hair="#e6e2da"), flip=True)
    bag = c.tint("#ffc94d")
    box = (
        rect(662, 512, 200, 150, bag, 12)
        + rect(662, 512, 200, 40, darker(bag, 0.12), 12)
        + path("M712 514q0 -56 50 -56t50 56", stroke=c.tint("#8a5f3c"), stroke_width=14)
        + rect(730, 576, 64, 58, c.tint("#fffaf0"), 10)
    )
    floating(c, box)
    hang(c, "steaming-bowl", 762, 574, 62)
    furnishings.steam(c, 762, 448, 110)
    c.look_at(440, 380, 720, 460)


@picture("soup-pot", light=light.AUTUMN, seed=4)
def soup_pot(c: Canvas) -> None:
    interiors.kitchen(c)
    furnishings.steam(c, 800, 380, 250)
    present(c, prop(c, "marmite", 800, 740, 470), 800, 740, 500, 380)
    stand(c, "baguette-bread", 420, 742, 150)
    stand(c, "carrot", 1110, 744, 130)
    stand(c, "onion", 1230, 730, 110)
    stand(c, "garlic", 1330, 746, 90)


@picture("coffee-chat", light=light.MORNING, seed=8)
def coffee_chat(c: Canvas) -> None:
    townscapes.square(c, lamp=False)
    figure(c, 330, 680, 210, Person(0, "#d9614a", "#3d5468", "walk", "long"))
    figure(c, 1230, 676, 205, Person(3, "#7fae8a", "#3d5468", "stand", "short"), flip=True)
    figure(c, 1310, 676, 200, Person(4, "#ffc94d", "#5b5470", "give", "bun", dress=True), flip=True)
    bistro(c, 800, 745)
    put(c, prop(c, "cup-teal", 640, 752, 210), 640, 752, 260, cast=False)
    put(c, prop(c, "cup-red", 980, 758, 210), 980, 758, 260, cast=False)
    furnishings.steam(c, 640, 586, 150)
    furnishings.steam(c, 980, 592, 150)
    stand(c, "croissant", 812, 790, 120, cast=False)
    c.look_at(470, 430, 670, 380)


def bistro(c: Canvas, x: float, y: float) -> None:
    """The round top of a café table, close to us."""
    top = c.tint("#f4ead4")
    c.add(
        ellipse(x, y + 60, 640, 120, c.light.shadow, opacity=0.25, filter="url(#soft)"),
        ellipse(x, y + 34, 610, 112, darker(top, 0.35)),
        ellipse(x, y + 16, 610, 112, c.tint("#c8924f")),
        ellipse(x, y, 610, 110, c.fade((0, darker(top, 0.04)), (1, lighter(top, 0.3)))),
    )


@picture("clothes-shop", light=light.SPRING, seed=9)
def clothes_shop(c: Canvas) -> None:
    halls.gallery(c, paint="#e7e3d3")
    put(c, prop(c, "clothes-rack", 800, 800, 860), 800, 800, 800)
    for name, x, height in (("coat", 500, 290), ("dress", 690, 330), ("t-shirt", 890, 220), ("jeans", 1090, 300)):
        c.add(
            stroke(f"M{x - 50} 330L{x} 294L{x + 50} 330Z", c.tint("#8a623f"), 8),
            stroke(f"M{x} 294v-8q14 -8 4 -18", c.tint("#4b5f66"), 6),
        )
        hang(c, name, x, 316, height)
    put(c, things.crate(c, 590, 806, 230, 110), 590, 806, 230)
    floating(c, icon(c, "scarf", 570, 740, 90), icon(c, "socks", 660, 736, 80))
    stand(c, "mans-shoe", 1000, 804, 86)
    c.look_at(360, 240, 880, 590)


@picture("humanitarian-parcel", light=light.EVENING, seed=14)
def humanitarian_parcel(c: Canvas) -> None:
    halls.depot(c)
    hero(c, "package", 780, 810, 440)
    hang(c, "red-heart", 700, 610, 92, turn=-6)
    stand(c, "globe-showing-europe-africa", 1130, 806, 210)
    stand(c, "teddy-bear", 440, 806, 190)
    figure(c, 1350, 800, 330, Person(3, "#00707c", "#3d5468", "carry", "curly"), flip=True)
    stand(c, "package", 1282, 640, 96, cast=False)


# x, look, sweater, hair, pose
GUESTS = (
    (300, 0, "#d9614a", "long", "stand"),
    (470, 3, "#ffc94d", "short", "wave"),
    (640, 1, "#7fae8a", "curly", "give"),
    (820, 4, "#00707c", "bun", "stand"),
    (990, 5, "#e08a5c", "short", "cheer"),
    (1160, 2, "#8d6a86", "bald", "give"),
    (1310, 0, "#f0e3c8", "hat", "wave"),
)
# name, x, height
DISHES = (
    ("baguette-bread", 330, 84),
    ("tomato", 452, 62),
    ("shortcake", 560, 92),
    ("wine-glass", 664, 112),
    ("steaming-bowl", 800, 130),
    ("grapes", 940, 96),
    ("cheese-wedge", 1056, 84),
    ("watermelon", 1172, 90),
    ("beverage-box", 1280, 100),
)


@picture("neighbours-table", light=light.EVENING, seed=15)
def neighbours_table(c: Canvas) -> None:
    townscapes.square(c, lamp=False, shops=False)
    street_furniture.fairy_lights(c, (-10, 200), (820, 160), sag=50)
    street_furniture.fairy_lights(c, (800, 160), (1610, 210), sag=55)
    for index, (x, look, top, cut, pose) in enumerate(GUESTS):
        figure(
            c,
            x,
            752,
            300 - 18 * (index % 3),
            Person(look, top, "#3d5468", pose, cut),
            flip=index > 3,
            shadow=False,
        )
    put(c, prop(c, "trestle-table", 800, 850, 1240), 800, 850, 1200)
    for name, x, size in DISHES:
        stand(c, name, x, 668, size, cast=False)
    c.look_at(320, 380, 980, 470)


@picture("moving-boxes", light=light.MORNING, seed=16)
def moving_boxes(c: Canvas) -> None:
    townscapes.street(c, shops=False)
    stand(c, "delivery-truck", 1240, 800, 360, flip=True)
    figure(c, 330, 760, 330, Person(5, "#ffc94d", "#3d5468", "carry", "long"))
    stand(c, "package", 396, 610, 110, cast=False)
    hero(c, "package", 700, 830, 290)
    stand(c, "package", 890, 836, 190)
    stand(c, "package", 690, 574, 190, cast=False, touch=0.6)
    stand(c, "potted-plant", 900, 652, 140, cast=False)
    stand(c, "chair", 500, 836, 200)
    c.look_at(430, 360, 620, 500)


@picture("furniture", light=light.AFTERNOON, seed=17)
def furniture(c: Canvas) -> None:
    halls.depot(c, paint="#e7dcc2")
    furnishings.rug(c, 800, 820, 560, 64, "#d9705a")
    hero(c, "couch-and-lamp", 780, 810, 440)
    stand(c, "chair", 1150, 812, 270)
    stand(c, "mantelpiece-clock", 420, 812, 150)
    stand(c, "potted-plant", 1330, 806, 210)


@picture("handshake", light=light.MORNING, seed=18)
def handshake(c: Canvas) -> None:
    halls.hall(c, flags=True, lamps=False)
    for x, look, top, cut in (
        (180, 2, "#8d6a86", "bun"),
        (290, 5, "#e08a5c", "short"),
        (1330, 1, "#f0e3c8", "curly"),
        (1430, 4, "#7fae8a", "long"),
    ):
        figure(c, x, 730, 260, Person(look, top, "#3d5468", "stand", cut))
    figure(c, 640, 830, 560, Person(4, "#00707c", "#3d5468", "give", "long"))
    figure(c, 962, 830, 570, Person(3, "#ffc94d", "#4b5a66", "give", "short"), flip=True)
    c.look_at(500, 230, 600, 620)


@picture("toys", light=light.AUTUMN, seed=20)
def toys(c: Canvas) -> None:
    halls.hall(c, paint="#f0dfbf", flags=True, lamps=False)
    hero(c, "teddy-bear", 790, 810, 450)
    put(c, prop(c, "toy-bricks", 1160, 814, 110), 1160, 814, 300)
    stand(c, "yo-yo", 500, 812, 170)
    stand(c, "kite", 330, 700, 250, touch=0.1)
    stand(c, "racing-car", 1360, 830, 110, flip=True)


@picture("job-cv", light=light.MORNING, seed=21)
def job_cv(c: Canvas) -> None:
    interiors.office(c)
    hero(c, "clipboard", 780, 742, 420, turn=-3)
    stand(c, "briefcase", 1160, 738, 240)
    put(c, prop(c, "cup-red", 460, 740, 130), 460, 740, 130)
    furnishings.steam(c, 460, 632, 120)
    stand(c, "pencil", 1000, 752, 150)
