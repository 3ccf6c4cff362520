"""Who a volunteer is, where and when they can. Only the name must be said."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.ages import OLDEST
from volunteering.core.geo import Point
from volunteering.core.geocoding import GeocodingUnavailable, get_geocoder
from volunteering.core.geocoding.base import MAX_QUERY
from volunteering.core.languages import Language
from volunteering.core.taxonomy import Neighbourhood
from volunteering.core.telephone import is_number
from volunteering.core.weekdays import WEEKDAY_NAMES
from volunteering.volunteers.models import Absence, Slot, Volunteer
from volunteering.volunteers.models.choices import WEEK
from volunteering.volunteers.models.volunteer import FARTHEST
from volunteering.volunteers.names_form import NamesForm
from volunteering.volunteers.places import AddressNotFound, TooManyAddresses, cell_of

# More of them are no dates away but another life.
MOST_ABSENCES = 12
WRITE_A_YEAR = _("Write your year of birth with its four figures, for example 1985.")
TOO_YOUNG = _(
    "One can give a hand from the age of %(age)d on. You are younger? Call us: we look for something together."
)
WRITE_KILOMETRES = _("Write a number of kilometres between 1 and %(most)d.")
WRITE_A_DATE = _("Write the date like this: 14/06/2027")
DATES = ["%Y-%m-%d", "%d/%m/%Y"]
NOT_FOUND = _(
    "We found no such address. Check the street and the town, or leave it empty: the neighbourhood is a help already."
)
NO_ANSWER = _("The search for addresses does not answer. Leave the address empty for now, and come back later.")
TOO_MANY = _("That was a lot of addresses. Leave it empty for now, and come back in an hour.")


def sentence(text: str | Promise, *names: str) -> dict[str, str | Promise]:
    return dict.fromkeys(names, text)


class YouForm(NamesForm):
    phone = forms.CharField(
        label=_("Your telephone number"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_(
            "If you like. It serves the town hall, when something changes at the last moment; an association sees it"
            " only if you show it."
        ),
    )
    birth_year = forms.IntegerField(
        label=_("Your year of birth"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year", "maxlength": 4}),
        help_text=_("If you like, for example 1985. Some missions are for adults only."),
        error_messages=sentence(WRITE_A_YEAR, "invalid"),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you speak"), required=False, choices=Language.choices, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, volunteer: Volunteer | None, user: Any, **kwargs: Any) -> None:
        names = ("first_name", "last_name", "phone", "birth_year", "languages")
        known = {name: getattr(volunteer, name) for name in names} if volunteer else {}
        super().__init__(*args, **{**kwargs, "initial": known})

    def clean_phone(self) -> str:
        phone = " ".join(self.cleaned_data["phone"].split())
        if phone and not is_number(phone):
            raise forms.ValidationError(_("Write your number like this: 06 12 34 56 78"))
        return phone

    def clean_birth_year(self) -> int | None:
        year = self.cleaned_data["birth_year"]
        age = timezone.localdate().year - year if year is not None else None
        if age is None:
            return None
        if not 0 <= age <= OLDEST:
            raise forms.ValidationError(WRITE_A_YEAR)
        if age < conf.MINIMUM_AGE:
            raise forms.ValidationError(TOO_YOUNG, params={"age": conf.MINIMUM_AGE})
        return year


class WhereForm(forms.Form):
    """An address that was typed becomes a cell of the grid (`area`): it stays in no answer of the form."""

    neighbourhood = forms.ModelChoiceField(
        label=_("Your neighbourhood"),
        queryset=Neighbourhood.objects.all(),
        required=False,
        empty_label=_("I would rather not say"),
    )
    address = forms.CharField(
        label=_("Your address"),
        required=False,
        max_length=MAX_QUERY,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        help_text=_(
            "If you like, for example 12 rue du Port. We look up within which 500 metres it is, and forget it at once."
        ),
    )
    forget_area = forms.BooleanField(label=_("Forget where I live"), required=False)
    radius = forms.IntegerField(
        label=_("How far do you go?"),
        required=False,
        min_value=1,
        max_value=FARTHEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 2}),
        help_text=_("In kilometres, for example 5."),
    )

    def __init__(self, *args: Any, volunteer: Volunteer, user: Any, near: Point | None = None, **kwargs: Any) -> None:
        known = {"neighbourhood": volunteer.neighbourhood_id, "radius": volunteer.radius}
        super().__init__(*args, **{**kwargs, "initial": known})
        few = sentence(WRITE_KILOMETRES % {"most": FARTHEST}, "invalid", "min_value", "max_value")
        self.fields["radius"].error_messages |= few
        self.near, self.who, self.area = near, str(user.pk), volunteer.area
        if not get_geocoder().asks_somebody:
            del self.fields["address"]
        if self.area is None:
            del self.fields["forget_area"]

    def clean_address(self) -> Point | None:
        typed = " ".join(self.cleaned_data["address"].split())
        if not typed:
            return None
        try:
            return cell_of(typed, near=self.near, who=self.who)
        except AddressNotFound:
            problem = NOT_FOUND
        except TooManyAddresses:
            problem = TOO_MANY
        except GeocodingUnavailable:
            problem = NO_ANSWER
        raise forms.ValidationError(problem)

    def told(self) -> dict[str, Any]:
        """Of a valid form: the fields of a volunteer."""
        data = self.cleaned_data
        area = data.get("address") or (None if data.get("forget_area") else self.area)
        return {
            "neighbourhood": data["neighbourhood"],
            "radius": data["radius"],
            "lat": area.lat if area else None,
            "lng": area.lng if area else None,
        }


class WhenForm(forms.Form):
    availability = forms.MultipleChoiceField(
        label=_("When can you, in an ordinary week?"),
        required=False,
        choices=WEEK,
        widget=forms.CheckboxSelectMultiple,
    )
    only_holidays = forms.BooleanField(label=_("Only during school holidays"), required=False)
    first_day = forms.DateField(
        label=_("Away from"),
        required=False,
        input_formats=DATES,
        widget=forms.DateInput(format=DATES[0], attrs={"type": "date"}),
        help_text=_("We propose nothing to you on these days."),
        error_messages=sentence(WRITE_A_DATE, "invalid"),
    )
    last_day = forms.DateField(
        label=_("Away until"),
        required=False,
        input_formats=DATES,
        widget=forms.DateInput(format=DATES[0], attrs={"type": "date"}),
        help_text=_("Empty: for one day."),
        error_messages=sentence(WRITE_A_DATE, "invalid"),
    )
    back = forms.ModelMultipleChoiceField(
        label=_("You will be away: tick what is no longer so"),
        queryset=Absence.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, volunteer: Volunteer, user: Any, **kwargs: Any) -> None:
        known = {name: getattr(volunteer, name) for name in ("availability", "only_holidays")}
        super().__init__(*args, **{**kwargs, "initial": known})
        self.absences = list(volunteer.absences.filter(last_day__gte=timezone.localdate()))
        self.fields["back"].queryset = volunteer.absences.all()
        self.fields["back"].choices = [(row.pk, row.in_words) for row in self.absences]
        if not self.absences:
            del self.fields["back"]

    def week(self) -> Iterator[tuple[str, list[Any]]]:
        """Each day with its boxes to tick."""
        boxes, parts = list(self["availability"]), len(Slot)
        for number, day in enumerate(WEEKDAY_NAMES):
            yield day, boxes[number * parts : (number + 1) * parts]

    @property
    def parts(self) -> list[Any]:
        return Slot.labels

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if last and not first and "first_day" not in self.errors:
            self.add_error("first_day", _("Write the first day too."))
        if first and last and last < first:
            self.add_error("last_day", _("The absence ends before it begins. Check the two dates."))
        elif first and (last or first) < timezone.localdate():
            self.add_error("last_day" if last else "first_day", _("These days are over. Check the two dates."))
        if first and len(self.absences) - len(data.get("back", ())) >= MOST_ABSENCES:
            self.add_error("first_day", _("These are a lot of absences. Take one away first, or pause everything."))
        return data

    @property
    def absence(self) -> tuple[Any, Any] | None:
        """Of a valid form."""
        first = self.cleaned_data["first_day"]
        return (first, self.cleaned_data["last_day"] or first) if first else None
