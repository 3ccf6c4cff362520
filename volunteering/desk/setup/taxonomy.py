"""The words a city starts with, and the row of its settings."""

from collections.abc import Iterator

from wagtail.models import Site

from volunteering.core.models import CitySettings, Skill, Theme
from volunteering.core.taxonomy import NationalDomain
from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import wording
from volunteering.help_requests.models import HelpKind

# slug: icon, colour, heading on the national site. Names by language: wording/.
THEMES = {
    "solidarite": ("heart-handshake", "#b3394a", NationalDomain.SOLIDARITY),
    "culture": ("masks-theater", "#7a4a9e", NationalDomain.CULTURE),
    "sport": ("ball-football", "#b5531c", NationalDomain.SPORT),
    "environnement": ("leaf", "#3f7d3a", NationalDomain.ENVIRONMENT),
    "education": ("school", "#2f66b0", NationalDomain.EDUCATION),
    "sante": ("stethoscope", "#11777f", NationalDomain.HEALTH),
    "citoyennete": ("building-bank", "#4b5a8a", NationalDomain.MEMORY),
    "animaux": ("paw", "#8a5a2b", NationalDomain.ANIMALS),
    "numerique": ("device-laptop", "#44546a", NationalDomain.DIGITAL),
    "quartier": ("home-heart", "#a2427c", NationalDomain.TOGETHER),
    "prevention": ("lifebuoy", "#a8321f", NationalDomain.PREVENTION),
    "international": ("world", "#1d7a5f", NationalDomain.HUMANITARIAN),
}

# slug: icon. Names and examples by language: wording/.
HELP_KINDS = {
    "courses": "package",
    "visite": "mood-smile",
    "promenade": "walk",
    "lecture": "news",
    "bricolage": "tool",
    "papiers": "file-text",
    "numerique": "device-laptop",
    "accompagnement": "car",
    "animal": "paw",
}


def set_up_taxonomy() -> list[Line]:
    """Themes, skills and kinds of a hand, once: a city that has some of its own, or removed ours, keeps its list."""
    lines = [] if Theme.objects.exists() else list(_create_themes())
    if not Skill.objects.exists():
        lines += _create_skills()
    if not HelpKind.objects.exists():
        lines += _create_help_kinds()
    return lines


def _create_themes() -> Iterator[Line]:
    names = wording()["themes"]
    for order, (slug, (icon, colour, domain)) in enumerate(THEMES.items()):
        theme = Theme.objects.create(
            slug=slug, name=names[slug], icon=icon, colour=colour, domain=domain, sort_order=order
        )
        yield Line(str(Theme._meta.verbose_name), theme.name, theme, is_new=True)


def _create_skills() -> Iterator[Line]:
    for order, (slug, name) in enumerate(wording()["skills"].items()):
        skill = Skill.objects.create(slug=slug, name=name, sort_order=order)
        yield Line(str(Skill._meta.verbose_name), name, skill, is_new=True)


def _create_help_kinds() -> Iterator[Line]:
    words = wording()["help_kinds"]
    for order, (slug, icon) in enumerate(HELP_KINDS.items()):
        name, example = words[slug]
        kind = HelpKind.objects.create(slug=slug, name=name, example=example, icon=icon, sort_order=order)
        yield Line(str(HelpKind._meta.verbose_name), name, kind, is_new=True)


def set_up_city(site: Site) -> Line:
    is_new = not CitySettings.objects.filter(site=site).exists()
    kind, name = str(CitySettings._meta.verbose_name), site.site_name or site.hostname
    return Line(kind, name, CitySettings.for_site(site), is_new)
