"""Books, school, screens, languages."""

from home.demo.pictures.drawing import (
    countryside,
    furnishings,
    halls,
    interiors,
    light,
    rooms,
    things,
    townscapes,
    uplands,
)
from home.demo.pictures.drawing.canvas import Canvas, circle, path, polygon, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, icon, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("library-books", light=light.AUTUMN, seed=2)
def library_books(c: Canvas) -> None:
    interiors.library(c)
    rooms.table(c)
    pile = things.stack(
        c,
        800,
        738,
        (470, 76, "#00707c", 0),
        (430, 66, "#e0a63c", 26),
        (450, 74, "#c9563f", -20),
        (380, 60, "#7fa08a", 14),
        (400, 68, "#4d6d8c", -10),
    )
    present(c, pile, 800, 738, 480, 360)
    stand(c, "open-book", 330, 744, 150)
    stand(c, "glasses", 1230, 748, 90)


@picture("reading-aloud", light=light.SPRING, seed=4)
def reading_aloud(c: Canvas) -> None:
    interiors.library(c, paint="#e6d9bd")
    furnishings.rug(c, 800, 804, 600, 82, "#e0a63c")
    armchair(c, 560, 800, 330)
    figure(c, 566, 800, 520, Person(1, "#d9614a", "#3d5468", "sit", "curly", dress=True), shadow=False)
    floating(c, icon(c, "open-book", 655, 636, 110, turn=-6))
    for x, look, top, cut in ((900, 0, "#00707c", "short"), (1050, 4, "#ffc94d", "long"), (1200, 5, "#7fae8a", "bun")):
        figure(c, x, 828, 400, Person(look, top, "#4b5a76", "floor", cut, child=True), flip=True)
    stand(c, "teddy-bear", 1340, 826, 130)
    c.look_at(390, 300, 920, 560)


def armchair(c: Canvas, x: float, base: float, width: float) -> None:
    cloth, left = c.tint("#2f8590"), x - width / 2
    drawing = (
        rect(left + 30, base - 360, width - 60, 300, darker(cloth, 0.08), 60)
        + rect(left, base - 200, 74, 170, cloth, 34)
        + rect(left + width - 74, base - 200, 74, 170, darker(cloth, 0.1), 34)
        + rect(left + 50, base - 120, width - 100, 84, lighter(cloth, 0.12), 22)
        + "".join(rect(left + dx, base - 30, 18, 30, c.tint("#7c5a3c"), 4) for dx in (30, width - 48))
    )
    put(c, drawing, x, base, width)


@picture("computer-help", light=light.NOON, seed=6)
def computer_help(c: Canvas) -> None:
    interiors.office(c)
    hero(c, "laptop", 800, 738, 370)
    c.add(speech(c, 790, 470, 150))
    stand(c, "computer-mouse", 1120, 744, 96)
    put(c, prop(c, "cup-yellow", 470, 740, 130), 470, 740, 130)
    stand(c, "potted-plant", 1290, 734, 220)


def speech(c: Canvas, x: float, y: float, width: float, colour: str = "#fffaf0", lines: str = "#00707c") -> str:
    """A speech bubble with a smile, centred on (x, y)."""
    h = width * 0.62
    return (
        rect(x - width / 2, y - h / 2, width, h, colour, h * 0.4)
        + path(f"M{x - width * 0.2} {y + h * 0.36}l{-width * 0.06} {h * 0.42}l{width * 0.26} {-h * 0.36}Z", colour)
        + circle(x - width * 0.16, y - h * 0.1, width * 0.045, lines)
        + circle(x + width * 0.16, y - h * 0.1, width * 0.045, lines)
        + stroke(f"M{x - width * 0.17} {y + h * 0.1}q{width * 0.17} {h * 0.26} {width * 0.34} 0", lines, width * 0.04)
    )


@picture("smartphone-help", light=light.MORNING, seed=7)
def smartphone_help(c: Canvas) -> None:
    interiors.office(c, paint="#f0dfc4", desk="#b98252")
    hero(c, "mobile-phone", 800, 738, 440, turn=-6)
    floating(c, speech(c, 1090, 400, 230), speech(c, 520, 330, 190, "#ffc94d", "#1b2430"))
    put(c, prop(c, "cup-red", 1190, 742, 130), 1190, 742, 130)
    stand(c, "glasses", 440, 748, 84)


@picture("homework-school", light=light.AUTUMN, seed=8)
def homework_school(c: Canvas) -> None:
    interiors.classroom(c)
    rooms.table(c, "#d6a673")
    hero(c, "backpack", 800, 738, 400)
    put(
        c,
        things.stack(c, 1180, 744, (270, 52, "#4d6d8c", 0), (240, 46, "#e0a63c", 14), (220, 40, "#7fa08a", -6)),
        1180,
        744,
        260,
    )
    stand(c, "red-apple", 1176, 608, 96, cast=False)
    stand(c, "pencil", 500, 750, 170)
    stand(c, "triangular-ruler", 350, 746, 150)


