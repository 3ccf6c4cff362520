"""What a submission changes, field by field: Wagtail's own comparison."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page


def changes(page: Page, *, public: Page, proposed: Page, request: HttpRequest) -> list[Any]:
    """Of those fields that differ: Wagtail's comparisons, each with `field_label()` and `htmldiff()`."""
    handler = page.get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    compared = (comparison(public, proposed) for comparison in handler.get_comparison())
    return [each for each in compared if each.has_changed()]
