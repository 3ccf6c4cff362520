"""Small objects whose size or number changes from picture to picture; the others are SVG files in props/."""

from home.demo.pictures.drawing.canvas import Canvas, circle, rect, stroke
from home.demo.pictures.drawing.colours import darker, lighter


def crate(c: Canvas, x: float, base: float, width: float, height: float, colour: str = "#c99a62") -> str:
    """The front of a wooden crate: three slats between two posts."""
    wood, left = c.tint(colour), x - width / 2
    gap = height * 0.06
    slat = (height - 2 * gap) / 3
    slats = [
        rect(left, base - height + row * (slat + gap), width, slat, lighter(wood, 0.08 * (1 - row)), 4)
        for row in range(3)
    ]
    grain = [
        stroke(
            f"M{left + 20} {base - height + row * (slat + gap) + slat * 0.55}h{width - 50 - row * 30}",
            darker(wood, 0.1),
            3,
            opacity=0.6,
        )
        for row in range(3)
    ]
    posts = [
        rect(left + dx, base - height - 4, width * 0.08, height + 6, darker(wood, 0.16), 3)
        for dx in (width * 0.03, width * 0.89)
    ]
    nails = [
        circle(left + dx, base - height + row * (slat + gap) + slat / 2, 4, darker(wood, 0.45))
        for dx in (width * 0.07, width * 0.93)
        for row in range(3)
    ]
    return rect(left + 8, base - height + 6, width - 16, height - 8, darker(wood, 0.5)) + "".join(
        slats + grain + posts + nails
    )


def book(c: Canvas, x: float, base: float, width: float, height: float, colour: str) -> str:
    """A closed book lying flat, its spine to us."""
    cover, left = c.tint(colour), x - width / 2
    return (
        rect(left, base - height, width, height, cover, height * 0.3)
        + rect(left + width * 0.03, base - height * 0.82, width * 0.99, height * 0.64, c.tint("#fbf3e0"), 3)
        + rect(left, base - height, width * 0.16, height, darker(cover, 0.1), height * 0.3)
        + rect(left + width * 0.05, base - height, width * 0.95, height * 0.16, cover, 4)
        + rect(left + width * 0.05, base - height * 0.16, width * 0.95, height * 0.16, darker(cover, 0.1), 4)
        + "".join(
            rect(left + width * 0.18, base - height * (0.66 - i * 0.16), width * 0.8, 2, c.tint("#d8ccb2"))
            for i in range(3)
        )
    )


def stack(c: Canvas, x: float, base: float, *books: tuple[float, float, str, float]) -> str:
    """Books one on another, from the bottom: width, height, colour, shift."""
    drawing, level = "", base
    for width, height, colour, shift in books:
        drawing += book(c, x + shift, level, width, height, colour)
        level -= height
    return drawing
