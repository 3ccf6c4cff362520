"""What people look for in the directory."""

from django.utils.translation import gettext_lazy as _

from volunteering.core.accessibility import ACCESS_CHOICES, ACCESS_CODES, satisfied
from volunteering.core.filtering import Facet, PlaceForm, SeveralField, TermsField, TickField, single
from volunteering.core.taxonomy import Theme, tied_to
from volunteering.core.terms import names
from volunteering.directory.models import AssociationPage, AssociationQuerySet, Kind
from volunteering.search.filtering import TextForm


class AssociationFilters(TextForm, PlaceForm):
    search_kind = "associations"

    theme = TermsField(label=_("Theme"), terms=lambda: names(Theme))
    recruits = TickField(label=_("Needs volunteers"))
    kind = SeveralField(label=_("Kind"), choices=Kind.choices)
    access = SeveralField(label=_("Accessible to people with"), choices=ACCESS_CHOICES)

    facets = {
        "theme": single("themes__slug"),
        "neighbourhood": single("neighbourhood__slug"),
        "recruits": Facet(("open_missions",), lambda number: ("1",) if number else ()),
        "kind": single("kind"),
        "access": Facet(tuple(f"access_{code}" for code in ACCESS_CODES), satisfied, needs_all=True),
    }
    sorts = {"name": _("By name"), "nearest": _("Nearest first"), "newest": _("Newest first")}
    quick = (("recruits", "1"),)
    more = ("theme", "neighbourhood", ("recruits",), "kind", "access", "sort")

    def narrow_theme(self, associations: AssociationQuerySet, slugs: list[str]) -> AssociationQuerySet:
        return associations.filter(pk__in=tied_to(AssociationPage, "themes", slugs))

    def narrow_recruits(self, associations: AssociationQuerySet, _yes: bool) -> AssociationQuerySet:
        return associations.filter(open_missions__gt=0)

    def narrow_kind(self, associations: AssociationQuerySet, codes: list[str]) -> AssociationQuerySet:
        return associations.filter(kind__in=codes)

    def narrow_access(self, associations: AssociationQuerySet, codes: list[str]) -> AssociationQuerySet:
        return associations.filter(**{f"access_{code}": True for code in codes})

    def order_name(self, associations: AssociationQuerySet) -> AssociationQuerySet:
        return associations.alphabetical()

    def order_newest(self, associations: AssociationQuerySet) -> AssociationQuerySet:
        return associations.order_by("-published_at", "-pk")
