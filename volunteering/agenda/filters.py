"""What people look for in the agenda."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventPage
from volunteering.agenda.models.event import Attendance, Audience
from volunteering.agenda.models.occurrence import OccurrenceQuerySet
from volunteering.core.accessibility import ACCESS_CHOICES, ACCESS_CODES, satisfied
from volunteering.core.beside import kind_named
from volunteering.core.days import Span, When
from volunteering.core.filtering import DateForm, Facet, PlaceForm, SeveralField, TermsField, TickField, boolean, single
from volunteering.core.filtering.fields import WholeNumberField
from volunteering.core.taxonomy import Theme, tied_to
from volunteering.core.terms import names
from volunteering.search.filtering import TextForm

AT_A_DISTANCE = (Attendance.ONLINE, Attendance.MIXED)
WITH_CHILDREN = (Audience.FAMILIES, Audience.CHILDREN)
# Up to this age people speak of "children".
OLDEST_CHILD = 11
OLDEST = 120


def for_children(audience: str, age_min: int | None, age_max: int | None) -> tuple[str, ...]:
    """Made for them, or everyone's with ages that begin among theirs."""
    return ("1",) if audience in WITH_CHILDREN or (age_min is not None and age_min <= OLDEST_CHILD) else ()


class EventFilters(TextForm, DateForm, PlaceForm):
    """Over dates of events. What lasts several days has a list of its own (`lasting`)."""

    page, search_kind = "event__", "events"

    theme = TermsField(label=_("Theme"), terms=lambda: names(Theme))
    free = TickField(label=_("Free"))
    children = TickField(label=_("With children"))
    age = WholeNumberField(label=_("For someone aged"), required=False, min_value=0, max_value=OLDEST)
    access = SeveralField(label=_("Accessible to people with"), choices=ACCESS_CHOICES)
    online = TickField(label=_("Online"))
    missions = TickField(label=_("Missions too"))

    facets = {
        "theme": single("event__themes__slug"),
        "neighbourhood": single("event__neighbourhood__slug"),
        "free": boolean("event__is_free"),
        "children": Facet(("event__audience", "event__age_min", "event__age_max"), for_children),
        "access": Facet(tuple(f"event__access_{code}" for code in ACCESS_CODES), satisfied, needs_all=True),
        "online": Facet(("event__attendance",), lambda value: ("1",) if value in AT_A_DISTANCE else ()),
    }
    sorts = {"soonest": _("Soonest first"), "nearest": _("Nearest first"), "newest": _("Newest first")}
    quick = (
        ("when", When.TODAY),
        ("when", When.WEEKEND),
        ("when", When.WEEK),
        ("free", "1"),
        ("children", "1"),
        ("missions", "1"),
    )

    excludes = {**DateForm.excludes, **PlaceForm.excludes}
    no_chip = (*PlaceForm.no_chip, "missions")
    not_narrowing = (*PlaceForm.not_narrowing, "missions")
    problems = {
        **PlaceForm.problems,
        "by_day": _("Events and missions stand together day after day: the other order was left out."),
    }
    stays_away = _("Missions are left out: they cannot be found by “%(questions)s”.")

    more = (
        "theme",
        "neighbourhood",
        ("free", "children", "online", "missions"),
        "access",
        "age",
        "since",
        "until",
        "sort",
    )

    @property
    def asks_only_a_day(self) -> bool:
        return set(self.answers) <= {"since", *self.not_narrowing}

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("missions") and answers.get("sort") not in (None, "", "soonest"):
            self.add_error("sort", ValidationError("", code="by_day"))
        return answers

    @cached_property
    def notes(self) -> list[str]:
        unknown = sorted(self.unknown_to_missions()) if self.answers.get("missions") else []
        labels = ", ".join(str(self.fields[name].label) for name in unknown)
        return [*super().notes, *([self.stays_away % {"questions": labels}] if unknown else [])]

    def asked_of_missions(self, without: Collection[str] = ()) -> set[str]:
        """The answered questions that concern missions, too."""
        return set(self.answers) - set(self.not_narrowing) - set(without)

    def unknown_to_missions(self, without: Collection[str] = ()) -> set[str]:
        """Those of them that missions cannot answer."""
        return self.asked_of_missions(without) - kind_named("missions").questions

    def span(self, without: Collection[str] = ()) -> Span:
        """The stretch of time asked for; from now on without an end when nobody asked."""
        return self.stretch(without) or (self.now, None)

    def narrow(self, rows: OccurrenceQuerySet, *, without: Collection[str] = ()) -> QuerySet:
        since, until = self.span(without)
        rows = rows.short(since, until)
        if since > self.now:
            # What began the evening before belongs to that evening.
            rows = rows.filter(start__gte=since)
        return self.answered(rows, without=without)

    def lasting(self, rows: OccurrenceQuerySet) -> QuerySet:
        return self.answered(rows.long(*self.span()))

    @property
    def is_by_day(self) -> bool:
        """Whether the list can be told day after day."""
        return self.answers.get("sort", "soonest") == "soonest"

    @property
    def is_by_event(self) -> bool:
        """Whether each event is told once: the newest, or those near a place."""
        sort = self.answers.get("sort")
        return sort == "newest" or (sort == "nearest" and self.spot is not None)

    def narrow_theme(self, rows: OccurrenceQuerySet, slugs: list[str]) -> QuerySet:
        return rows.filter(event__in=tied_to(EventPage, "themes", slugs))

    def narrow_free(self, rows: OccurrenceQuerySet, _yes: bool) -> QuerySet:
        return rows.filter(event__is_free=True)

    def narrow_children(self, rows: OccurrenceQuerySet, _yes: bool) -> QuerySet:
        return rows.filter(Q(event__audience__in=WITH_CHILDREN) | Q(event__age_min__lte=OLDEST_CHILD))

    def narrow_age(self, rows: OccurrenceQuerySet, age: int) -> QuerySet:
        """Events that name no age are everyone's."""
        young_enough = Q(event__age_max__isnull=True) | Q(event__age_max__gte=age)
        return rows.filter(Q(event__age_min__isnull=True) | Q(event__age_min__lte=age)).filter(young_enough)

    def narrow_access(self, rows: OccurrenceQuerySet, codes: list[str]) -> QuerySet:
        return rows.filter(**{f"event__access_{code}": True for code in codes})

    def narrow_online(self, rows: OccurrenceQuerySet, _yes: bool) -> QuerySet:
        return rows.filter(event__attendance__in=AT_A_DISTANCE)

    def order_soonest(self, rows: OccurrenceQuerySet) -> QuerySet:
        return rows.soonest()
