"""Wagtail's screens of the page types that are reviewed before they are published."""

from wagtail.admin.viewsets.pages import PageViewSet

from volunteering.moderation.views import ReviewActionView, ReviewEditView


class ReviewedViewSet(PageViewSet):
    """Approving an incomplete version says what is missing. Wagtail 7.4 names no view here, and refuses without it."""

    edit_view_class = ReviewEditView
    workflow_action_view_class = ReviewActionView
