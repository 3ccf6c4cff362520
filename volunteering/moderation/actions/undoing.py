"""Taking a decision back while its author has not been told."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from volunteering.moderation.actions.versions import put_on_top
from volunteering.moderation.history import action_of
from volunteering.moderation.models import Event, Exchange, Side, Submission
from volunteering.moderation.states import State, Verb, check


class TooLate(Exception):
    """The ten minutes are over: its author knows."""


@transaction.atomic
def undo(*, submission: Submission, by: Any) -> Submission:
    """It waits again, and what was public before is public again. Raises `NotPossible`, `TooLate`, PermissionDenied."""
    rows = Submission.objects.select_for_update(of=("self",)).select_related("site", "page")
    locked = rows.get(pk=submission.pk)
    check(Verb.UNDO, locked.state)
    if locked.undo_until is None or timezone.now() >= locked.undo_until:
        raise TooLate
    page = locked.page and locked.page.specific
    if page is None or not page.permissions_for_user(by).can_publish():
        raise PermissionDenied
    if locked.state == State.APPROVED:
        _take_back(page, locked, by=by)
    if locked.revision is not None and (locked.state == State.APPROVED or locked.is_change):
        locked.revision = put_on_top(locked.revision, by=by)
    locked.state, locked.decided_at, locked.changed_at = State.WAITING, None, timezone.now()
    locked.save()
    Exchange.objects.create(submission=locked, side=Side.OFFICE, event=Event.UNDONE, by=by)
    log(instance=locked, action=action_of(Verb.UNDO), user=by)
    _review_again(Page.objects.get(pk=page.pk).specific)
    return locked


def _take_back(page: Page, locked: Submission, *, by: Any) -> None:
    """What was public before is public again."""
    if locked.revision_before is not None:
        locked.revision_before.publish(user=by)
    else:
        page.unpublish(user=by)


def _review_again(page: Page) -> None:
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=None)
    workflow = page.get_workflow()
    if workflow is not None:
        workflow.start(page, None)
