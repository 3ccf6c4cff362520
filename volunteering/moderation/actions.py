"""Verbs of moderation. Wagtail imports this module while its own models load: it imports none of them."""

from typing import Any


def publish_reviewed(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was approved (for WAGTAIL_FINISH_WORKFLOW_ACTION).

    Wagtail's own action publishes the latest revision: one saved during the review would go live unseen.
    `workflow_state` is a `wagtail.models.WorkflowState`, `user` the one who approved.
    """
    workflow_state.current_task_state.revision.publish(user=user)
