"""Jobs run at once, but for Wagtail's own indexes: a fifth of a test's time, read by the admin's search alone.

The tests that look there ask for the fixture `wagtail_indexes`.
"""

from typing import Any

from django_tasks.backends.dummy import DummyBackend
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult

WAGTAILS_INDEXES = ("modelsearch.tasks.insert_or_update_object_task", "wagtail.tasks.update_reference_index_task")


class WithoutWagtailsIndexes(ImmediateBackend):
    def enqueue(self, task: Task, args: Any, kwargs: Any) -> TaskResult:
        if task.module_path in WAGTAILS_INDEXES:
            # Written down and left alone.
            return DummyBackend(self.alias, {}).enqueue(task, args, kwargs)
        return super().enqueue(task, args, kwargs)
