"""What the public templates ask for: dates in words, the city, the three doors, small print.

    {% load volunteering_tags %}
    {% city as city %}  {% doors as doors %}  {% theme_stylesheet %}
    {{ occurrence|when }}  {{ occurrence|hours }}  {{ day|day_heading }}  {{ mission.duration|duration }}
    {{ page.title|typo }}  {{ city.helpline_number|tel }}

Dates are read in the active zone. `when` and `hours` take anything with `start`, `end` and (optionally) `all_day`.
"""

import json
from datetime import date, datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language
from wagtail.models import Page, Site

from volunteering.agenda.models import EventIndexPage, EventPage, Occurrence
from volunteering.core import moments
from volunteering.core.city import CitySettings
from volunteering.core.recurrence import describe
from volunteering.core.recurrence.dates_in_words import clock
from volunteering.core.taxonomy import Theme
from volunteering.core.telephone import dialled
from volunteering.core.theme import theme_address
from volunteering.core.tiles import TILE_SERVERS, TileServer
from volunteering.core.typography import french_spaces
from volunteering.directory.models import AssociationIndexPage, AssociationPage, OpeningHours
from volunteering.missions.models import MissionIndexPage, MissionPage

register = template.Library()

DOORS = {"missions": MissionIndexPage, "agenda": EventIndexPage, "associations": AssociationIndexPage}


class Dated(Protocol):
    start: datetime
    end: datetime


@register.filter
def when(thing: Dated) -> str:
    """ "Saturday 13 June, 2 pm – 5 pm"."""
    start, end = timezone.localtime(thing.start), timezone.localtime(thing.end)
    all_day = getattr(thing, "all_day", False)
    return moments.span_in_words(start, end, all_day=all_day, today=timezone.localdate())


@register.filter
def hours(thing: Dated) -> str:
    """ "2 pm – 5 pm", "all day"."""
    start, end = timezone.localtime(thing.start), timezone.localtime(thing.end)
    return moments.hours_in_words(start, end, all_day=getattr(thing, "all_day", False))


@register.filter
def first_day(thing: Dated) -> date:
    return timezone.localdate(thing.start)


@register.filter
def last_day(thing: Dated) -> date:
    """The last day people notice: a ball that ends at 2 in the night is one evening."""
    return moments.last_day(timezone.localtime(thing.start), timezone.localtime(thing.end))


@register.filter
def next_time(mission: MissionPage) -> Dated | None:
    """The next shift that has not ended (its capacity row, prefetched in lists); None when there is no shift."""
    rows = mission.open_capacities(timezone.now())
    return next((row for row in rows if row.start), None)


@register.filter
def day_words(day: date) -> str:
    """ "Saturday 13 June"."""
    return moments.day_in_words(day, today=timezone.localdate())


@register.filter
def nearness(day: date) -> str:
    """ "Today", "Tomorrow", else nothing."""
    return moments.nearness(day, today=timezone.localdate())


@register.filter
def duration(minutes: int) -> str:
    return moments.duration_in_words(minutes)


@register.filter
def start_hour(thing: Dated) -> str:
    """ "2 pm"."""
    return clock(timezone.localtime(thing.start).time())


@register.filter
def stretch_hours(stretch: OpeningHours) -> str:
    """ "9 am – noon"."""
    day = timezone.localdate()
    return moments.hours_in_words(datetime.combine(day, stretch.opens), datetime.combine(day, stretch.closes))


@register.filter
def period(mission: MissionPage) -> str:
    """When a mission without shifts to come takes place: its last shift, its period, else how often one comes."""
    today = timezone.localdate()
    last = max(mission.shifts.all(), key=lambda shift: shift.end, default=None)
    if last:
        return when(last)
    return moments.period_in_words(mission.period_start, mission.period_end, today=today) or (
        mission.get_commitment_display()
    )


@register.filter
def recurrence(event: EventPage) -> str:
    """ "Every Tuesday from 2 pm to 4 pm", when the event comes back."""
    rules = [date for date in event.dates.all() if date.is_complete and date.to_rule().repeats]
    return " · ".join(capfirst(describe(rule.to_rule(), today=timezone.localdate())) for rule in rules)


@register.filter
def ages(event: EventPage) -> str:
    return moments.ages_in_words(event.age_min, event.age_max)


@register.filter
def wanted_skills(mission: MissionPage) -> str:
    """Names have commas of their own: "Carrying, sorting · Organising"."""
    return "\u00a0· ".join(skill.name for skill in mission.skills.all())


@register.filter
def spoken_languages(association: AssociationPage) -> str:
    return "\u00a0· ".join(association._meta.get_field("languages").labels(association))


@register.filter
def address(page: Any) -> str:
    """Street and town in one line of markup that breaks between the two, not inside "Rivemont-sur-Loire"."""
    parts = [part for part in (page.address, page.town) if part]
    return format_html_join(", ", '<span class="v-whole">{}</span>', ((part,) for part in parts))


