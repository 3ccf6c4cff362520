"""Where the pictures announce themselves: `@picture("key", light=…, seed=…)` above the function that draws.

Their titles and alternative texts stand in pictures.json.
"""

from collections.abc import Callable
from dataclasses import dataclass

from home.demo.pictures.drawing.canvas import Canvas
from home.demo.pictures.drawing.light import Light

Draw = Callable[[Canvas], None]


@dataclass(frozen=True)
class Picture:
    """`seed` varies clouds, façades and books from one picture to the next."""

    key: str
    light: Light
    seed: int
    draw: Draw


PICTURES: dict[str, Picture] = {}


def picture(key: str, *, light: Light, seed: int) -> Callable[[Draw], Draw]:
    def announce(draw: Draw) -> Draw:
        if key in PICTURES:
            raise ValueError(f"Two pictures are called {key}.")
        PICTURES[key] = Picture(key, light, seed, draw)
        return draw

    return announce
