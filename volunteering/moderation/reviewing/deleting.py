"""A question that was answered stays: its answers are read with it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpResponse
from wagtail.admin.views.generic import DeleteView


class DeleteQuestion(DeleteView):
    template_name = "volunteering/reviewing/delete_question.html"

    @property
    def is_answered(self) -> bool:
        return self.object.answers.exists()

    def form_valid(self, form: BaseForm) -> HttpResponse:
        if self.is_answered:
            raise PermissionDenied
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_protected": self.is_answered}
