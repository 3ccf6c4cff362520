"""What some of the demo's volunteers said of themselves: every third lets associations find them."""

from itertools import cycle

from home.demo import ground
from volunteering.core.geo import Point, parse_point
from volunteering.core.grid import on_grid
from volunteering.core.taxonomy import Skill, Theme
from volunteering.volunteers.models import Volunteer, VolunteerSkill
from volunteering.volunteers.places import CELL

# Weeks as people have them: mornings, evenings and a weekend, Wednesdays.
WEEKS = (
    ["0-morning", "1-morning", "3-morning"],
    ["1-evening", "3-evening", "5-morning", "5-afternoon"],
    ["2-morning", "2-afternoon"],
)
# Degrees from the centre of the town.
AROUND = ((0.004, -0.006), (-0.011, 0.009), (0.019, 0.012), (-0.006, -0.021), (0.028, -0.017))
RADII = (2, 5, 10, None)


def profile(number: int) -> dict[str, object]:
    """Of the volunteer with this number; empty for two of three, who said nothing."""
    if number % 3:
        return {}
    centre, (up, right) = parse_point(ground.CENTRE), AROUND[number % len(AROUND)]
    cell = on_grid(Point(lat=centre.lat + up, lng=centre.lng + right), km=CELL)
    return {
        "may_be_found": True,
        "availability": WEEKS[number % len(WEEKS)] if number % 2 else WEEKS[number // 3 % len(WEEKS)],
        "lat": cell.lat,
        "lng": cell.lng,
        "radius": RADII[number % len(RADII)],
    }


def seed_likes(volunteers: list[Volunteer]) -> None:
    """A theme each, and a skill for two of three of them. What is there already stays."""
    themes, skills = list(Theme.objects.all()), list(Skill.objects.all())
    link = Volunteer.themes.through
    link.objects.bulk_create(
        (link(volunteer=each, theme=theme) for each, theme in zip(volunteers, cycle(themes), strict=False)),
        ignore_conflicts=True,
    )
    able = [each for number, each in enumerate(volunteers) if number % 3]
    VolunteerSkill.objects.bulk_create(
        (
            VolunteerSkill(volunteer=each, skill=skill, level=1 + number % 3)
            for number, (each, skill) in enumerate(zip(able, cycle(skills), strict=False))
        ),
        ignore_conflicts=True,
    )
