"""Nothing is lost by deleting a page: a mission somebody signed up for stays, and so does what it stands beneath."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.models import Page

from volunteering.applications.models import Application


def before_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """For the hook of the same name, on the way to the question and again on the way to the deed."""
    people = people_below([page])
    if not people:
        return None
    unpublish = messages.button(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), _("Unpublish"))
    messages.error(request, refusal(people), buttons=[unpublish] if page.live else None)
    return redirect("wagtailadmin_pages:edit", page.pk)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: list, action: BulkAction
) -> HttpResponse | None:
    """All or nothing, as with publishing."""
    if action_type != "delete" or not issubclass(action.model, Page):
        return None
    people = people_below(objects)
    if not people:
        return None
    messages.error(request, refusal(people))
    return redirect(action.next_url)


def people_below(pages: Iterable[Page]) -> int:
    return Application.objects.below(pages).values("volunteer").distinct().count()


def refusal(people: int) -> str:
    return ngettext(
        "Nothing was deleted: %(people)d person has signed up for a mission here, and their sign-up would be lost."
        " Unpublish it instead: it disappears from the site, and the sign-up stays.",
        "Nothing was deleted: %(people)d people have signed up for missions here, and their sign-ups would be lost."
        " Unpublish instead: it disappears from the site, and the sign-ups stay.",
        people,
    ) % {"people": people}
