"""What somebody answers to propose an event, and what the page takes from it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.editions import first_day_of, proposed_day, title_of_edition
from volunteering.agenda.models import Attendance, Audience, EventDate, EventPage
from volunteering.core.accessibility import ACCESS_CHOICES, ACCESS_CODES
from volunteering.core.ages import OLDEST
from volunteering.core.recurrence import Frequency, next_dates
from volunteering.core.taxonomy import Theme
from volunteering.directory.speaking import OrganiserForm, associations_of, concerns_of, office_of, typed_organiser
from volunteering.moderation.kinds import Answers, Author, Duplicate, Kind, Typed, register_kind
from volunteering.moderation.submitting.place_form import PlaceForm, typed_place, write_place
from volunteering.moderation.submitting.steps import StepForm
from volunteering.moderation.submitting.text import (
    line_field,
    plain,
    rich,
    summary_field,
    text_field,
    ticked_field,
    title_field,
    web_field,
)
from volunteering.moderation.submitting.when_form import WhenForm, typed_when

MOST_DUPLICATES = 5
A_DAY = timedelta(days=1)


class EventWhatForm(OrganiserForm):
    name = "quoi"
    heading = _("What is it about?")
    field_order = ("title", "summary", "body", "association_id", "organiser_name", "themes")

    title = title_field(
        _("What is it called?"), _("For example: Neighbours’ meal in rue du Port"), _("Write what it is called.")
    )
    summary = summary_field(
        _("In one or two sentences"),
        _("What one reads first. For example: Bring a plate, we bring the tables and the music."),
        _("Say in one or two sentences what it is about."),
    )
    body = text_field(
        _("All there is to know"), _("The programme, who plays, what to bring. An empty line starts a paragraph.")
    )
    themes = ticked_field(_("Themes"), Theme)


class EventPlaceForm(PlaceForm):
    asides = ("online_url",)

    online_url = web_field(
        _("Online too, or only online? The address of the link"),
        _("The address of a page, like https://www.example.org"),
    )

    def clean(self) -> dict[str, Any]:
        self.is_needed = not self.cleaned_data.get("online_url")
        return super().clean()


class ForWhomForm(StepForm):
    name = "pour-qui"
    heading = _("For whom, and at what price?")
    asides = ("registration_url", "age_min", "age_max")

    is_free = forms.BooleanField(label=_("It is free"), required=False)
    price = line_field(_("Price"), _("For example: 6 €, 3 € under 12"), length=255)
    audience = forms.ChoiceField(
        label=_("For whom?"), choices=Audience.choices, initial=Audience.EVERYONE, required=False
    )
    access = forms.MultipleChoiceField(
        label=_("Accessible for people with"),
        choices=ACCESS_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick what you are sure of."),
    )
    access_note = line_field(_("How one gets in"), _("For example: Ramp on the left of the entrance"), length=500)
    registration_url = web_field(_("Where to register"), _("The address of a page, like https://www.example.org"))
    age_min = forms.IntegerField(label=_("From which age?"), required=False, min_value=0, max_value=OLDEST)
    age_max = forms.IntegerField(label=_("Up to which age?"), required=False, min_value=0, max_value=OLDEST)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        low, high = data.get("age_min"), data.get("age_max")
        if low is not None and high is not None and high < low:
            self.add_error("age_max", _("The two ages are the wrong way round. Exchange them."))
        if data.get("is_free") and data.get("price"):
            self.add_error("price", _("Write a price or tick “it is free”, not both."))
        return data


class EventKind(Kind):
    name = "evenement"
    label = _("Event")
    invitation = _("Announce an event")
    about = _("A party, a concert, an open day, a weekly workshop: it appears in the city’s agenda.")
    icon = "calendar"
    order = 10
    model = EventPage
    steps = (EventWhatForm, WhenForm, EventPlaceForm, ForWhomForm)
    wanted = {"quoi": ("body", "themes"), "pour-qui": ("access",)}

    def write(self, page: EventPage, answers: Answers) -> None:
        what, whom = answers["quoi"], answers["pour-qui"]
        page.title, page.summary, page.body = what["title"], what["summary"], rich(what["body"], page.body)
        page.themes = list(what["themes"])
        page.organisers = self._organisers(page, what["association"])
        write_place(page, answers["ou"])
        page.online_url = answers["ou"]["online_url"]
        page.attendance = self._attendance(page)
        for name in ("is_free", "price", "registration_url", "age_min", "age_max", "access_note"):
            setattr(page, name, whom[name])
        page.audience = whom["audience"] or Audience.EVERYONE
        for code in ACCESS_CODES:
            setattr(page, f"access_{code}", code in whom["access"])
        self._write_dates(page, answers["quand"])

    @staticmethod
    def _attendance(page: EventPage) -> Attendance:
        if not page.online_url:
            return Attendance.ON_SITE
        return Attendance.MIXED if page.where else Attendance.ONLINE

    @staticmethod
    def _organisers(page: EventPage, chosen: Any) -> list[Any]:
        """The first is the one that was asked for; partners an editor added stay."""
        others = list(page.organisers.all())[1:] if page.pk else []
        return [*([chosen] if chosen else []), *(each for each in others if each != chosen)]

    @staticmethod
    def _write_dates(page: EventPage, when: dict[str, Any]) -> None:
        """The form asks for one rule: the first. What an editor added beside it stays."""
        rows = list(page.dates.all())
        row = rows[0] if rows else EventDate()
        repeats = when["frequency"] != Frequency.ONCE
        for name in ("first_day", "last_day", "all_day", "frequency", "weekdays"):
            setattr(row, name, when[name])
        row.start_time, row.end_time = (None, None) if when["all_day"] else (when["start_time"], when["end_time"])
        row.until = when["until"] if repeats else None
        row.exceptions = sorted(when["not_on"]) if repeats else []
        row.skip_school_holidays = when["zone"] if when.get("skip_holidays") and repeats else ""
        page.dates = [row, *rows[1:]]

    def typed_from(self, page: EventPage, *, user: Any = None) -> Typed:
        organiser = page.organisers.first()
        what = {"title": [page.title], "summary": [page.summary], "body": [plain(page.body)]}
        themes = {"themes": [str(theme.pk) for theme in page.themes.all()]}
        row = page.dates.first()
        return {
            "quoi": {**what, **themes, **typed_organiser(organiser, user=user)},
            "quand": typed_when(_asked(row)) if row else {},
            "ou": {**typed_place(page), **({"online_url": [page.online_url]} if page.online_url else {})},
            "pour-qui": self._typed_whom(page),
        }

    @staticmethod
    def _typed_whom(page: EventPage) -> dict[str, list[str]]:
        typed = {"audience": [page.audience], "access": page.access_codes}
        for name in ("price", "registration_url", "access_note", "age_min", "age_max"):
            value = getattr(page, name)
            if value not in ("", None):
                typed[name] = [str(value)]
        return {**typed, **({"is_free": ["on"]} if page.is_free else {})}

    def typed_again(self, page: EventPage, *, user: Any = None) -> Typed:
        """Last year's edition: the same weekday of the same month, and the year in the title moved on."""
        typed, first = self.typed_from(page, user=user), first_day_of(page.dates.all())
        if first is None:
            return typed
        day = proposed_day(first, today=timezone.localdate())
        when = {name: values for name, values in typed["quand"].items() if name not in {"not_on", "until", "last_day"}}
        row = page.dates.first()
        if row.last_day:
            when["last_day"] = [(row.last_day + (day - first)).isoformat()]
        title = title_of_edition(page.title, before=first.year, after=day.year)
        return {
            **typed,
            "quand": {**when, "first_day": [day.isoformat()]},
            "quoi": {**typed["quoi"], "title": [title]},
        }

    def may_change(self, user: Any, page: EventPage) -> bool:
        own = {each.pk for each in associations_of(user)}
        return bool(own) and page.organisers.filter(pk__in=own).exists()

    def office_address(self, page: EventPage) -> str | None:
        return office_of(page.organisers.first())

    def likely_duplicates(self, page: EventPage) -> Iterator[Duplicate]:
        """Published on the same day, at the same place or under the same title."""
        first = self.soonest(page)
        if first is None:
            return
        same_day = EventPage.objects.live().filter(
            occurrences__start__gte=first - A_DAY, occurrences__start__lt=first + A_DAY
        )
        for other in same_day.exclude(pk=page.pk).distinct().order_by("pk")[:50]:
            if other.title.casefold().strip() == page.title.casefold().strip():
                yield Duplicate(other, _("the same title and date"))
            elif other.where and other.where.casefold() == page.where.casefold():
                yield Duplicate(other, _("the same place and date"))

    def soonest(self, page: EventPage) -> datetime | None:
        now, zone = timezone.now(), timezone.get_current_timezone()
        rules = [row.to_rule() for row in page.dates.all() if row.is_complete]
        coming = [slot.start for rule in rules for slot in next_dates(rule, after=now, count=1, zone=zone)]
        known = [timezone.make_aware(rule.start) for rule in rules]
        return min(coming) if coming else max(known, default=None)

    def concerns(self, page: EventPage, *, author: Author, answers: Answers) -> list[str]:
        return concerns_of(answers["quoi"], user=author.user)

    def public_texts(self, page: EventPage) -> list[str]:
        return [page.title, page.summary, plain(page.body), page.access_note, page.price]


def _asked(row: EventDate) -> dict[str, Any]:
    names = ("first_day", "last_day", "all_day", "start_time", "end_time", "frequency", "weekdays", "until")
    asked = {name: getattr(row, name) for name in names}
    return {**asked, "not_on": list(row.exceptions or ()), "skip_holidays": bool(row.skip_school_holidays)}


register_kind(EventKind())
