"""Who of the admin may read and decide a submission: whoever Wagtail lets approve that page, no other list is kept."""

from typing import Any

from wagtail.models import Page, TaskState

from volunteering.moderation.models import Submission

# As Wagtail's tasks name what can be done in them.
APPROVE, REJECT = "approve", "reject"


def waiting_task(page: Page) -> TaskState | None:
    """The step of the workflow that waits for somebody; None without a workflow."""
    state = page.current_workflow_task_state
    return state if state is not None and state.status == TaskState.STATUS_IN_PROGRESS else None


def may_decide(user: Any, submission: Submission) -> bool:
    """On this page now: its workflow's step says so, or without a workflow the right to publish."""
    page = submission.page and submission.page.specific
    if page is None:
        return False
    task_state = waiting_task(page)
    if task_state is not None:
        actions = task_state.task.specific.get_actions(page, user)
        return APPROVE in {name for name, _label, _asks in actions}
    return page.permissions_for_user(user).can_publish()
