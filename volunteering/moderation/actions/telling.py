"""Telling the office that something waits: each person of the groups who has not turned such mails off."""

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import Page, TaskState

from volunteering.core.outbox.actions import post
from volunteering.moderation.notifications import SomethingWaits

MOST_TOLD = 50


def readers(task_state: TaskState) -> QuerySet:
    """Wagtail's own preference (“Notifications” in one's account) holds here too."""
    users = get_user_model().objects.filter(is_active=True, groups__in=task_state.task.specific.groups.all())
    wants = Q(wagtail_userprofile__isnull=True) | Q(wagtail_userprofile__submitted_notifications=True)
    return users.filter(wants).exclude(email="").select_related("wagtail_userprofile").distinct().order_by("pk")


def tell_the_office(*, task_state: TaskState) -> None:
    page = task_state.workflow_state.content_object
    if not isinstance(page, Page):
        return
    author = task_state.workflow_state.requested_by_id
    for user in readers(task_state).exclude(pk=author)[:MOST_TOLD]:
        post(
            letter=SomethingWaits,
            to=user.email,
            about={"task_state": task_state.pk},
            dedup_key=f"SomethingWaits:{task_state.pk}:{user.pk}",
            site=page.get_site(),
            language=_language(user),
        )


def _language(user: object) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else ""
