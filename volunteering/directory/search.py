"""How the search finds associations, and finds by their names what they do."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from volunteering.core.restrictions import everyone_may_read
from volunteering.directory.models import AssociationPage
from volunteering.search.registry import SearchKind, Texts, named, place_of, register


def readable_associations(relation: str) -> Prefetch:
    """An association whose record not everyone may read is not to be found by its name either."""
    return Prefetch(relation, queryset=AssociationPage.objects.filter(everyone_may_read()).only("title", "acronym"))


def association_texts(association: AssociationPage) -> Texts:
    return Texts(
        title=f"{association.title} {association.acronym}",
        keywords=f"{association.summary} {named(association.themes)} {place_of(association)}",
        body=association.plain("body"),
    )


register(
    SearchKind(
        name="associations",
        label=_("Associations"),
        rank=30,
        model=AssociationPage,
        found=AssociationPage.objects.all,
        order=["sort_title"],
        for_index=lambda pages: pages.select_related("neighbourhood").prefetch_related("themes"),
        texts=association_texts,
        cards=lambda pks: AssociationPage.objects.filter(pk__in=pks).for_cards(),
        template="volunteering/search/_associations.html",
    )
)
