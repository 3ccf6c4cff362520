"""The city's own questions, as its editors wrote them."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.files import NotTaken, check_file
from volunteering.moderation.models import LARGEST_FILE, Answer, Answering, Question
from volunteering.moderation.submitting.steps import StepForm, TypedStep
from volunteering.moderation.submitting.when_form import day_field

ANSWER = _("Please answer this question.")
LONGEST_LINE, LONGEST_TEXT = 255, 3000
FILE_HELP = _("A PDF, a picture or a text document of at most %(mb)d MB.") % {"mb": LARGEST_FILE // 1024 // 1024}


def field_for(question: Question) -> forms.Field:
    asked: dict[str, Any] = {
        "label": question.label,
        "help_text": question.help_text,
        "required": question.is_required,
        "error_messages": {"required": ANSWER},
    }
    match question.answering:
        case Answering.TEXT:
            return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **asked)
        case Answering.CHOICE:
            choices = [(each, each) for each in question.choice_list]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **asked)
        case Answering.NUMBER:
            asked["error_messages"] |= {"invalid": _("Write a number, for example 12.")}
            widget = forms.TextInput(attrs={"inputmode": "decimal"})
            return forms.DecimalField(max_digits=12, decimal_places=2, localize=True, widget=widget, **asked)
        case Answering.DATE:
            return day_field(question.label, question.help_text, required=question.is_required)
        case Answering.FILE:
            return forms.FileField(**{**asked, "help_text": question.help_text or FILE_HELP})
    return forms.CharField(max_length=LONGEST_LINE, **asked)


class ExtraForm(StepForm):
    """`known`: {question's key: Answer} of files that were sent before."""

    name = "precisions"
    heading = _("A few more questions")
    lead: Promise = _("The town hall needs this to help you. It is not published.")

    def __init__(
        self,
        typed: TypedStep | None = None,
        *,
        questions: list[Question],
        known: dict[int, Answer] | None = None,
        files: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(typed, **kwargs)
        self.questions, self.known = questions, known or {}
        self.files = files or {}
        self.is_bound = self.is_bound or files is not None
        for question in questions:
            self.fields[question.field_name] = self._field(question)

    def _field(self, question: Question) -> forms.Field:
        field, before = field_for(question), self.known.get(question.pk)
        if before and before.file_name:
            # Sent already: nobody has to look for it again.
            field.required = False
            field.help_text = _("We have got “%(name)s”. Choose another file to replace it.") % {
                "name": before.file_name
            }
        return field

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name, value in list(data.items()):
            if isinstance(value, UploadedFile):
                try:
                    check_file(value)
                except NotTaken as problem:
                    self.add_error(name, problem.sentence)
        return data

    def settled(self, typed: TypedStep) -> TypedStep:
        files = {question.field_name for question in self.questions if question.answering == Answering.FILE}
        # An answer that is empty on purpose is an answer too: the step was reached.
        return {"": [""], **{name: values for name, values in typed.items() if name not in files}}

    def told(self) -> list[tuple[Any, str]]:
        files = [(each.label, self.known[each.pk].file_name) for each in self.questions if each.pk in self.known]
        return [*super().told(), *[(label, name) for label, name in files if name]]
