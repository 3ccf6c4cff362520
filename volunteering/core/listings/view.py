"""The listing itself: constant number of queries, bounded search."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from volunteering.core.listings.exports import SafeExportMixin

PER_PAGE = 50
# More than anybody reads; keeps a search for one letter from filling the memory.
MOST_FOUND = 1000


def view_permission(model: type[Page]) -> str:
    return f"{model._meta.app_label}.view_{model._meta.model_name}"


def may_list(user: AbstractBaseUser, model: type[Page]) -> bool:
    """Whether the listing opens for this person."""
    policy = PagePermissionPolicy()
    return user.has_perm(view_permission(model)) or policy.user_has_any_permission(
        user, ListingView.any_permission_required
    )


def with_workflow_states(pages: QuerySet) -> QuerySet:
    """Whether each page of one type is in a workflow, read for all at once.

    Wagtail's `prefetch_workflow_states` finds nothing for them: it asks for states kept under the general type, unless
    the pages were fetched by `specific()`.
    """
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return pages.prefetch_related(
        Prefetch("_specific_workflow_states", queryset=states, to_attr="_current_workflow_states")
    )


class OneTypeMixin(SafeExportMixin):
    """Pages of one type in a Wagtail listing. Subclasses say what their columns need, in `for_listing`."""

    paginate_by = PER_PAGE

    def for_listing(self, pages: QuerySet) -> QuerySet:
        return pages

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Wagtail's own, without fetching each page again as what it already is; then what our columns need."""
        pages = with_workflow_states(pages).annotate_site_root_state().annotate_approved_schedule()
        return self.for_listing(pages)

    def order_queryset(self, pages: QuerySet) -> QuerySet:
        """What has no value comes last either way."""
        if not self.ordering or self.ordering == "ord":
            return pages
        key = F(self.ordering.removeprefix("-"))
        last = key.desc(nulls_last=True) if self.ordering.startswith("-") else key.asc(nulls_last=True)
        return pages.order_by(last, "pk")

    def search_queryset(self, pages: QuerySet) -> QuerySet:
        """Found by the index, ordered by the column: ordering by relevance is quadratic on SQLite."""
        if not self.is_searching:
            return pages
        titles = self.model.objects.only("pk").order_by("title")
        found = titles.autocomplete(self.search_query, order_by_relevance=False)
        return pages.filter(pk__in=[page.pk for page in found[:MOST_FOUND]])


class ListingView(OneTypeMixin, IndexView):
    """All pages of the type. For whoever may do something to one of them, or has the view permission."""

    results_template_name = "volunteering/desk/listing_results.html"

    def user_has_any_permission(self, permissions: Any) -> bool:
        return self.may_see_all or super().user_has_any_permission(permissions)

    @cached_property
    def may_see_all(self) -> bool:
        return self.request.user.has_perm(view_permission(self.model))

    def get_base_queryset(self) -> QuerySet:
        pages = self.model.objects.all()
        if not self.may_see_all:
            pages = pages.filter(pk__in=self.permission_policy.explorable_instances(self.request.user).values("pk"))
        return self.annotate_queryset(pages)

    def get_ordering(self) -> str:
        ordering = self.request.GET.get("ordering", self.default_ordering)
        return ordering if ordering in self.get_valid_orderings() else self.default_ordering


class ExplorerView(OneTypeMixin, ExplorableIndexView):
    """The same columns where one walks through the tree of pages."""


class ListingViewSet(PageListingViewSet):
    """`ListingView` as an entry of the menu. Shown to those who may open it."""

    index_view_class: ClassVar[type[ListingView]] = ListingView
    list_per_page = PER_PAGE

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        model = self.model

        class ListingMenuItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return may_list(request.user, model)

        return ListingMenuItem
