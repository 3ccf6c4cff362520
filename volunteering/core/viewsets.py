"""The editors' face of the words a city sorts its life by."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from volunteering.core.taxonomy import Issue, Neighbourhood, Skill, Theme


class TermViewSet(SnippetViewSet):
    """Ordered by hand: "Sort item order" in the listing's menu gives each row a handle to drag."""

    sort_order_field = "sort_order"
    ordering = ("sort_order", "name")
    list_display: ClassVar[list] = ["name", "slug", UpdatedAtColumn()]
    list_per_page = 100
    inspect_view_enabled = True
    # The menu "Engagement" is where they are: not a second time under "Snippets".
    menu_item_is_registered = True


class ThemeViewSet(TermViewSet):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display: ClassVar[list] = ["name", "slug", "icon", "domain", UpdatedAtColumn()]


class SkillViewSet(TermViewSet):
    model = Skill
    icon = "pick"
    menu_label = _("Skills")


class NeighbourhoodViewSet(TermViewSet):
    model = Neighbourhood
    icon = "globe"
    menu_label = _("Neighbourhoods")
    list_display: ClassVar[list] = ["name", "slug", "referent", UpdatedAtColumn()]


class IssueViewSet(TermViewSet):
    model = Issue
    icon = "openquote"
    menu_label = _("City issues")