@picture("french-lessons", light=light.SPRING, seed=9)
def french_lessons(c: Canvas) -> None:
    interiors.classroom(c, paint="#f0e2c6")
    figure(c, 560, 800, 500, Person(0, "#00707c", "#3d5468", "wave", "bun"))
    figure(c, 960, 800, 480, Person(3, "#e0a63c", "#3d5468", "stand", "short"), flip=True)
    figure(c, 1130, 800, 470, Person(2, "#8d6a86", "#3d5468", "give", "long"), flip=True)
    floating(c, speech(c, 760, 330, 170))
    rooms.table(c, "#c99a62", top=706, front=800)
    stand(c, "open-book", 760, 790, 120, cast=False)
    stand(c, "pencil", 930, 790, 96, cast=False)
    put(c, prop(c, "cup-red", 1090, 784, 76), 1090, 784, 76)
    c.look_at(430, 250, 830, 560)


@picture("archives", light=light.EVENING, seed=10)
def archives(c: Canvas) -> None:
    halls.depot(c, paint="#dccfae")
    rooms.table(c, "#9a6a44")
    hero(c, "scroll", 740, 738, 390)
    stand(c, "card-file-box", 1110, 740, 240)
    stand(c, "magnifying-glass-tilted-left", 480, 750, 180)
    stand(c, "old-key", 1330, 752, 90)


@picture("telescope", light=light.NIGHT, seed=11)
def telescope(c: Canvas) -> None:
    uplands.trail(c, sign=False)
    hero(c, "telescope", 820, 812, 430)
    figure(c, 1120, 800, 270, Person(0, "#d9614a", "#3d5468", "give", "short"), flip=True)
    figure(c, 1210, 806, 190, Person(4, "#ffc94d", "#4d6d8c", "wave", "long", child=True), flip=True)


@picture("robot-coding", light=light.NOON, seed=12)
def robot_coding(c: Canvas) -> None:
    interiors.workshop(c, paint="#cfdcd4", tools=("gear", "screwdriver", "electric-plug", "wrench"))
    hero(c, "robot", 740, 742, 380)
    stand(c, "laptop", 1140, 744, 230)
    stand(c, "nut-and-bolt", 450, 750, 100)
    stand(c, "battery", 350, 746, 130)


@picture("radio-microphone", light=light.DUSK, seed=13)
def radio_microphone(c: Canvas) -> None:
    halls.studio(c)
    hero(c, "studio-microphone", 740, 738, 440)
    stand(c, "headphone", 1120, 744, 240)
    stand(c, "radio", 420, 742, 170)
    c.add(
        rect(80, 480, 250, 70, "#3a1d14", 12),
        rect(92, 492, 226, 46, "#e2553f", 8),
        *(circle(150 + 55 * i, 515, 9, "#fff1c4") for i in range(3)),
    )


@picture("newspaper", light=light.MORNING, seed=14)
def newspaper(c: Canvas) -> None:
    townscapes.square(c, lamp=False)
    rooms.table(c, "#a8744a", top=620, front=772)
    hero(c, "newspaper", 780, 744, 350, turn=-4, cast=False)
    put(c, prop(c, "cup-red", 1140, 744, 160), 1140, 744, 170, cast=False)
    furnishings.steam(c, 1140, 614, 140)
    stand(c, "glasses", 430, 756, 100, cast=False)


@picture("globe-languages", light=light.SPRING, seed=15)
def globe_languages(c: Canvas) -> None:
    interiors.classroom(c, paint="#d7e2e0", board=False)
    furnishings.picture_frame(c, 230, 110, 420, 300, kind=0)
    rooms.table(c, "#b98252")
    present(c, prop(c, "globe-stand", 800, 740, 190), 800, 740, 300, 490)
    hang(c, "globe-showing-europe-africa", 800, 258, 380)
    floating(
        c,
        speech(c, 1150, 330, 220),
        speech(c, 450, 420, 200, "#ffc94d", "#1b2430"),
        speech(c, 1240, 530, 150, "#d9705a", "#fffaf0"),
    )
    put(c, things.stack(c, 1180, 744, (230, 48, "#00707c", 0), (210, 40, "#d9614a", 8)), 1180, 744, 230)


@picture("storytelling", light=light.DUSK, seed=16)
def storytelling(c: Canvas) -> None:
    interiors.library(c, paint="#b9c0ae")
    rooms.table(c, "#8a5f3c")
    c.add(rect(0, 0, 1600, 900, "#0b2b35", opacity=0.26))
    furnishings.lamp_glow(c, 800, 470, 620)
    c.add(polygon([(560, 560), (1040, 560), (1240, 80), (360, 80)], c.fade((0, "#ffe6ad", 0), (1, "#ffe6ad", 0.5))))
    hero(c, "open-book", 800, 742, 270)
    c.look_at(430, 110, 740, 670)
    for name, x, top, size in (
        ("castle", 800, 220, 270),
        ("dragon", 1060, 190, 210),
        ("unicorn", 540, 220, 190),
        ("sailboat", 500, 440, 100),
        ("crescent-moon", 930, 110, 80),
        ("glowing-star", 690, 130, 80),
        ("star", 1160, 420, 56),
        ("sparkles", 420, 170, 76),
    ):
        hang(c, name, x, top, size)


@picture("book-box", light=light.AFTERNOON, seed=17)
def book_box(c: Canvas) -> None:
    countryside.park(c)
    present(c, prop(c, "book-box", 780, 810, 500), 780, 810, 390, 540)
    figure(c, 1080, 812, 290, Person(4, "#d9614a", "#4d6d8c", "wave", "long", child=True, dress=True), flip=True)
    put(c, things.stack(c, 560, 814, (120, 26, "#e0a63c", 0), (104, 24, "#c9563f", 6)), 560, 814, 110)
