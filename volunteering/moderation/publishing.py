"""The end of a workflow. Wagtail imports this module while its own models load: it imports none of them."""

from typing import Any

from django.core.exceptions import PermissionDenied

from volunteering.signals import version_approved


class Incomplete(PermissionDenied):
    """The approved version lacks something that publishing asks for: the approval does not count.

    Our screens say what is missing; any other of Wagtail's refuses, as it does for what is not permitted.
    """

    def __init__(self, page: Any, problems: dict[str, str]) -> None:
        super().__init__(f"{page} lacks {', '.join(problems)}")
        self.page, self.problems = page, problems


def publish_reviewed(workflow_state: Any, user: Any = None) -> None:
    """Publish the revision that was approved (for WAGTAIL_FINISH_WORKFLOW_ACTION). Raises `Incomplete`.

    Wagtail's own action publishes the latest revision: one saved during the review would go live unseen.
    `workflow_state` is a `wagtail.models.WorkflowState`, `user` the one who approved. Pages of other kinds than ours
    have no demands of ours.
    """
    publish_version(workflow_state.current_task_state.revision, user=user)


def publish_version(revision: Any, *, user: Any = None) -> None:
    """The same for a page without a workflow. `revision`: a `wagtail.models.Revision`. Raises `Incomplete`."""
    page = revision.as_object()
    problems = page.publishing_problems() if hasattr(page, "publishing_problems") else {}
    if problems:
        raise Incomplete(page, problems)
    version_approved.send(sender=type(page), revision=revision, page=page)
    revision.publish(user=user)
