"""Every picture of the demo city, by subject. Importing a module announces its pictures."""

from home.demo.pictures.gallery import (
    care,
    culture,
    environment,
    feasts,
    learning,
    making,
    solidarity,
    sport,
    town_life,
)
from home.demo.pictures.gallery.registry import PICTURES, Picture

__all__ = [
    "PICTURES",
    "Picture",
    "care",
    "culture",
    "environment",
    "feasts",
    "learning",
    "making",
    "solidarity",
    "sport",
    "town_life",
]
