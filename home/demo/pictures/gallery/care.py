"""Visits, care, safety, access for all."""

from home.demo.pictures.drawing import countryside, furnishings, halls, interiors, light, rooms, things, townscapes
from home.demo.pictures.drawing.canvas import Canvas, circle, ellipse, path, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import hero, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("elderly-visit", light=light.AUTUMN, seed=2)
def elderly_visit(c: Canvas) -> None:
    interiors.living_room(c, sofa=True)
    furnishings.rug(c, 800, 800, 520, 70, "#d9a25c")
    figure(c, 640, 800, 520, Person(1, "#8d6a86", "#5b5470", "sit", "bun", dress=True, hair="#f0eee9"), shadow=False)
    figure(c, 985, 800, 530, Person(3, "#e0a63c", "#3d5468", "sit", "short"), flip=True, shadow=False)
    round_table(c, 812, 872, 270, 150)
    stand(c, "teapot", 780, 728, 120)
    put(c, prop(c, "cup-teal", 890, 730, 62), 890, 730, 60)
    c.look_at(500, 290, 640, 580)


def round_table(c: Canvas, x: float, base: float, width: float, height: float) -> None:
    wood = c.tint("#9a6a44")
    drawing = (
        rect(x - 9, base - height, 18, height - 6, darker(wood, 0.15))
        + ellipse(x, base - 6, width * 0.24, 10, darker(wood, 0.2))
        + ellipse(x, base - height + 9, width / 2, 24, darker(wood, 0.2))
        + ellipse(x, base - height, width / 2, 24, lighter(wood, 0.16))
    )
    put(c, drawing, x, base, width * 0.5)


@picture("phone-call", light=light.SPRING, seed=5)
def phone_call(c: Canvas) -> None:
    interiors.living_room(c, paint="#cfe0d8", curtain="#e0a85c")
    rooms.table(c, "#b07f50")
    hero(c, "telephone", 800, 730, 330)
    put(c, prop(c, "cup-yellow", 1140, 734, 110), 1140, 734, 110)
    furnishings.steam(c, 1140, 640, 110)
    put(c, things.stack(c, 450, 736, (230, 44, "#4d6d8c", 0), (200, 38, "#e0a63c", 10)), 450, 736, 230)
    stand(c, "potted-plant", 440, 656, 190)


@picture("blood-donation", light=light.MORNING, seed=7)
def blood_donation(c: Canvas) -> None:
    halls.hall(c, paint="#dfe8e0")
    deck_chair(c, 1240, 800)
    figure(c, 1090, 800, 330, Person(1, "#fdfbf4", "#e9efe9", "give", "bun"))
    figure(c, 420, 800, 340, Person(3, "#ffc94d", "#3d5468", "wave", "short"))
    hero(c, "drop-of-blood", 760, 800, 440, touch=0.5)
    c.add(path("M760 716c-92 -60 -60 -128 0 -80c60 -48 92 20 0 80Z", "#fffaf0", opacity=0.95))


def deck_chair(c: Canvas, x: float, base: float) -> None:
    cloth = c.tint("#4f979b")
    drawing = (
        stroke(f"M{x - 120} {base}L{x - 60} {base - 90}M{x + 110} {base}L{x + 60} {base - 80}", c.tint("#7d8f94"), 12)
        + stroke(f"M{x - 170} {base - 80}L{x + 60} {base - 80}L{x + 190} {base - 210}", cloth, 44)
        + rect(x - 30, base - 150, 130, 26, lighter(cloth, 0.3), 13)
    )
    put(c, drawing, x, base, 300)


@picture("first-aid", light=light.NOON, seed=10)
def first_aid(c: Canvas) -> None:
    interiors.classroom(c, board=False, paint="#dbe6df")
    poster(c)
    rooms.table(c)
    present(c, prop(c, "first-aid-kit", 800, 732, 470), 800, 732, 470, 380)
    stand(c, "stethoscope", 1230, 742, 230)
    stand(c, "adhesive-bandage", 430, 742, 150)


def poster(c: Canvas) -> None:
    """Three steps of an alert, as figures without words."""
    c.add(rect(250, 110, 560, 330, c.tint("#b98252"), 6), rect(264, 124, 532, 302, c.tint("#fdf6e6")))
    for index, pose in enumerate(("wave", "bend", "give")):
        x = 352 + index * 178
        c.add(circle(x, 270, 76, c.tint(("#ffe2a6", "#cfe6e2", "#f6d3c2")[index])))
        figure(c, x, 336, 128, Person(index * 2, ("#00707c", "#d9614a", "#e0a63c")[index], pose=pose), shadow=False)


@picture("fire-brigade", light=light.AFTERNOON, seed=11)
def fire_brigade(c: Canvas) -> None:
    townscapes.street(c)
    for x, look in ((300, 0), (390, 3)):
        figure(c, x, 722, 250, Person(look, "#2b4552", "#2b4552", "wave" if look else "hips", "helmet"))
    figure(c, 1290, 724, 170, Person(5, "#ffc94d", "#4d6d8c", "cheer", child=True))
    figure(c, 1370, 724, 160, Person(4, "#7fae8a", "#8d5a6c", "wave", "long", child=True), flip=True)
    hero(c, "fire-engine", 820, 820, 470)


@picture("wheelchair", light=light.SPRING, seed=12)
def wheelchair(c: Canvas) -> None:
    countryside.park(c)
    hero(c, "manual-wheelchair", 800, 810, 440)
    figure(c, 1190, 706, 210, Person(2, "#d9614a", "#3d5468", "walk", "short"), flip=True)
    figure(c, 1110, 700, 205, Person(1, "#ffc94d", "#5b5470", "walk", "long", dress=True), flip=True)


@picture("guide-dog", light=light.AUTUMN, seed=13)
def guide_dog(c: Canvas) -> None:
    townscapes.square(c)
    cane = stroke("M18 -58L34 -3", "#fdfbf4", 1.6)
    figure(c, 1130, 760, 400, Person(4, "#d9614a", "#3d5468", "give", "long", extras=(cane,)), flip=True)
    hero(c, "guide-dog", 700, 810, 420)


@picture("babies", light=light.SPRING, seed=19)
def babies(c: Canvas) -> None:
    interiors.living_room(c, paint="#f1dccb", curtain="#7fb0a4")
    furnishings.rug(c, 800, 806, 560, 74, "#7fb0a4")
    present(c, prop(c, "pram", 790, 810, 420), 790, 810, 480, 430)
    stand(c, "teddy-bear", 420, 816, 230)
    stand(c, "baby-bottle", 1120, 812, 170)
    put(c, prop(c, "toy-bricks", 1300, 816, 76), 1300, 816, 210)
