"""The lists of themes, skills, kinds of a hand, neighbourhoods and issues."""

import pytest
from django.urls import reverse

from tests.trust.roles import Role, browser
from volunteering.core.viewsets import IssueViewSet, NeighbourhoodViewSet, SkillViewSet, ThemeViewSet
from volunteering.help_requests.viewsets import HelpKindViewSet

LISTS = (ThemeViewSet, SkillViewSet, NeighbourhoodViewSet, IssueViewSet, HelpKindViewSet)


@pytest.mark.parametrize("viewset", LISTS, ids=lambda viewset: viewset.model._meta.model_name)
def test_what_an_editor_searched_for_can_be_sorted_by_every_column(viewset, found_city):
    editor = browser(Role.EDITOR)
    where = reverse(f"wagtailsnippets_volunteering_{viewset.model._meta.model_name}:list")
    columns = [name for name in viewset.list_display if isinstance(name, str)]
    for column in (*columns, "sort_order", "no-column"):
        for ordering in (column, f"-{column}"):
            assert editor.get(where, {"q": "a", "ordering": ordering}).status_code == 200, ordering
