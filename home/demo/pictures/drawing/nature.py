"""Sky, hills, water, grass: what stands behind and around every outdoor scene."""

from home.demo.pictures.drawing.canvas import WIDTH, Canvas, circle, curve, ellipse, group, path, rect, spread, stroke
from home.demo.pictures.drawing.colours import darker, lighter, mix


def sky(c: Canvas, horizon: int = 560, *, clouds: int = 3) -> None:
    light = c.light
    top, middle, low = light.sky
    c.add(rect(0, 0, WIDTH, horizon + 60, c.fade((0, top), (0.6, middle), (1, low))))
    if light.stars:
        stars(c, horizon - 120)
    x, y = light.sun_at
    c.add(circle(x, y, light.sun_size * 5.5, c.halo((0, light.sun, 0.55), (0.35, light.sun, 0.22), (1, light.sun, 0))))
    c.add(circle(x, y, light.sun_size, light.sun))
    for index in range(clouds):
        away = spread(c.seed, index)
        left = (index + 0.15 + 0.6 * away) * WIDTH / clouds - 60
        cloud(c, left, 70 + 150 * spread(c.seed, index + 40), 150 + 130 * spread(c.seed, index + 80))


def stars(c: Canvas, depth: int) -> None:
    for index in range(46):
        x, y = spread(c.seed, index + 200) * WIDTH, spread(c.seed, index + 300) ** 1.4 * depth
        c.add(circle(x, y, 1.4 + 1.8 * spread(c.seed, index + 400), "#fff4d6", opacity=0.35 + 0.5 * (index % 3) / 2))


def cloud(c: Canvas, x: float, y: float, width: float) -> None:
    """A flat-bottomed cumulus."""
    u = width / 10
    c.add(
        group(
            rect(x, y - 1.5 * u, width, 1.5 * u, c.light.cloud, 0.75 * u),
            circle(x + 3 * u, y - 1.5 * u, 1.5 * u, c.light.cloud),
            circle(x + 5.2 * u, y - 2.1 * u, 2.1 * u, c.light.cloud),
            circle(x + 7.2 * u, y - 1.3 * u, 1.3 * u, c.light.cloud),
            opacity=c.light.cloud_opacity,
        )
    )


def birds(c: Canvas, x: float, y: float, size: float = 14) -> None:
    colour = c.tint("#32545c", 0.25)
    for dx, dy, share in ((0, 0, 1), (52, -18, 0.8), (88, 14, 0.7), (-44, 22, 0.6)):
        s = size * share
        wings = (
            f"M{x + dx - s} {y + dy - s * 0.5}q{s * 0.6} {-s * 0.4} {s} {s * 0.5}q{s * 0.4} {-s * 0.9} {s} {-s * 0.5}"
        )
        c.add(stroke(wings, colour, 3))


def hills(c: Canvas, level: float, swing: float, colour: str, *, seed: int, bottom: int = 700) -> None:
    """One soft ridge from edge to edge."""
    steps = [(-80 + step * 220, level + (spread(c.seed + seed, step) - 0.5) * 2 * swing) for step in range(9)]
    c.add(path(curve(steps, close_at=bottom), colour))


def far_country(c: Canvas, horizon: int = 560) -> None:
    """Three ridges that fade into the sky: the Monts du Forez seen from the plain."""
    blue = c.tint("#4d8a93")
    hills(c, horizon - 130, 40, mix(blue, c.light.sky[2], 0.68), seed=3)
    hills(c, horizon - 88, 28, mix(blue, c.light.sky[2], 0.48), seed=7)
    hills(c, horizon - 48, 18, c.tint(c.light.leaf, 0.42), seed=11)


def river(c: Canvas, top: float, bottom: float, *, sand: bool = True) -> None:
    """The Loire: wide, calm, with its sandbanks; it mirrors the horizon."""
    water = c.tint(c.light.water)
    c.add(
        rect(
            0,
            top,
            WIDTH,
            bottom - top,
            c.fade((0, mix(water, c.light.sky[2], 0.5)), (0.45, water), (1, darker(water, 0.16))),
        )
    )
    x = c.light.sun_at[0]
    for index in range(16):
        y = top + 8 + (bottom - top) * (index / 17) ** 1.2
        width = 40 + index * 11 + 60 * spread(c.seed, index + 500)
        left = x - width / 2 + (spread(c.seed, index + 520) - 0.5) * (40 + index * 14)
        c.add(rect(left, y, width, 3 + index * 0.35, c.light.sun, 3, opacity=0.5 - index * 0.018))
    for index in range(22):
        y = top + 12 + (bottom - top - 20) * spread(c.seed, index + 540)
        left, width = spread(c.seed, index + 560) * WIDTH, 50 + 120 * spread(c.seed, index + 580)
        c.add(rect(left, y, width, 4, mix(water, "#ffffff", 0.45), 2, opacity=0.45))
    if sand:
        bank = c.tint("#ecd9ae")
        for left, y, width in ((220, 0.3, 330), (1080, 0.42, 420)):
            y = top + (bottom - top) * y
            c.add(
                ellipse(left + width / 2, y + 6, width / 2, 13, mix(water, "#0b2b35", 0.12)),
                ellipse(left + width / 2, y, width / 2, 12, bank),
            )


def lawn(c: Canvas, top: float, *, bottom: float = 900, seed: int = 5, swing: float = 10) -> None:
    """Grass down to the lower edge, with a lit rim and tufts."""
    grass = c.tint(c.light.grass)
    steps = [(-60 + step * 290, top + (spread(c.seed + seed, step) - 0.5) * 2 * swing) for step in range(7)]
    c.add(
        path(curve(steps, close_at=bottom), c.fade((0, lighter(grass, 0.14)), (0.35, grass), (1, darker(grass, 0.2))))
    )


def tufts(c: Canvas, top: float, bottom: float, count: int = 26, *, flowers: str | None = None) -> None:
    """Blades of grass and small flowers, larger towards the viewer."""
    blade = c.tint(darker(c.light.grass, 0.22))
    for index in range(count):
        near = spread(c.seed, index + 700)
        x, y, s = spread(c.seed, index + 740) * WIDTH, top + (bottom - top) * near, 8 + 14 * near
        c.add(
            stroke(
                f"M{x} {y}q{-s * 0.2} {-s * 0.6} {-s * 0.55} {-s}M{x} {y}q0 {-s * 0.7} {s * 0.05} {-s * 1.3}"
                f"M{x} {y}q{s * 0.2} {-s * 0.5} {s * 0.6} {-s * 0.9}",
                blade,
                2.4 + 1.4 * near,
            )
        )
        if flowers and index % 2:
            c.add(
                circle(x + s, y - s * 1.1, 3 + 3.4 * near, c.tint(flowers)),
                circle(x + s, y - s * 1.1, 1.4 + near, c.tint("#ffc94d")),
            )


def snowfall(c: Canvas, count: int = 90) -> None:
    for index in range(count):
        x, y = spread(c.seed, index + 900) * WIDTH, spread(c.seed, index + 1000) * 900
        c.add(
            circle(
                x, y, 2 + 4 * spread(c.seed, index + 1100), "#ffffff", opacity=0.35 + 0.5 * spread(c.seed, index + 1200)
            )
        )
