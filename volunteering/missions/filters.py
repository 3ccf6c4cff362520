"""What people look for among missions."""

from collections.abc import Collection
from datetime import time

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from volunteering.core.days import When
from volunteering.core.filtering import DateForm, Facet, PlaceForm, SeveralField, TermsField, TickField, boolean, single
from volunteering.core.recurrence import Weekday
from volunteering.core.taxonomy import Skill, Theme, tied_to
from volunteering.core.terms import names
from volunteering.missions.models import Capacity, Commitment, Format, MissionPage
from volunteering.missions.queries import MissionQuerySet
from volunteering.search.filtering import TextForm

FROM_HOME = (Format.REMOTE, Format.BOTH)
NOON, EVENING = time(12), time(18)


class Moment(models.TextChoices):
    """A part of the day, by the hour at which a shift starts."""

    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    EVENING = "evening", _("In the evening")


STARTS = {
    Moment.MORNING: Q(start__time__lt=NOON),
    Moment.AFTERNOON: Q(start__time__gte=NOON, start__time__lt=EVENING),
    Moment.EVENING: Q(start__time__gte=EVENING),
}


class MissionFilters(TextForm, DateForm, PlaceForm):
    search_kind = "missions"

    theme = TermsField(label=_("Theme"), terms=lambda: names(Theme))
    commitment = SeveralField(label=_("Commitment"), choices=Commitment.choices)
    day = SeveralField(label=_("Day of the week"), choices=Weekday.choices)
    time = SeveralField(label=_("Time of day"), choices=Moment.choices)
    skill = TermsField(label=_("Skills"), terms=lambda: names(Skill))
    minors = TickField(label=_("Open to minors"))
    home = TickField(label=_("From home"))
    wheelchair = TickField(label=_("Accessible to wheelchairs"))
    places = TickField(label=_("Places left"))

    facets = {
        "theme": single("themes__slug"),
        "neighbourhood": single("neighbourhood__slug"),
        "commitment": single("commitment"),
        "minors": boolean("open_to_minors"),
        "home": Facet(("format",), lambda value: ("1",) if value in FROM_HOME else ()),
        "wheelchair": boolean("wheelchair"),
    }
    sorts = {"soonest": _("Soonest first"), "nearest": _("Nearest first"), "newest": _("Newest first")}
    quick = (("when", When.WEEKEND), ("when", When.WEEK), ("commitment", "one_off"), ("home", "1"), ("places", "1"))

    excludes = {**DateForm.excludes, **PlaceForm.excludes}

    more = (
        "theme",
        "neighbourhood",
        "commitment",
        "day",
        "time",
        "skill",
        ("places", "home", "minors", "wheelchair"),
        "since",
        "until",
        "sort",
    )

    def answered(self, rows: MissionQuerySet, *, without: Collection[str] = ()) -> MissionQuerySet:
        rows = super().answered(rows, without=without)
        stretch = self.stretch(without)
        return rows.during(*stretch) if stretch else rows

    def narrow_theme(self, missions: MissionQuerySet, slugs: list[str]) -> MissionQuerySet:
        return missions.filter(pk__in=tied_to(MissionPage, "themes", slugs))

    def narrow_skill(self, missions: MissionQuerySet, slugs: list[str]) -> MissionQuerySet:
        return missions.filter(pk__in=tied_to(MissionPage, "skills", slugs))

    def narrow_commitment(self, missions: MissionQuerySet, codes: list[str]) -> MissionQuerySet:
        return missions.filter(commitment__in=codes)

    def narrow_day(self, missions: MissionQuerySet, codes: list[str]) -> MissionQuerySet:
        days = [number for number, code in enumerate(Weekday.values, 1) if code in codes]
        return self._with_shift(missions, Q(start__iso_week_day__in=days))

    def narrow_time(self, missions: MissionQuerySet, codes: list[str]) -> MissionQuerySet:
        moments = Q()
        for code in codes:
            moments |= STARTS[Moment(code)]
        return self._with_shift(missions, moments)

    def narrow_minors(self, missions: MissionQuerySet, _yes: bool) -> MissionQuerySet:
        return missions.filter(open_to_minors=True)

    def narrow_home(self, missions: MissionQuerySet, _yes: bool) -> MissionQuerySet:
        return missions.filter(format__in=FROM_HOME)

    def narrow_wheelchair(self, missions: MissionQuerySet, _yes: bool) -> MissionQuerySet:
        return missions.filter(wheelchair=True)

    def narrow_places(self, missions: MissionQuerySet, _yes: bool) -> MissionQuerySet:
        return missions.recruiting(self.now)

    def order_soonest(self, missions: MissionQuerySet) -> MissionQuerySet:
        return missions.soonest()

    def order_newest(self, missions: MissionQuerySet) -> MissionQuerySet:
        return missions.order_by("-published_at", "-pk")

    def _with_shift(self, missions: MissionQuerySet, condition: Q) -> MissionQuerySet:
        """Those with such a shift to come; without shifts, those where people choose their own time."""
        shifts = Capacity.objects.filter(condition, mission=OuterRef("pk"), end__gt=self.now, cancelled_at=None)
        own_time = Q(starts_at__isnull=True, commitment=Commitment.FLEXIBLE)
        return missions.filter(Q(Exists(shifts)) | own_time)
