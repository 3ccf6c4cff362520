"""What Wagtail tells: approvals, rejections, publications and deletions made on its own screens are decisions too."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext, override
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.signals import page_published, task_rejected, task_submitted, workflow_approved

from volunteering.moderation.actions.deciding import note_decision
from volunteering.moderation.actions.reporting import close_for_deleted, tell_who_answers
from volunteering.moderation.actions.telling import tell_the_office
from volunteering.moderation.models import ReportDecision, ReviewTask, Submission
from volunteering.moderation.states import State, Verb
from volunteering.signals import content_decided, version_approved


def _waiting(page: Page) -> Submission | None:
    return Submission.objects.waiting().of_page(page).select_related("site").first()


@receiver(version_approved, dispatch_uid="volunteering.moderation.version_approved")
def remember_what_is_public(revision: Revision, page: Page, **kwargs: Any) -> None:
    """So that the approval can be undone."""
    public = Page.objects.filter(pk=page.pk, live=True).first()
    before = public and (public.live_revision or _snapshot(public))
    Submission.objects.waiting().of_page(page).update(revision=revision, revision_before=before or None)


def _snapshot(public: Page) -> Revision:
    """Of a page that went live without a version, as imports write them."""
    newest = public.latest_revision_id
    version = public.specific.save_revision(changed=False)
    Page.objects.filter(pk=public.pk).update(latest_revision_id=newest)
    return version


@receiver(workflow_approved, dispatch_uid="volunteering.moderation.workflow_approved")
def note_approval(instance: WorkflowState, user: Any, **kwargs: Any) -> None:
    page = instance.content_object
    if isinstance(page, Page) and (submission := _waiting(page)):
        words = instance.current_task_state.comment
        note_decision(submission=submission, verb=Verb.APPROVE, words=words, by=user)


@receiver(task_rejected, dispatch_uid="volunteering.moderation.task_rejected")
def note_rejection(instance: TaskState, user: Any, **kwargs: Any) -> None:
    page = instance.workflow_state.content_object
    if isinstance(page, Page) and (submission := _waiting(page)):
        note_decision(submission=submission, verb=Verb.ASK, words=instance.comment, by=user)


@receiver(page_published, dispatch_uid="volunteering.moderation.page_published")
def note_publication(instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    """An editor published it without the workflow. Old versions that come back are no approval of the new one.

    What the end of a workflow publishes is told by `note_approval`, with who approved and why.
    """
    if revision is not None and _ends_workflow(instance, revision):
        return
    found = Submission.objects.open().of_page(instance).select_related("site", "revision").first()
    if found is None or revision is None or found.revision is None or revision.created_at < found.revision.created_at:
        return
    if found.state == State.CHANGES:
        # Put right by the office itself.
        Submission.objects.filter(pk=found.pk).update(state=State.WAITING)
        found.state = State.WAITING
    note_decision(submission=found, verb=Verb.APPROVE, words="", by=revision.user)


def _ends_workflow(page: Page, revision: Revision) -> bool:
    approved = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_APPROVED)
    return approved.filter(current_task_state__revision=revision).exists()


@receiver(pre_delete, dispatch_uid="volunteering.moderation.pre_delete")
def refuse_what_has_no_draft(instance: Any, **kwargs: Any) -> None:
    """Nothing is left to read: its author is told, and it waits no longer. Pages are deleted as what they are."""
    if not isinstance(instance, Page):
        return
    for submission in Submission.objects.open().of_page(instance).select_related("site"):
        with override(submission.language or None):
            words = gettext("The town hall has deleted this draft.")
        note_decision(submission=submission, verb=Verb.REFUSE, words=words, by=None)


@receiver(task_submitted, dispatch_uid="volunteering.moderation.task_submitted")
def note_task(instance: TaskState, **kwargs: Any) -> None:
    """Wagtail's own notice is for its own task; that of `ReviewTask` goes through the outbox."""
    if isinstance(instance.task.specific, ReviewTask):
        tell_the_office(task_state=instance)


@receiver(pre_delete, sender=Page, dispatch_uid="volunteering.moderation.page_deleted")
def note_deletion(instance: Page, **kwargs: Any) -> None:
    """Of whatever type: Django deletes, and tells, the row of the tree too."""
    close_for_deleted(page=instance)


@receiver(content_decided, dispatch_uid="volunteering.moderation.content_decided")
def tell_authors(page: Page, decision: ReportDecision, **kwargs: Any) -> None:
    """Whoever proposed the page, or a change of it, that was published."""
    approved = Submission.objects.of_page(page).filter(state=State.APPROVED).order_by("pk")
    tell_who_answers(decision=decision, to=approved.values_list("email", flat=True).distinct())
