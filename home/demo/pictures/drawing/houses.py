"""The houses of Rivemont-sur-Loire, in stone and slate, seen from the street."""

from home.demo.pictures.drawing.canvas import Canvas, circle, path, polygon, rect, spread
from home.demo.pictures.drawing.colours import darker, lighter

WALLS = ("#f6e7cd", "#efd9bb", "#f3ebdd", "#e9c8a6", "#e3e0d0", "#f4d6bf", "#dfd3bd")
SLATE = ("#5d7785", "#4f6876", "#6b8490", "#56707c")
TILE = "#c8714f"
SHUTTERS = ("#3f8189", "#7fa08a", "#b8604d", "#4d6d8c", "#d6ac55", "#e9ecdf")


def house(
    c: Canvas,
    x: float,
    base: float,
    width: float,
    height: float,
    *,
    index: int = 0,
    depth: float = 0.0,
    storeys: int = 2,
    bays: int = 3,
    shop: bool = False,
) -> None:
    """A town house seen from the front: eaves on the street, shutters, dormers; `index` chooses its colours."""
    wall = c.tint(WALLS[index % len(WALLS)], depth)
    slate = c.tint(TILE if index % 5 == 3 else SLATE[index % len(SLATE)], depth)
    roof(c, x, base, width, height, wall, slate, depth)
    floor = height / (storeys + 0.15)
    for storey in range(storeys):
        ground = storey == storeys - 1
        y = base - height + 18 + storey * floor
        if ground and shop:
            shop_front(c, x + 10, base, width - 20, floor * 0.86, index, depth)
            continue
        facade_row(c, x, y, width, floor, bays, index=index, depth=depth, door_base=base if ground else None)


def roof(c: Canvas, x: float, base: float, width: float, height: float, wall: str, slate: str, depth: float) -> None:
    """The wall, the chimney, the two slopes and their dormers."""
    top, rise = base - height, min(width * 0.34, height * 0.36)
    c.add(
        rect(x + width * 0.16, top - rise - 18, 20, 40, c.tint("#b98068", depth)),
        rect(x + width * 0.16 - 3, top - rise - 22, 26, 7, c.tint("#8f5f4d", depth)),
        polygon(
            [
                (x - 8, top + 4),
                (x + width * 0.09, top - rise),
                (x + width * 0.91, top - rise),
                (x + width + 8, top + 4),
            ],
            slate,
        ),
        polygon(
            [
                (x - 8, top + 4),
                (x + width * 0.09, top - rise),
                (x + width * 0.3, top - rise),
                (x + width * 0.24, top + 4),
            ],
            lighter(slate, 0.1),
        ),
        rect(x, top, width, height, wall),
        rect(x + width * 0.82, top, width * 0.18, height, darker(wall, 0.05)),
        rect(x - 8, top, width + 16, 8, darker(slate, 0.12)),
    )
    dormers = 2 if width > 190 else 1
    for number in range(dormers):
        middle = x + width * (number + 1) / (dormers + 1)
        dormer(c, middle, top - rise * 0.12, rise * 0.5, wall, slate)


def dormer(c: Canvas, x: float, base: float, size: float, wall: str, slate: str) -> None:
    half = size * 0.42
    c.add(
        rect(x - half, base - size, half * 2, size, wall),
        rect(x - half * 0.55, base - size * 0.85, half * 1.1, size * 0.75, c.light.glass),
        polygon(
            [(x - half - 5, base - size), (x, base - size * 1.5), (x + half + 5, base - size)], darker(slate, 0.14)
        ),
    )


