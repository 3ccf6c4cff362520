"""The default workflow: the associations office reads what is submitted under our three indexes."""

from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from volunteering.desk.setup.report import Line
from volunteering.desk.setup.wording import every_name, wording
from volunteering.moderation.models import ReviewTask


def set_up_workflow(moderators: Group, indexes: list[Page], new_pages: set[Page]) -> list[Line]:
    """One workflow, assigned to the indexes when it or they are new; an assignment removed since stays removed."""
    workflow = Workflow.objects.filter(name__in=every_name("workflow", "name")).first()
    is_new = workflow is None
    workflow = workflow or _create(moderators)
    for page in indexes:
        if is_new or page in new_pages:
            WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
    return [Line(str(Workflow._meta.verbose_name), workflow.name, workflow, is_new)]


def _create(moderators: Group) -> Workflow:
    words = wording()["workflow"]
    task = ReviewTask.objects.create(name=words["task"])
    task.groups.add(moderators)
    workflow = Workflow.objects.create(name=words["name"])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
