"""Neighbours: simple figures, drawn on a scale of 100 units of height, feet on the ground."""

from dataclasses import dataclass, field

from home.demo.pictures.drawing.canvas import Canvas, circle, ellipse, group, path, rect, stroke
from home.demo.pictures.drawing.colours import darker

SKINS = ("#f2c9a5", "#8d5a3c", "#e0a87e", "#6f432c", "#f6d6bb", "#b97f57")
HAIRS = ("#6b4429", "#2a2020", "#3d2a20", "#1f1a1a", "#c08a45", "#33241c")
Point = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """Joints relative to the middle of the feet, y upwards negative: elbow and hand, knee and foot, left then right."""

    arms: tuple[tuple[Point, Point], tuple[Point, Point]]
    legs: tuple[tuple[Point, Point], tuple[Point, Point]]
    drop: float = 0.0
    lean: float = 0.0


STRAIGHT = (((-4.5, -24), (-5, -3)), ((4.5, -24), (5, -3)))
POSES = {
    "stand": Pose((((-14, -62), (-13, -47)), ((14, -62), (13, -47))), STRAIGHT),
    "wave": Pose((((-14, -62), (-13, -47)), ((19, -78), (22, -98))), STRAIGHT),
    "cheer": Pose((((-18, -84), (-19, -104)), ((18, -84), (19, -104))), STRAIGHT),
    "carry": Pose((((-11, -60), (9, -56)), ((14, -60), (19, -57))), STRAIGHT),
    "give": Pose((((-12, -62), (-6, -48)), ((15, -66), (29, -64))), STRAIGHT),
    "hips": Pose((((-19, -64), (-10, -52)), ((19, -64), (10, -52))), STRAIGHT),
    "walk": Pose((((-13, -62), (-17, -48)), ((12, -62), (18, -50))), (((-3, -25), (-14, -5)), ((7, -26), (11, -3)))),
    "run": Pose(
        (((-17, -66), (-8, -54)), ((12, -64), (22, -72))), (((-4, -27), (-24, -20)), ((13, -30), (10, -3))), lean=9
    ),
    "kick": Pose(
        (((-18, -68), (-25, -58)), ((15, -66), (20, -52))), (((-5, -24), (-7, -3)), ((9, -27), (27, -12))), lean=-7
    ),
    "bend": Pose((((4, -52), (14, -32)), ((16, -54), (22, -34))), STRAIGHT, lean=28),
    "sit": Pose(
        (((-8, -38), (10, -36)), ((12, -38), (16, -35))), (((14, -25), (15, -2)), ((17, -25), (21, -2))), drop=23
    ),
    "floor": Pose(
        (((-10, -24), (2, -16)), ((10, -24), (4, -16))), (((-17, -6), (2, -3)), ((17, -6), (-2, -3))), drop=40
    ),
    "dance": Pose(
        (((-16, -84), (-8, -102)), ((18, -68), (30, -74))), (((-4, -25), (-10, -4)), ((9, -26), (16, -8))), lean=-4
    ),
    "sing": Pose((((-12, -62), (1, -62)), ((12, -62), (3, -63))), STRAIGHT),
    "vote": Pose((((-12, -62), (-6, -48)), ((17, -72), (33, -83))), STRAIGHT),
    "arabesque": Pose(
        (((-18, -84), (-27, -99)), ((18, -84), (27, -99))), (((-4.5, -24), (-5, -3)), ((13, -38), (35, -45)))
    ),
    "push": Pose(
        (((-2, -64), (17, -60)), ((10, -62), (20, -59))), (((-5, -25), (-13, -4)), ((6, -26), (8, -3))), lean=8
    ),
}


@dataclass(frozen=True)
class Person:
    """`look` picks skin and hair; `cut` the hair (see HAIRCUTS); `dress` a skirt instead of trousers."""

    look: int = 0
    top: str = "#00707c"
    bottom: str = "#3d5468"
    pose: str = "stand"
    cut: str = "short"
    dress: bool = False
    hair: str | None = None
    child: bool = False
    extras: tuple[str, ...] = field(default=())


