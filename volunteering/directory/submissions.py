"""What somebody answers to put an association into the directory, and what its record takes from it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.accessibility import ACCESS_CHOICES, ACCESS_CODES
from volunteering.core.identifiers import normalise, validate_rna, validate_siret
from volunteering.core.languages import Language
from volunteering.core.taxonomy import Theme
from volunteering.core.telephone import is_number
from volunteering.directory.duplicates import likely_duplicates
from volunteering.directory.legal import locked_fields
from volunteering.directory.models import AssociationPage
from volunteering.directory.models import Kind as AssociationType
from volunteering.directory.speaking import SENTENCES, office_of, speaks_for
from volunteering.directory.taking_charge import to_take_charge
from volunteering.moderation.concerns import register_concerns
from volunteering.moderation.kinds import Answers, Duplicate, Kind, Typed, register_kind
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.place_form import PlaceForm, typed_place, write_place
from volunteering.moderation.submitting.steps import StepForm
from volunteering.moderation.submitting.text import (
    WHOLE_ADDRESS,
    line_field,
    plain,
    rich,
    summary_field,
    text_field,
    ticked_field,
    title_field,
    web_field,
)

MOST_LINKS = 6
# As pages keep an e-mail address.
LONGEST_ADDRESS = 254


class PresentationForm(StepForm):
    name = "quoi"
    heading = _("Which association is it?")

    title = title_field(_("Its name"), _("As on its papers, without “association” in front."), _("Write its name."))
    acronym = line_field(_("Its initials"), _("If people call it by them, like ASPTT."), length=40)
    summary = summary_field(
        _("What does it do, in one or two sentences?"),
        _("For example: We mend what is broken with whoever brings it, every first Saturday."),
        _("Say in one or two sentences what it does."),
    )
    body = text_field(
        _("All there is to know"), _("For whom, with whom, since when. An empty line starts a paragraph.")
    )
    themes = ticked_field(_("Themes"), Theme)


class AddressForm(PlaceForm):
    heading = _("Where does one find it?")
    is_needed = False

    access = forms.MultipleChoiceField(
        label=_("Accessible for people with"),
        choices=ACCESS_CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick what you are sure of."),
    )
    access_note = line_field(_("How one gets in"), _("For example: Ramp on the left of the entrance"), length=500)


class ContactForm(StepForm):
    name = "contact"
    heading = _("How does one get in touch?")
    lead = _("Of the association’s office only, never of somebody’s home.")
    asides = ("social_links", "languages")

    website = web_field(_("Its website"), length=200)
    office_email = forms.EmailField(
        label=_("E-mail of the office"),
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text=_("The site writes there when somebody wants to give a hand."),
        error_messages={"invalid": _("Write an address like contact@example.org")},
    )
    office_phone = line_field(_("Telephone of the office"), _("For example: 04 77 00 00 00"), length=20)
    publish_contact = forms.BooleanField(label=_("Show this e-mail and this number to everyone"), required=False)
    social_links = forms.CharField(
        label=_("Pages on social networks"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One address per line."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), choices=Language.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean_office_phone(self) -> str:
        phone = " ".join(self.cleaned_data["office_phone"].split())
        if phone and not is_number(phone):
            raise forms.ValidationError(_("Write the number like this: 04 77 00 00 00"))
        return phone

    def clean_social_links(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["social_links"].splitlines() if line.strip()][:MOST_LINKS]
        field = forms.URLField(assume_scheme="https")
        try:
            return [field.clean(line) for line in lines]
        except forms.ValidationError as error:
            raise forms.ValidationError(WHOLE_ADDRESS) from error

    def told(self) -> list[tuple[Any, str]]:
        told = super().told()
        links = self.cleaned_data["social_links"]
        return [
            (label, " ".join(links) if label == self.fields["social_links"].label else value) for label, value in told
        ]


class PapersForm(StepForm):
    name = "papiers"
    heading = _("Its papers")
    lead = _("You have not got them at hand? Leave it empty: the town hall completes it.")
    template = ""

    kind = forms.ChoiceField(
        label=_("What kind of association is it?"),
        choices=AssociationType.choices,
        initial=AssociationType.ASSOCIATION_1901,
        required=False,
    )
    rna = line_field(_("RNA number"), _("On the receipt of the prefecture: a W and nine figures."), length=14)
    siret = line_field(_("SIRET number"), _("Fourteen figures, if it has one."), length=20)
    founded = forms.IntegerField(
        label=_("Founded in"),
        required=False,
        min_value=1000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
        help_text=_("A year, like 1974."),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Write a year with four figures, like 1974.")
        ),
    )

    def clean_rna(self) -> str:
        return self._number("rna", validate_rna)

    def clean_siret(self) -> str:
        return self._number("siret", validate_siret)

    def _number(self, name: str, validate: Any) -> str:
        number = normalise(self.cleaned_data[name])
        if number:
            validate(number)
        return number

    def clean_founded(self) -> int | None:
        year = self.cleaned_data["founded"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("Write a year that is not to come, like 1974."))
        return year


class AssociationKind(Kind):
    name = "association"
    label = _("Association")
    invitation = _("Put an association into the directory")
    about = _("So that residents find it, see what it does, and offer a hand.")
    icon = "building-community"
    order = 40
    model = AssociationPage
    steps = (PresentationForm, AddressForm, ContactForm, PapersForm)
    wanted = {"quoi": ("body", "themes"), "ou": ("address",), "contact": ("office_email",)}

    def write(self, page: AssociationPage, answers: Answers) -> None:
        """What the national register says stays as it says it."""
        what, where, contact, papers = (answers[name] for name in ("quoi", "ou", "contact", "papiers"))
        locked = {name: getattr(page, name) for name in locked_fields(page)}
        page.title, page.acronym, page.summary, page.body = (
            what["title"],
            what["acronym"],
            what["summary"],
            rich(what["body"], page.body),
        )
        page.themes = list(what["themes"])
        write_place(page, where)
        page.access_note = where["access_note"]
        for code in ACCESS_CODES:
            setattr(page, f"access_{code}", code in where["access"])
        for name in ("website", "office_email", "office_phone", "publish_contact", "social_links", "languages"):
            setattr(page, name, contact[name])
        page.kind = papers["kind"] or AssociationType.ASSOCIATION_1901
        page.rna, page.siret, page.founded = papers["rna"], papers["siret"], papers["founded"]
        for name, value in locked.items():
            setattr(page, name, value)

    def typed_from(self, page: AssociationPage, *, user: Any = None) -> Typed:
        names = ("title", "acronym", "summary")
        contact = {name: [getattr(page, name)] for name in ("website", "office_email", "office_phone")}
        contact |= {"social_links": ["\n".join(page.social_links or ())], "languages": list(page.languages or ())}
        contact |= {"publish_contact": ["on"]} if page.publish_contact else {}
        papers = {"kind": [page.kind], "rna": [page.rna], "siret": [page.siret]}
        return {
            "quoi": {
                **{name: [getattr(page, name)] for name in names},
                "body": [plain(page.body)],
                "themes": [str(each.pk) for each in page.themes.all()],
            },
            "ou": {**typed_place(page), "access": page.access_codes, "access_note": [page.access_note]},
            "contact": contact,
            "papiers": papers | ({"founded": [str(page.founded)]} if page.founded else {}),
        }

    def may_change(self, user: Any, page: AssociationPage) -> bool:
        return speaks_for(user, page.pk)

    def office_address(self, page: AssociationPage) -> str | None:
        return office_of(page)

    def likely_duplicates(self, page: AssociationPage) -> Iterator[Duplicate]:
        found = likely_duplicates(title=page.title, rna=page.rna, siret=page.siret, exclude_pk=page.pk)
        yield from (Duplicate(other, reason.label) for other, reason in found)

    def next_step(self, submission: Submission, token: str) -> tuple[str, Any] | None:
        return to_take_charge(submission, token)

    def public_texts(self, page: AssociationPage) -> list[str]:
        return [page.title, page.summary, plain(page.body), page.access_note]


register_concerns(SENTENCES)
register_kind(AssociationKind())
