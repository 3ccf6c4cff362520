"""What somebody answers to look for hands, and what the page takes from it: an association, or residents together."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.ages import OLDEST
from volunteering.core.recurrence import Frequency, Slot
from volunteering.core.taxonomy import Skill, Theme
from volunteering.directory.collectives import collective_called, is_run_by
from volunteering.directory.speaking import OrganiserForm, associations_of, concerns_of, typed_organiser
from volunteering.missions.models import Acceptance, Commitment, Format, MissionPage, Shift
from volunteering.moderation.concerns import register_concerns
from volunteering.moderation.kinds import Answers, Author, Duplicate, Kind, Typed, register_kind
from volunteering.moderation.submitting.place_form import PlaceForm, typed_place, write_place
from volunteering.moderation.submitting.steps import StepForm, TypedStep
from volunteering.moderation.submitting.text import line_field, plain, rich, text_field
from volunteering.moderation.submitting.when_form import WhenForm, day_field, typed_when

SHORT_DESCRIPTION = "short_description"
# What API Engagement refuses: `feeds.national` says so of what is published, this of what is proposed.
NATIONAL_LENGTH = 300
MOST_SHIFTS = 60
A_DAY = timedelta(days=1)


class TasksForm(StepForm):
    name = "quoi"

    title = line_field(
        _("What is it called?"),
        _("Begin with what one does. For example: Serve soup at the winter meal"),
        length=200,
        required=True,
        error_messages={"required": _("Write what it is called.")},
    )
    summary = forms.CharField(
        label=_("In one or two sentences"),
        max_length=MissionPage.SUMMARY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": MissionPage.SUMMARY_LENGTH}),
        help_text=_("What one reads first. For example: Two hours on a Saturday, in a team, no experience needed."),
        error_messages={"required": _("Say in one or two sentences what it is about.")},
    )
    tasks = text_field(
        _("What does one do, from arriving to leaving?"),
        _("For example: We meet at 11, set the tables, serve until 2 pm and eat together."),
        required=True,
        error_messages={"required": _("Say what one does: this is what people decide by.")},
    )
    context = text_field(_("Why, and whom does it help?"), rows=4)
    themes = forms.ModelMultipleChoiceField(
        label=_("Themes"), queryset=Theme.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )
    skills = forms.ModelMultipleChoiceField(
        label=_("Skills that would help"),
        queryset=Skill.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


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
    offer = text_field(_("What do you offer?"), _("A welcome, a meal, a training, travel expenses, a nice team."), rows=3)
    good_to_know = text_field(_("What should one know?"), _("Clothing, stairs, dogs, what to bring."), rows=3)

    def clean_minimum_age(self) -> int | None:
        age = self.cleaned_data["minimum_age"]
        if age is not None and age < conf.MINIMUM_AGE:
            problem = _("One can give a hand from the age of %(age)d on.")
            raise forms.ValidationError(problem, params={"age": conf.MINIMUM_AGE})
        return age


class MissionKind(Kind):
    name = "mission"
    label = _("Mission")
    invitation = _("Look for volunteers")
    about = _("For associations: say what you need, when, and how many people; whoever has time signs up on the site.")
    icon = "users"
    order = 20
    model = MissionPage
    steps = (NeedForm, ShiftsForm, MeetForm, WithWhomForm)
    wanted = {"quoi": ("context", "themes", "skills"), "avec-qui": ("offer", "good_to_know")}

    def write(self, page: MissionPage, answers: Answers) -> None:
        what, where, whom = answers["quoi"], answers["ou"], answers["avec-qui"]
        page.title, page.summary = what["title"], what["summary"]
        for name in ("tasks", "context"):
            setattr(page, name, rich(what[name], getattr(page, name)))
        page.themes, page.skills = list(what["themes"]), list(what["skills"])
        page.organiser = self._organiser(what)
        write_place(page, where)
        page.format = Format.BOTH if where["from_home"] else Format.ON_SITE
        if where["from_home"] and not any(where[name] for name in ("place_name", "address", "neighbourhood")):
            page.format = Format.REMOTE
        page.public_transport, page.wheelchair = where["public_transport"], where["wheelchair"]
        for name in ("offer", "good_to_know"):
            setattr(page, name, rich(whom[name], getattr(page, name)))
        page.open_to_minors, page.minimum_age = whom["open_to_minors"], whom["minimum_age"]
        page.acceptance, page.group_size = whom["acceptance"] or Acceptance.MANUAL, whom["group_size"] or 1
        self._write_shifts(page, answers["quand"])

    def _organiser(self, what: dict[str, Any]) -> Any:
        return what["association"]

    def _write_shifts(self, page: MissionPage, when: dict[str, Any]) -> None:
        if when["regularity"] == ShiftsForm.KEPT:
            return
        flexible = when["regularity"] == ShiftsForm.FLEXIBLE
        page.rhythm, page.period_end = (when["rhythm"], when["period_end"]) if flexible else ("", None)
        page.places = when["places"] if flexible else None
        repeats = when["frequency"] != Frequency.ONCE
        page.commitment = Commitment.FLEXIBLE if flexible else Commitment.REGULAR if repeats else Commitment.ONE_OFF
        if flexible:
            page.shifts = []
            return
        # A shift keeps its identity as long as its day and hours stay: people may have signed up for it.
        known = {(row.start, row.end): row for row in page.shifts.all()}
        shifts = []
        for slot in when["slots"]:
            row = known.get((slot.start, slot.end)) or Shift(start=slot.start, end=slot.end)
            row.places = when["places"]
            shifts.append(row)
        page.shifts = shifts

    def typed_from(self, page: MissionPage, *, user: Any = None) -> Typed:
        what = {"title": [page.title], "summary": [page.summary]}
        texts = {name: [plain(getattr(page, name))] for name in ("tasks", "context")}
        ticks = {"themes": [str(each.pk) for each in page.themes.all()], "skills": [str(each.pk) for each in page.skills.all()]}
        whom = {name: [plain(getattr(page, name))] for name in ("offer", "good_to_know") if getattr(page, name)}
        whom |= {"acceptance": [page.acceptance], "group_size": [str(page.group_size)]}
        whom |= {"open_to_minors": ["on"]} if page.open_to_minors else {}
        whom |= {"minimum_age": [str(page.minimum_age)]} if page.minimum_age else {}
        return {
            "quoi": {**what, **texts, **ticks, **self._typed_organiser(page, user)},
            "quand": self._typed_when(page),
            "ou": {**typed_place(page), **self._typed_ticks(page)},
            "avec-qui": whom,
        }

    def _typed_organiser(self, page: MissionPage, user: Any) -> dict[str, list[str]]:
        return typed_organiser(page.organiser, user=user)

    @staticmethod
    def _typed_ticks(page: MissionPage) -> dict[str, list[str]]:
        held = {"public_transport": page.public_transport, "wheelchair": page.wheelchair}
        held["from_home"] = page.format != Format.ON_SITE
        return {name: ["on"] for name, holds in held.items() if holds}

    def _typed_when(self, page: MissionPage) -> dict[str, list[str]]:
        """The first date to come; several dates that no rule made stay in the page until somebody changes them."""
        rows = sorted(page.shifts.all(), key=lambda row: row.start)
        if not rows:
            return typed_when(
                {
                    "regularity": ShiftsForm.FLEXIBLE,
                    "rhythm": page.rhythm,
                    "period_end": page.period_end,
                    "places": page.places,
                }
            )
        first = next((row for row in rows if row.end > timezone.now()), rows[-1])
        start, end = timezone.localtime(first.start), timezone.localtime(first.end)
        told = {"regularity": ShiftsForm.DATES, "first_day": start.date(), "places": first.places}
        told |= {"start_time": start.time(), "end_time": end.time(), "frequency": Frequency.ONCE}
        if len(rows) > 1:
            told |= {"regularity": ShiftsForm.KEPT, "dates_known": True}
        return typed_when(told)

    def typed_again(self, page: MissionPage, *, user: Any = None) -> Typed:
        typed = self.typed_from(page, user=user)
        of_then = {"first_day", "period_end", "until", "dates_known"}
        when = {name: values for name, values in typed["quand"].items() if name not in of_then}
        if when["regularity"] == [ShiftsForm.KEPT]:
            when["regularity"] = [ShiftsForm.DATES]
        return {**typed, "quand": when}

    def may_change(self, user: Any, page: MissionPage) -> bool:
        return page.organiser_id in {each.pk for each in associations_of(user)}

    def likely_duplicates(self, page: MissionPage) -> Iterator[Duplicate]:
        """Of the same organiser, under the same title."""
        same = MissionPage.objects.live().filter(organiser=page.organiser_id, title__iexact=page.title.strip())
        for other in same.exclude(pk=page.pk).order_by("pk")[:5]:
            yield Duplicate(other, _("the same organiser and title"))

    def soonest(self, page: MissionPage) -> datetime | None:
        now = timezone.now()
        starts = sorted(row.start for row in page.shifts.all())
        return next((start for start in starts if start > now), starts[-1] if starts else None)

    def concerns(self, page: MissionPage, *, author: Author, answers: Answers) -> list[str]:
        described = " ".join(page.plain(name) for name in ("context", "tasks", "offer"))
        short = [SHORT_DESCRIPTION] if len(described) < NATIONAL_LENGTH else []
        return [*short, *concerns_of(answers["quoi"], user=author.user)]

    def public_texts(self, page: MissionPage) -> list[str]:
        names = ("tasks", "context", "offer", "good_to_know")
        return [page.title, page.summary, page.rhythm, *(page.plain(name) for name in names)]


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


class InitiativeKind(MissionKind):
    """A mission whose organiser is a collective of residents: its record is written along with it."""

    name = "initiative"
    label = _("Residents’ initiative")
    invitation = _("Start something with neighbours")
    about = _("For residents: a clean-up, a shared garden, a street party. No association is needed.")
    icon = "heart"
    order = 30
    steps = (CollectiveForm, ShiftsForm, MeetForm, WithWhomForm)

    def prepare(self, page: MissionPage, *, answers: Answers, site: Any, author: Author) -> None:
        what = answers["quoi"]
        what["association"] = collective_called(
            what["collective"], summary=what["summary"], site=site, user=author.user, known=page.organiser
        )

    def _typed_organiser(self, page: MissionPage, user: Any) -> dict[str, list[str]]:
        return {"collective": [page.organiser.title]} if page.organiser else {}

    def may_change(self, user: Any, page: MissionPage) -> bool:
        return page.organiser is not None and is_run_by(user, page.organiser)

    def concerns(self, page: MissionPage, *, author: Author, answers: Answers) -> list[str]:
        # The collective is the author's own.
        return [code for code in super().concerns(page, author=author, answers=answers) if code == SHORT_DESCRIPTION]


register_concerns(
    {SHORT_DESCRIPTION: _("The description has less than 300 characters: the national site will refuse the mission.")}
)
register_kind(MissionKind())
register_kind(InitiativeKind())