def facade_row(
    c: Canvas,
    x: float,
    y: float,
    width: float,
    floor: float,
    bays: int,
    *,
    index: int,
    depth: float,
    door_base: float | None,
) -> None:
    shutter = c.tint(SHUTTERS[(index * 5 + 1) % len(SHUTTERS)], depth)
    step = width / bays
    pane, tall = step * 0.34, floor * 0.58
    for bay in range(bays):
        middle = x + step * (bay + 0.5)
        if door_base and bay == index % bays:
            door(c, middle, door_base, pane * 1.25, floor * 0.8, shutter)
            continue
        lit = c.light.lamps and spread(c.seed + index, bay + int(y)) > 0.45
        glass = "#ffd789" if lit else (c.tint("#37606c", depth) if c.light.lamps else c.light.glass)
        c.add(
            rect(middle - pane / 2 - 3, y - 3, pane + 6, tall + 6, c.tint("#fffaf0", depth)),
            rect(middle - pane / 2, y, pane, tall, glass),
            rect(middle - 1.5, y, 3, tall, c.tint("#fffaf0", depth)),
            rect(middle - pane / 2 - pane * 0.5 - 3, y - 2, pane * 0.48, tall + 4, shutter, 1),
            rect(middle + pane / 2 + 4, y - 2, pane * 0.48, tall + 4, shutter, 1),
            rect(middle - pane / 2 - 5, y + tall + 3, pane + 10, 4, c.tint("#cbb897", depth)),
        )


def door(c: Canvas, x: float, base: float, width: float, height: float, colour: str) -> None:
    c.add(
        rect(x - width / 2 - 5, base - height - 5, width + 10, height + 5, c.tint("#d8c7a8"), 4),
        rect(x - width / 2, base - height, width, height, colour, 2),
        rect(x - width * 0.32, base - height * 0.9, width * 0.64, height * 0.34, c.light.glass, 2),
        circle(x + width * 0.34, base - height * 0.42, 2.5, c.tint("#ffd789")),
    )


def shop_front(c: Canvas, x: float, base: float, width: float, height: float, index: int, depth: float = 0.0) -> None:
    """A shop window under a striped awning."""
    wood = c.tint(darker(SHUTTERS[(index + 2) % 5], 0.1), depth)
    c.add(
        rect(x, base - height, width, height, wood, 3),
        rect(
            x + 10, base - height * 0.66, width * 0.58, height * 0.52, "#ffe2a6" if c.light.lamps else c.light.glass, 2
        ),
        rect(
            x + width * 0.7,
            base - height * 0.66,
            width * 0.22,
            height * 0.66,
            "#ffe2a6" if c.light.lamps else c.light.glass,
            2,
        ),
        rect(x + width * 0.8, base - height * 0.66, 3, height * 0.66, wood),
    )
    awning(
        c,
        x - 8,
        base - height * 0.98,
        width + 16,
        height * 0.3,
        ("#c9563f", "#00707c", "#e0a63c", "#4d6d8c")[index % 4],
        depth,
    )


def awning(c: Canvas, x: float, y: float, width: float, drop: float, colour: str, depth: float = 0.0) -> None:
    stripes = max(5, round(width / 34) | 1)
    step = width / stripes
    for stripe in range(stripes):
        fill = c.tint(colour if stripe % 2 == 0 else "#fff6e6", depth)
        left, right = x + stripe * step, x + (stripe + 1) * step
        lean = 8
        c.add(
            polygon(
                [
                    (left * 0.98 + (x + width / 2) * 0.02, y),
                    (right * 0.98 + (x + width / 2) * 0.02, y),
                    (right, y + drop - lean),
                    (left, y + drop - lean),
                ],
                fill,
            ),
            path(
                f"M{left} {y + drop - lean - 0.5}h{step}v{lean * 0.6}a{step / 2} {lean} 0 0 1 {-step} 0Z",
                darker(fill, 0.07),
            ),
        )


def street_row(
    c: Canvas,
    base: float,
    *,
    height: float = 250,
    start: float = -60,
    end: float = 1660,
    seed: int = 0,
    depth: float = 0.0,
    shops: bool = False,
) -> None:
    """Houses shoulder to shoulder."""
    x, index = start, seed
    while x < end:
        width = 150 + 90 * spread(c.seed + seed, index)
        tall = height * (0.84 + 0.32 * spread(c.seed + seed, index + 30))
        storeys = 3 if tall > height * 1.02 else 2
        house(
            c,
            x,
            base,
            width,
            tall,
            index=index + c.seed,
            depth=depth,
            storeys=storeys,
            bays=3 if width > 175 else 2,
            shop=shops and index % 2 == 0,
        )
        x, index = x + width - 1, index + 1
