"""What somebody is asked who looks for hands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.ages import OLDEST
from volunteering.core.recurrence import Slot
from volunteering.core.taxonomy import Skill, Theme
from volunteering.directory.speaking import OrganiserForm
from volunteering.missions.models import Acceptance
from volunteering.moderation.submitting.place_form import PlaceForm
from volunteering.moderation.submitting.steps import StepForm, TypedStep
from volunteering.moderation.submitting.text import line_field, summary_field, text_field, ticked_field, title_field
from volunteering.moderation.submitting.when_form import WhenForm, day_field

MOST_SHIFTS = 60


class TasksForm(StepForm):
    name = "quoi"

    title = title_field(
        _("What is it called?"),
        _("Begin with what one does. For example: Serve soup at the winter meal"),
        _("Write what it is called."),
    )
    summary = summary_field(
        _("In one or two sentences"),
        _("What one reads first. For example: Two hours on a Saturday, in a team, no experience needed."),
        _("Say in one or two sentences what it is about."),
    )
    tasks = text_field(
        _("What does one do, from arriving to leaving?"),
        _("For example: We meet at 11, set the tables, serve until 2 pm and eat together."),
        required=True,
        error_messages={"required": _("Say what one does: this is what people decide by.")},
    )
    context = text_field(_("Why, and whom does it help?"), rows=4)
    themes = ticked_field(_("Themes"), Theme)
    skills = ticked_field(_("Skills that would help"), Skill)


class NeedForm(TasksForm, OrganiserForm):
    heading = _("What do you need people for?")
    field_order = ("title", "summary", "tasks", "context", "association_id", "organiser_name", "themes", "skills")


class ShiftsForm(WhenForm):
    """On dates, or whenever one can: the first question leads the others."""

    heading = _("When do you need people?")
    template = "volunteering/submitting/shifts.html"
    asides = ()
    field_order = ("regularity", "first_day", "start_time", "end_time", "places")

    DATES, FLEXIBLE, KEPT = "dates", "flexible", "kept"
    REGULARITIES = (
        (DATES, _("On one or several dates")),
        (FLEXIBLE, _("Regularly or when people can, without fixed dates")),
    )
    KEEP = _("On the dates that are there already")

    regularity = forms.ChoiceField(
        label=_("How?"), choices=REGULARITIES, initial=DATES, widget=forms.RadioSelect, required=False
    )
    first_day = day_field(_("Which day?"), _("The first day, when it comes back. For example: 14/06/2027"))
    places = forms.IntegerField(
        label=_("How many people each time?"),
        required=False,
        min_value=1,
        max_value=1000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("For example 4. Empty: no limit."),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write a number, for example 4.")),
    )
    rhythm = line_field(_("How often?"), _("For example: one morning a week, you choose the day"), length=120)
    period_end = day_field(_("Until when do you look for people?"), _("Empty: no end is known."))
    last_day = None
    all_day = None

    def __init__(self, typed: TypedStep | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        # Dates that one rule does not tell are never typed anew: whoever changes the rest keeps them.
        if self.data.get("dates_known"):
            self.fields["regularity"].choices = [(self.KEPT, self.KEEP), *self.REGULARITIES]
        self.rule = None

    @property
    def names(self) -> set[str]:
        return {*super().names, "dates_known"}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data |= {"all_day": False, "last_day": None, "zone": self.zone, "slots": []}
        regularity = data.get("regularity") or self.DATES
        if regularity == self.FLEXIBLE and not data.get("rhythm"):
            self.add_error("rhythm", _("Say how often, in your own words."))
        if regularity != self.DATES:
            return data
        if not data.get("first_day") and "first_day" not in self.errors:
            self.add_error("first_day", _("Write a day, or choose “without fixed dates”."))
        data = super().clean()
        if not self.errors:
            data["slots"] = self._slots()
        return data

    def _slots(self) -> list[Slot]:
        """All dates to come, at most MOST_SHIFTS."""
        slots = self.next_slots(MOST_SHIFTS)
        if not slots:
            self.add_error("first_day", _("All these dates are over. Write one that is still to come."))
        return slots

    @property
    def in_words(self) -> str:
        if not self.is_valid() or self.rule is not None:
            return super().in_words
        return self.cleaned_data["rhythm"] or str(self.KEEP)

    def proposed_days(self) -> list[dict[str, Any]]:
        return super().proposed_days() if self.is_valid() and self.rule is not None else []


class MeetForm(PlaceForm):
    heading = _("Where does one meet?")
    asides = ("from_home",)

    from_home = forms.BooleanField(label=_("It can be done from home"), required=False)
    public_transport = forms.BooleanField(label=_("Reachable by public transport"), required=False)
    wheelchair = forms.BooleanField(label=_("Accessible to wheelchairs"), required=False)

    def clean(self) -> dict[str, Any]:
        self.is_needed = not self.cleaned_data.get("from_home")
        return super().clean()


class WithWhomForm(StepForm):
    name = "avec-qui"
    heading = _("Who is welcome, and what do you offer?")

    open_to_minors = forms.BooleanField(label=_("Young people under 18 are welcome"), required=False)
    minimum_age = forms.IntegerField(
        label=_("From which age?"),
        required=False,
        min_value=0,
        max_value=OLDEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Empty: 18, or less when young people are welcome."),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Write an age, for example 18.")),
    )
    acceptance = forms.ChoiceField(
        label=_("How do people join?"),
        choices=Acceptance.choices,
        initial=Acceptance.MANUAL,
        widget=forms.RadioSelect,
        required=False,
    )
    group_size = forms.IntegerField(
        label=_("How many may come with one sign-up?"),
        required=False,
        min_value=1,
        max_value=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Families, groups of friends. Empty: each signs up alone."),
    )
    offer = text_field(
        _("What do you offer?"), _("A welcome, a meal, a training, travel expenses, a nice team."), rows=3
    )
    good_to_know = text_field(_("What should one know?"), _("Clothing, stairs, dogs, what to bring."), rows=3)

    def clean_minimum_age(self) -> int | None:
        age = self.cleaned_data["minimum_age"]
        if age is not None and age < conf.MINIMUM_AGE:
            problem = _("One can give a hand from the age of %(age)d on.")
            raise forms.ValidationError(problem, params={"age": conf.MINIMUM_AGE})
        return age


class CollectiveForm(TasksForm):
    """Residents together: a name for them in the place of an association."""

    heading = _("What would you like to do together?")
    field_order = ("title", "summary", "tasks", "context", "collective", "themes", "skills")

    collective = line_field(
        _("What do you call your group?"),
        _("For example: The neighbours of rue du Port. No family name: it is published."),
        length=160,
        required=True,
        error_messages={"required": _("Give your group a name, for example that of your street.")},
    )

    def clean_collective(self) -> str:
        return " ".join(self.cleaned_data["collective"].split())
