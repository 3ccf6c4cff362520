"""Publishing several pages at once in a listing asks what the editor asks."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from volunteering.core.publishing import incomplete, version_to_publish, what_they_lack


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: list, action: BulkAction
) -> HttpResponse | None:
    """All or nothing: half a selection published is what nobody meant, and hard to take back."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    chosen = [*objects, *_drafts_below(objects, action)]
    lacking = incomplete(version_to_publish(page) for page in chosen)
    if not lacking:
        return None
    said = _("Nothing was published: some of these pages are incomplete. Complete them, or select the others alone.")
    messages.error(request, format_html("{}{}", said, what_they_lack(lacking)))
    return redirect(action.next_url)


def _drafts_below(pages: Iterable[Page], action: BulkAction) -> Iterator[Page]:
    """What Wagtail publishes along with these pages when the editor ticks so."""
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in pages:
            drafts = page.get_descendants().not_live().defer_streamfields().specific()
            yield from (each for each in drafts if each.permissions_for_user(action.request.user).can_publish())
