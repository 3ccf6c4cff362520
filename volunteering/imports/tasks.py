"""What runs later. Payload: the run's id and nothing else."""

from django_tasks import task

from volunteering.imports.runs import work_on


@task()
def continue_import(run_id: str) -> None:
    work_on(run_id)
