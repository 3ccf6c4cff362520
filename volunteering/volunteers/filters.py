"""How an agent narrows the list of volunteers."""

from typing import Any

import django_filters
from dateutil.relativedelta import relativedelta
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from volunteering.core.listings.filters import one_of, several_of
from volunteering.core.taxonomy import Neighbourhood, Skill, Theme
from volunteering.core.weekdays import WEEKDAY_NAMES
from volunteering.volunteers.models import SkillLevel, Slot, Volunteer, VolunteerSkill
from volunteering.volunteers.models.choices import AgeGroup
from volunteering.volunteers.models.volunteer import OF_AGE

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def menu_of(label: Any, choices: Any) -> django_filters.ChoiceFilter:
    """A menu that another filter reads together with its own value."""
    return django_filters.ChoiceFilter(label=label, choices=choices, method="filter_nothing", empty_label=_("All"))


class VolunteerFilterSet(WagtailFilterSet):
    neighbourhood = several_of(_("Neighbourhood"), Neighbourhood)
    themes = several_of(_("Themes"), Theme)
    skills = django_filters.ModelMultipleChoiceFilter(
        label=_("Skills"),
        queryset=lambda request: Skill.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        method="filter_nothing",
    )
    level = menu_of(_("Skill: at least"), [(str(level.value), level.label) for level in SkillLevel if level])
    day = menu_of(_("Free on"), [(str(number), name) for number, name in enumerate(WEEKDAY_NAMES)])
    slot = menu_of(_("Free in the"), Slot.choices)
    age = one_of(
        _("Age"),
        AgeGroup.choices,
        "filter_age",
    )
    seen = one_of(
        _("Not seen for"),
        [("6", _("6 months")), ("12", _("12 months")), ("18", _("18 months"))],
        "filter_seen",
    )
    email = one_of(_("Has an e-mail"), YES_NO, "filter_email")
    paused = one_of(_("Paused"), YES_NO, "filter_paused")
    found = one_of(_("Associations may find them"), YES_NO, "filter_found")

    class Meta:
        model = Volunteer
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The skill with its level, the day with its part: each is one question in two menus."""
        volunteers, asked = super().filter_queryset(queryset), self.form.cleaned_data
        if asked["skills"] or asked["level"]:
            volunteers = volunteers.filter(_can(asked["skills"], int(asked["level"] or SkillLevel.SOME)))
        if asked["day"] or asked["slot"]:
            volunteers = volunteers.free(day=asked["day"], slot=asked["slot"])
        return volunteers

    def filter_nothing(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        return volunteers

    def filter_age(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        year = timezone.localdate().year
        if value == AgeGroup.UNKNOWN:
            return volunteers.filter(birth_year=None)
        return (
            volunteers.maybe_minor(year) if value == AgeGroup.MINOR else volunteers.filter(birth_year__lt=year - OF_AGE)
        )

    def filter_seen(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        return volunteers.unseen_since(timezone.now() - relativedelta(months=int(value)))

    def filter_email(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        return volunteers.exclude(email="") if value == "yes" else volunteers.filter(email="")

    def filter_paused(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        return volunteers.filter(is_paused=value == "yes")

    def filter_found(self, volunteers: QuerySet, name: str, value: str) -> QuerySet:
        return volunteers.filter(may_be_found=value == "yes")


def _can(skills: Any, level: int) -> Exists:
    """At least so much of one of these skills; of any when none is chosen."""
    rows = VolunteerSkill.objects.filter(volunteer=OuterRef("pk"), level__gte=level)
    return Exists(rows.filter(skill__in=skills) if skills else rows)
