"""The times of day and seasons. Materials keep one colour everywhere; the light tints them, so that all the
pictures look painted by one hand with one box of colours."""

from dataclasses import dataclass

from home.demo.pictures.drawing.colours import adjust, mix


@dataclass(frozen=True)
class Light:
    """`sky`: top to horizon. `ambient` at `strength` washes over every material; `exposure` darkens or brightens."""

    sky: tuple[str, str, str]
    sun: str
    sun_at: tuple[int, int]
    sun_size: int
    ambient: str
    strength: float
    exposure: float = 1.0
    chroma: float = 0.9
    leaf: str = "#6f9f62"
    grass: str = "#a3bf78"
    water: str = "#6fb0b5"
    cloud: str = "#ffffff"
    cloud_opacity: float = 0.75
    glow: float = 0.4
    lamps: bool = False
    stars: bool = False
    snow: bool = False

    def tint(self, colour: str, depth: float = 0.0) -> str:
        """The colour under this light, `depth` 0 (near) .. 1 (lost in the haze of the horizon)."""
        lit = mix(adjust(colour, self.exposure, self.chroma), self.ambient, self.strength)
        return mix(lit, self.sky[2], depth) if depth else lit

    @property
    def glass(self) -> str:
        return "#ffd789" if self.lamps else self.tint("#7fa3ab")

    @property
    def shadow(self) -> str:
        return mix("#0b2b35", self.ambient, 0.12)


MORNING = Light(
    sky=("#bfe0df", "#f3ecd6", "#fde3c3"),
    sun="#fff1c9",
    sun_at=(360, 300),
    sun_size=64,
    ambient="#ffe6c4",
    strength=0.1,
    leaf="#7ba873",
    grass="#b3c987",
    water="#8cc3c0",
)
NOON = Light(
    sky=("#7fc4cf", "#bfe2e0", "#eef3e4"),
    sun="#fff4cf",
    sun_at=(1260, 150),
    sun_size=58,
    ambient="#f4fbf4",
    strength=0.06,
    leaf="#5f9a63",
    grass="#9dc274",
    water="#5aa9b3",
)
AFTERNOON = Light(
    sky=("#f6d79a", "#fbe7bf", "#fdf1dc"),
    sun="#ffc94d",
    sun_at=(1180, 260),
    sun_size=86,
    ambient="#ffd998",
    strength=0.13,
    leaf="#7f9f58",
    grass="#b9bf6e",
    water="#7fb3ad",
    cloud="#fff8ea",
)
EVENING = Light(
    sky=("#5b97a3", "#f0b48c", "#ffd9a0"),
    sun="#ffdf9a",
    sun_at=(420, 430),
    sun_size=92,
    ambient="#f6a877",
    strength=0.13,
    exposure=0.99,
    leaf="#5a8f6c",
    grass="#94ad66",
    water="#7ea4a3",
    cloud="#ffe9d2",
    cloud_opacity=0.6,
    glow=0.5,
)
DUSK = Light(
    sky=("#0f4a58", "#3f8289", "#f3b578"),
    sun="#ffe2a8",
    sun_at=(1240, 470),
    sun_size=60,
    ambient="#1d5663",
    strength=0.3,
    exposure=0.85,
    leaf="#3f7262",
    grass="#5f8a66",
    water="#3f7d87",
    cloud="#f7c596",
    cloud_opacity=0.35,
    glow=0.35,
    lamps=True,
    stars=True,
)
NIGHT = Light(
    sky=("#071f2b", "#0d3a49", "#1f6672"),
    sun="#fdf3d3",
    sun_at=(300, 190),
    sun_size=46,
    ambient="#12465a",
    strength=0.36,
    exposure=0.82,
    leaf="#2c5f5a",
    grass="#3d6f61",
    water="#1f5a68",
    cloud="#8fc0c4",
    cloud_opacity=0.12,
    glow=0.25,
    lamps=True,
    stars=True,
)
SPRING = Light(
    sky=("#a9d8dc", "#e6eee2", "#fde7df"),
    sun="#fff1cf",
    sun_at=(1150, 210),
    sun_size=60,
    ambient="#fdeee2",
    strength=0.08,
    leaf="#8dbb6d",
    grass="#b6d184",
    water="#85c2c4",
)
AUTUMN = Light(
    sky=("#cfdcd3", "#f6e3bd", "#fbd9a5"),
    sun="#fff0c4",
    sun_at=(1220, 300),
    sun_size=72,
    ambient="#f7c98a",
    strength=0.12,
    leaf="#d08a3e",
    grass="#bdb06a",
    water="#86aaa6",
    cloud="#fffaf0",
)
WINTER = Light(
    sky=("#9fc4cf", "#d6e6e8", "#f7efe6"),
    sun="#fffaf0",
    sun_at=(1160, 260),
    sun_size=54,
    ambient="#dcebf0",
    strength=0.2,
    leaf="#6d9290",
    grass="#eef4f4",
    water="#8fb9c2",
    snow=True,
)
WINTER_NIGHT = Light(
    sky=("#0a2735", "#174a5a", "#4a8790"),
    sun="#fdf3d3",
    sun_at=(1240, 170),
    sun_size=42,
    ambient="#1b4a5c",
    strength=0.34,
    exposure=0.8,
    leaf="#3f6f70",
    grass="#b9d3da",
    water="#2f6a78",
    cloud="#8fc0c4",
    cloud_opacity=0.15,
    glow=0.3,
    lamps=True,
    stars=True,
    snow=True,
)