def figure(
    c: Canvas,
    x: float,
    base: float,
    height: float,
    person: Person,
    *,
    flip: bool = False,
    shadow: bool = True,
    depth: float = 0.0,
) -> None:
    """One person of `height` pixels, feet at (x, base); `extras` are shapes in the 100-unit scale, drawn in front."""
    if shadow:
        c.add(ellipse(x + height * 0.05, base, height * 0.2, height * 0.028, c.light.shadow, opacity=0.22))
    c.add(group(body(c, person, depth), at=(x, base), scale=height / 100, flip=flip))


def body(c: Canvas, person: Person, depth: float = 0.0) -> str:
    pose = POSES[person.pose]
    skin = c.tint(SKINS[person.look % 6], depth)
    top, bottom = c.tint(person.top, depth), c.tint(person.bottom, depth)
    hip, shoulder = -46 + pose.drop, -80 + pose.drop
    legs = "".join(
        leg(c, side, hip, joint, person, skin, bottom, depth) for side, joint in zip((-1, 1), pose.legs, strict=True)
    )
    far_arm, near_arm = (limb_arm(side, shoulder, arm, top, skin) for side, arm in zip((-1, 1), pose.arms, strict=True))
    torso = path(
        f"M-11.5 {shoulder + 6}Q-11 {shoulder - 1} -4 {shoulder - 2}H4Q11 {shoulder - 1} 11.5 {shoulder + 6}"
        f"L9.4 {hip + 3}Q0 {hip + 6} -9.4 {hip + 3}Z",
        top,
    )
    skirt = path(f"M-9 {hip - 8}H9L15.5 {hip + 23}Q0 {hip + 28} -15.5 {hip + 23}Z", bottom) if person.dress else ""
    neck = rect(-3, shoulder - 7, 6, 8.4, darker(skin, 0.14), 2.4) + path(
        f"M-5 {shoulder - 1.8}Q0 {shoulder + 4.4} 5 {shoulder - 1.8}Z", darker(skin, 0.06)
    )
    behind, front = head(c, person, shoulder - 12.5, depth)
    upper = far_arm + behind + torso + skirt + neck + front + near_arm + "".join(person.extras)
    return legs + (f'<g transform="rotate({pose.lean} 0 {hip})">{upper}</g>' if pose.lean else upper)


def leg(
    c: Canvas, side: int, hip: float, joint: tuple[Point, Point], person: Person, skin: str, bottom: str, depth: float
) -> str:
    knee, foot = joint
    cloth = darker(bottom, 0.14) if side < 0 else bottom
    limb = stroke(
        f"M{side * 4.2} {hip}Q{knee[0]} {knee[1]} {foot[0]} {foot[1] - 3}",
        skin if person.dress else cloth,
        7 if person.dress else 9.4,
    )
    return limb + path(
        f"M{foot[0] - 4.4} {foot[1] + 3.2}v-3q0 -4 4.4 -4q2 0 3.6 3q4.4 .8 4.6 4Z", c.tint("#2f3b40", depth)
    )


def limb_arm(side: int, shoulder: float, arm: tuple[Point, Point], sleeve: str, skin: str) -> str:
    elbow, hand = arm
    tone = darker(sleeve, 0.16) if side < 0 else darker(sleeve, 0.07)
    start = (side * 9.2, shoulder + 4.4)
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.82, elbow[1] + (hand[1] - elbow[1]) * 0.82)
    sleeve_line = f"M{start[0]} {start[1]}Q{elbow[0]} {elbow[1]} {wrist[0]:.1f} {wrist[1]:.1f}"
    return stroke(sleeve_line, tone, 7) + circle(hand[0], hand[1], 3.6, skin)