@register.filter
def typo(text: Any) -> str:
    """The text (or markup) with French spaces that do not break, when the page is in French."""
    if not (get_language() or "").startswith("fr"):
        return text
    if hasattr(text, "__html__"):  # already markup, and safe: only spaces between its tags change
        return mark_safe(french_spaces(text.__html__()))  # noqa: S308 — see the line above
    return french_spaces(str(text))


@register.filter
def lasting(thing: Dated) -> str:
    """ "Until 28 June" once it has begun, "from 3 June to 28 June" before."""
    first = first_day(thing)
    return moments.short_period_in_words(None if first <= timezone.localdate() else first, last_day(thing))


@register.filter
def themes_of(page: Any) -> list[Theme]:
    """All themes of a page, read once: {% with themes=page|themes_of %}."""
    return list(page.themes.all())


@register.filter
def card_theme(thing: Any) -> Theme | dict[str, str] | None:
    """The theme a card shows: read with the row in lists (`first_theme`), else the page's first."""
    if hasattr(thing, "card_theme"):
        return thing.card_theme
    return next(iter(getattr(thing, "event", thing).themes.all()), None)


@register.filter
def card_organiser(thing: Occurrence | MissionPage) -> str:
    """Who invites, as a card says it: the name of an association whose record everyone may read, else nothing."""
    if hasattr(thing, "card_organiser"):
        return thing.card_organiser or ""
    if isinstance(thing, Occurrence):
        return next((association.title for association in thing.event.public_organisers), "")
    return thing.public_organiser.title if thing.public_organiser else ""


@register.filter
def tel(number: str) -> str:
    """The address of a call: "tel:+33465711212"."""
    return f"tel:{dialled(number)}"


@register.filter
def hostname(url: str) -> str:
    """ "https://www.example.org/a" → "example.org"."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@register.filter
def as_points(page: Any) -> list[dict[str, Any]]:
    """A located page as the only pin of a map."""
    return [{"lat": page.lat, "lng": page.lng, "title": page.where, "url": ""}]


@register.filter
def as_json(value: Any) -> str:
    """For a data attribute, which the template escapes."""
    return json.dumps(value)


@register.simple_tag(takes_context=True)
def city(context: template.Context) -> CitySettings | None:
    """The city's settings; None where there is no request (a mail, an error page)."""
    request = request_of(context)
    if request is None or Site.find_for_request(request) is None:
        return None
    return CitySettings.for_request(request)


@register.simple_tag(takes_context=True)
def theme_stylesheet(context: template.Context) -> str:
    """The address of the city's colours."""
    settings = city(context)
    return theme_address(settings) if settings else ""


@register.simple_tag
def trail(page: Page) -> list[Page]:
    """The pages above this one, from the site's first page down; the last is its index. One query."""
    if page is None or page.depth is None:
        return []
    return [ancestor for ancestor in page.get_ancestors() if ancestor.depth > 1]


@register.simple_tag
def weekend() -> date:
    """The Saturday that comes; on a Sunday, today."""
    return moments.coming_weekend(timezone.localdate())


@register.simple_tag(takes_context=True)
def doors(context: template.Context) -> dict[str, Page]:
    """The public index pages of this site by name (missions, agenda, associations), in one query per request."""
    request = request_of(context)
    site = Site.find_for_request(request) if request else None
    if site is None:
        return {}
    if not hasattr(request, "_volunteering_doors"):
        request._volunteering_doors = _find_doors(site)
    return request._volunteering_doors


@register.simple_tag(takes_context=True)
def tile_server(context: template.Context) -> TileServer | None:
    """Where map tiles come from; None draws the city's own outline."""
    settings = city(context)
    return TILE_SERVERS.get(settings.tiles) if settings else None


@register.simple_tag(takes_context=True)
def address_with(context: template.Context, **changes: Any) -> str:
    """This page's query string with some parameters changed; an empty value removes one: {% address_with page=2 %}."""
    parameters = request_of(context).GET.copy()
    for name, value in changes.items():
        parameters.pop(name, None)
        if value not in (None, ""):
            parameters[name] = str(value)
    return f"?{parameters.urlencode()}" if parameters else "?"


def request_of(context: template.Context) -> HttpRequest | None:
    """The request, also inside `{% include … only %}`, which hides the variable but not the context's own request."""
    return context.get("request") or getattr(context, "request", None)


def _find_doors(site: Site) -> dict[str, Page]:
    pages = Page.objects.in_site(site).live().public().type(*DOORS.values()).order_by("path")
    found: dict[str, Page] = {}
    for page in pages:
        found.setdefault(next(name for name, model in DOORS.items() if page.specific_class is model), page)
    return found
