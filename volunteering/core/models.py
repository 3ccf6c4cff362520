"""The ground's models, each kept in the file that explains it."""

from volunteering.core.city import CitySettings
from volunteering.core.freshness import Freshness
from volunteering.core.taxonomy import Issue, Neighbourhood, Skill, Theme

__all__ = ["CitySettings", "Freshness", "Issue", "Neighbourhood", "Skill", "Theme"]