def head(c: Canvas, person: Person, y: float, depth: float) -> tuple[str, str]:
    """What is behind the shoulders, and what is in front, around (0, y)."""
    skin, hair = c.tint(SKINS[person.look % 6], depth), c.tint(person.hair or HAIRS[person.look % 6], depth)
    fringe = path(
        f"M-7.8 {y + 1.4}C-9.4 {y - 11.6} 9.4 {y - 11.6} 7.8 {y + 1.4}C6.4 {y - 3.6} 2 {y - 5.2} -1.6 {y - 4.6}"
        f"Q-6.6 {y - 4} -7.8 {y + 1.4}Z",
        hair,
    )
    face = (
        circle(0, y, 7.4, skin)
        + circle(7.1, y + 0.8, 1.5, darker(skin, 0.07))
        + circle(-7.1, y + 0.8, 1.5, darker(skin, 0.07))
        + features(skin, y)
    )
    behind, front = HAIRCUTS[person.cut](c, y, hair, fringe, depth)
    if person.child:
        grow = f'<g transform="translate(0 {y + 6}) scale(1.28) translate(0 {-y - 6})">'
        return f"{grow}{behind}</g>", f"{grow}{face}{front}</g>"
    return behind, face + front


def features(skin: str, y: float) -> str:
    """Two eyes, a smile, warm cheeks: enough to be friendly, too little to be somebody."""
    ink = darker(skin, 0.72)
    return (
        circle(-1.4, y + 0.4, 0.75, ink)
        + circle(4, y + 0.4, 0.75, ink)
        + stroke(f"M-.6 {y + 3.1}q1.9 1.7 3.8 0", ink, 0.75)
        + circle(-3.2, y + 2.4, 1.3, "#e2745c", opacity=0.28)
        + circle(5.6, y + 2.4, 1.3, "#e2745c", opacity=0.28)
    )


def _short(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    return "", fringe


def _long(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    return path(
        f"M-8.8 {y - 2}C-9.6 {y - 11} 9.6 {y - 11} 8.8 {y - 2}L10 {y + 13}Q0 {y + 17} -10 {y + 13}Z", hair
    ), fringe


def _bun(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    return circle(-1, y - 10, 4.6, hair), fringe


def _curly(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    curls = ((-6.4, -1), (-6, -5.4), (-2.6, -8.4), (2, -8.8), (5.8, -6), (7, -1.6), (-7.4, 3), (7.4, 3))
    return "".join(circle(dx, y + dy, 4.8, hair) for dx, dy in curls), fringe


def _bald(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    return "", path(f"M-7.5 {y + 1.6}q-2 -3.4 -.4 -6q2 2.2 1.4 6ZM7.5 {y + 1.6}q2 -3.4 .4 -6q-2 2.2 -1.4 6Z", hair)


def _cap(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    cap = c.tint("#c9563f", depth)
    return "", path(f"M-7.9 {y - 1.8}C-8.4 {y - 11.4} 8.4 {y - 11.4} 7.9 {y - 1.8}Z", cap) + rect(
        1, y - 3.8, 12.4, 2.5, darker(cap, 0.16), 1.2
    )


def _hat(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    straw = c.tint("#e3bf72", depth)
    crown = path(f"M-7.2 {y - 3.6}C-7.4 {y - 12} 7.4 {y - 12} 7.2 {y - 3.6}Z", straw) + rect(
        -7.2, y - 5.6, 14.4, 2, c.tint("#00707c", depth)
    )
    return "", fringe + crown + ellipse(0, y - 3.6, 12.6, 2.4, darker(straw, 0.08))


def _helmet(c: Canvas, y: float, hair: str, fringe: str, depth: float) -> tuple[str, str]:
    silver = c.tint("#d8dfdc", depth)
    return "", path(f"M-8.6 {y}C-9.4 {y - 12.6} 9.4 {y - 12.6} 8.6 {y}Z", silver) + rect(
        -9.4, y - 1.8, 18.8, 2.6, darker(silver, 0.2), 1.3
    ) + path(f"M0 {y - 9.4}v7.6", stroke=c.tint("#c9563f", depth), stroke_width=2)


HAIRCUTS = {
    "short": _short,
    "long": _long,
    "bun": _bun,
    "curly": _curly,
    "bald": _bald,
    "cap": _cap,
    "hat": _hat,
    "helmet": _helmet,
}
