"""Mending, sewing, knitting."""

from math import cos, pi, sin

from home.demo.pictures.drawing import furnishings, interiors, light, rooms
from home.demo.pictures.drawing.canvas import Canvas, circle, group, path, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter
from home.demo.pictures.drawing.people import Person, figure
from home.demo.pictures.drawing.placing import floating, hang, hero, present, prop, put, stand
from home.demo.pictures.gallery.registry import picture


@picture("repair-tools", light=light.AUTUMN, seed=4)
def repair_tools(c: Canvas) -> None:
    interiors.workshop(c)
    hero(c, "toolbox", 760, 744, 340)
    stand(c, "light-bulb", 1330, 748, 150)
    put(c, prop(c, "toaster", 1110, 746, 250), 1110, 746, 230)
    stand(c, "screwdriver", 470, 752, 150)
    stand(c, "nut-and-bolt", 350, 752, 84)


@picture("bike-repair", light=light.AUTUMN, seed=11)
def bike_repair(c: Canvas) -> None:
    open_workshop(c)
    put(c, stroke("M780 330V800M700 806H860", c.tint("#4b5f66"), 18), 780, 812, 160)
    hero(c, "bicycle", 760, 690, 380, touch=0.01, cast=False)
    figure(c, 1180, 830, 480, Person(4, "#00707c", "#4d6d8c", "give", "bun"), flip=True)
    stand(c, "toolbox", 400, 826, 190)
    put(c, spare_wheel(c), 1430, 830, 110)


def spare_wheel(c: Canvas) -> str:
    return (
        circle(1430, 716, 106, "none", stroke=c.tint("#2f3b40"), stroke_width=18)
        + circle(1430, 716, 92, "none", stroke=c.tint("#b9c6c6"), stroke_width=8)
        + "".join(
            stroke(
                f"M1430 716L{1430 + 88 * cos(i * pi / 8):.0f} {716 + 88 * sin(i * pi / 8):.0f}", c.tint("#8b9a9d"), 2
            )
            for i in range(16)
        )
        + circle(1430, 716, 12, c.tint("#7d8f94"))
    )


def open_workshop(c: Canvas) -> None:
    """The workshop without its bench."""
    rooms.wall(c, "#dcbb90", skirting=650)
    rooms.windows(c, (90, 90, 420, 340), bars=2)
    board = c.tint("#4f7f84")
    c.add(rect(1006, 90, 500, 300, darker(board, 0.25), 8), rect(1000, 82, 500, 300, board, 8))
    for index, name in enumerate(("wrench", "hammer", "screwdriver")):
        hang(c, name, 1090 + index * 160, 130, 170, turn=-8 + 8 * index)
    rooms.parquet(c, 650, "#bfa27a")


@picture("sewing-machine", light=light.MORNING, seed=19)
def sewing_machine(c: Canvas) -> None:
    interiors.workshop(c, paint="#efdcc0", tools=("scissors", "thread", "safety-pin", "straight-ruler"))
    present(c, prop(c, "sewing-machine", 790, 742, 460), 790, 742, 480, 350)
    fabric = c.tint("#d9705a")
    folded = (
        path("M520 742q20 -44 110 -40l40 -6v46Z", fabric)
        + rect(410, 700, 170, 42, darker(fabric, 0.08), 14)
        + rect(420, 664, 150, 38, lighter(fabric, 0.2), 14)
    )
    put(c, folded, 510, 742, 220)
    stand(c, "thread", 1160, 744, 150)
    stand(c, "scissors", 1320, 748, 150)


@picture("knitting", light=light.WINTER, seed=18)
def knitting(c: Canvas) -> None:
    interiors.living_room(c, paint="#ecd6c2", curtain="#c9563f")
    rooms.table(c, "#a8744a")
    needles = group(
        rect(-6, -430, 12, 430, c.tint("#e3bb88"), 6), circle(0, -432, 15, c.tint("#d9614a")), at=(720, 720), turn=24
    ) + group(
        rect(-6, -430, 12, 430, c.tint("#e3bb88"), 6), circle(0, -432, 15, c.tint("#d9614a")), at=(870, 720), turn=-26
    )
    floating(c, needles)
    hero(c, "yarn", 790, 744, 360)
    stand(c, "scarf", 1160, 742, 220)
    put(c, prop(c, "cup-yellow", 440, 742, 130), 440, 742, 130)
    furnishings.steam(c, 440, 634, 120)
