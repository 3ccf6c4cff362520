"""The editors' face of associations: the listing, its columns and filters."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from volunteering.core.listings import (
    TITLE_COLUMNS,
    TRAILING_COLUMNS,
    ExplorerView,
    ListingFilterSet,
    ListingView,
    ListingViewSet,
    OneTypeMixin,
    place_column,
)
from volunteering.core.listings.filters import one_of
from volunteering.directory import upkeep
from volunteering.directory.models import AssociationPage, Kind
from volunteering.moderation.viewsets import ReviewedViewSet

# Where a record stands in the yearly check; the dashboard counts the same.
IN_UPKEEP = {
    "asked": upkeep.asked,
    "stale": upkeep.stale,
    "retired": upkeep.retired,
    "unreachable": upkeep.unreachable,
}
UPKEEP = [
    ("asked", _("Asked, no answer yet")),
    ("stale", _("Not confirmed")),
    ("retired", _("Off the site: nobody confirmed")),
    ("unreachable", _("To confirm, without any address")),
]


class AssociationFilterSet(ListingFilterSet):
    kind = one_of(_("Kind"), Kind.choices, "filter_kind")
    recruits = one_of(
        _("Missions"), [("yes", _("Looks for volunteers")), ("no", _("No open mission"))], "filter_recruits"
    )

    check = one_of(_("Yearly check"), UPKEEP, "filter_upkeep")

    class Meta:
        model = AssociationPage
        fields: list[str] = []

    def filter_upkeep(self, associations: QuerySet, name: str, value: str) -> QuerySet:
        return associations.filter(pk__in=IN_UPKEEP[value]().values("pk"))

    def filter_kind(self, associations: QuerySet, name: str, value: str) -> QuerySet:
        return associations.filter(kind=value)

    def filter_recruits(self, associations: QuerySet, name: str, value: str) -> QuerySet:
        return associations.filter(open_missions__gt=0) if value == "yes" else associations.filter(open_missions=0)


class AssociationColumns(OneTypeMixin):
    export_values = {"kind": AssociationPage.get_kind_display}

    def for_listing(self, pages: QuerySet) -> QuerySet:
        return pages.select_related("neighbourhood").defer("body", "access_note")


class AssociationListingView(AssociationColumns, ListingView):
    add_item_label = _("New association")
    default_ordering = "sort_title"

    def get_valid_orderings(self) -> list[str]:
        # Titles are ordered as a French reader expects, accents and capitals aside.
        return [*super().get_valid_orderings(), "sort_title", "-sort_title"]


class AssociationExplorerView(AssociationColumns, ExplorerView):
    """Under the index page."""


class AssociationListing(ListingViewSet):
    model = AssociationPage
    name = "volunteering_associations"
    url_prefix = "engagement/associations"
    icon = menu_icon = "group"
    menu_label = _("Associations")
    index_view_class = AssociationListingView
    filterset_class = AssociationFilterSet
    list_display = [
        *TITLE_COLUMNS,
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        place_column(),
        Column("open_missions", label=_("Open missions"), sort_key="open_missions"),
        *TRAILING_COLUMNS,
    ]
    list_export = [
        "title",
        "acronym",
        "kind",
        "neighbourhood",
        "rna",
        "siret",
        "website",
        "public_email",
        "public_phone",
        "open_missions",
        "live",
        "latest_revision_created_at",
        "full_url",
    ]
    export_headings = {
        "public_email": _("Published e-mail"),
        "public_phone": _("Published telephone"),
        "open_missions": _("Open missions"),
        "full_url": _("Address"),
    }
    export_filename = "associations"


class AssociationExplorer(ReviewedViewSet):
    """What Wagtail's own screens show of these pages."""

    model = AssociationPage
    index_view_class = AssociationExplorerView
    filterset_class = AssociationFilterSet
    list_display = AssociationListing.list_display
    list_export = AssociationListing.list_export
    export_headings = AssociationListing.export_headings
    export_filename = AssociationListing.export_filename
