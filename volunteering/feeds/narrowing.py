"""Which part of a subject a feed tells: `?theme=sport&theme=nature&neighbourhood=le-port&association=les-amis-du-port`.

`form_for` is the one place that chooses the form: a list's own filter takes its seat there. Such a form is given the
query string and has `.is_valid()`, `.errors`, `.narrow(rows)` and `.in_words()`.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from volunteering.agenda.models import EventPage, Occurrence
from volunteering.core.models import Neighbourhood, Theme
from volunteering.core.restrictions import everyone_may_read
from volunteering.directory.models import AssociationPage
from volunteering.feeds.subjects import Subject
from volunteering.missions.models import MissionPage

# An id longer than this is no row of ours, and would not fit into a query.
LONGEST_ID = 15


class TermsField(forms.ModelMultipleChoiceField):
    """Terms of a taxonomy by their slugs."""

    def __init__(self, model: type[Theme | Neighbourhood], **kwargs: Any) -> None:
        super().__init__(model.objects.all(), to_field_name="slug", required=False, **kwargs)

    def clean(self, value: Any) -> QuerySet:
        """A select that says "all" sends an empty value."""
        return super().clean([each for each in value or () if each])

    def _check_values(self, value: Any) -> QuerySet:
        for slug in value:
            try:
                validate_slug(slug)
            except ValidationError as error:
                raise ValidationError(self.error_messages["invalid_choice"], params={"value": slug[:60]}) from error
        return super()._check_values(value)


class Narrowing(forms.Form):
    theme = TermsField(
        Theme,
        label=_("Themes"),
        error_messages={"invalid_choice": _("There is no theme “%(value)s”. Take the address from the list again.")},
    )
    neighbourhood = TermsField(
        Neighbourhood,
        label=_("Neighbourhoods"),
        error_messages={
            "invalid_choice": _("There is no neighbourhood “%(value)s”. Take the address from the list again.")
        },
    )
    association = forms.CharField(label=_("Association"), required=False, max_length=255)

    def clean_association(self) -> AssociationPage | None:
        """Named by its slug or its number."""
        asked = self.cleaned_data["association"]
        if not asked:
            return None
        by = {"pk": int(asked)} if asked.isdecimal() and len(asked) <= LONGEST_ID else {"slug": asked}
        found = AssociationPage.objects.filter(everyone_may_read(), **by).only("title").first()
        if found is None:
            message = _("There is no association “%(value)s”. Take the address from its page again.")
            raise ValidationError(message, params={"value": asked[:60]})
        return found

    def narrow(self, rows: QuerySet) -> QuerySet:
        """Only the rows asked for. What could not be read narrows nothing: the caller decides what to say."""
        chosen = self.cleaned_data
        page = EventPage if rows.model is Occurrence else rows.model
        lead, itself = ("event__", "event") if rows.model is Occurrence else ("", "pk")
        if chosen.get("theme"):
            rows = rows.filter(**{f"{itself}__in": _having(page, "themes", list(chosen["theme"]))})
        if chosen.get("neighbourhood"):
            rows = rows.filter(**{f"{lead}neighbourhood__in": list(chosen["neighbourhood"])})
        if chosen.get("association"):
            rows = rows.filter(**_of_association(page, itself, chosen["association"]))
        return rows

    def in_words(self) -> str:
        """ "Sport, Nature · Le Port"; empty for everything."""
        chosen = self.cleaned_data
        parts = [", ".join(term.name for term in chosen.get(name) or ()) for name in ("theme", "neighbourhood")]
        parts.append(chosen["association"].title if chosen.get("association") else "")
        return " · ".join(part for part in parts if part)


def form_for(subject: Subject, query: QueryDict) -> Narrowing:
    """The one place: a richer form for this subject is returned from here."""
    return Narrowing(query)


def parameters(subject: Subject, query: QueryDict) -> QueryDict:
    """What of a list's query string a feed understands: the pages and days of a list mean nothing to it."""
    kept = QueryDict(mutable=True)
    for name in form_for(subject, query).fields:
        if chosen := [value for value in query.getlist(name) if value]:
            kept.setlist(name, chosen)
    return kept


def _having(page: type, relation: str, values: list) -> QuerySet:
    """The ids of pages tied to one of the values, as a subquery: a join would tell a page twice."""
    field = page._meta.get_field(relation)
    ties = field.remote_field.through.objects.filter(**{f"{field.m2m_reverse_field_name()}__in": values})
    return ties.values(field.m2m_field_name())


def _of_association(page: type, itself: str, association: AssociationPage) -> dict[str, Any]:
    if page is EventPage:
        return {f"{itself}__in": _having(page, "organisers", [association])}
    return {"organiser": association} if page is MissionPage else {"pk": association.pk}
