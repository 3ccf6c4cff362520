"""What a city asks beside our own questions, without a developer; and what was answered."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models.submission import Submission

MOST_CHOICES = 30
LARGEST_FILE = 5 * 1024 * 1024  # bytes


class Answering(models.TextChoices):
    LINE = "line", _("A short text")
    TEXT = "text", _("A long text")
    CHOICE = "choice", _("One of several choices")
    NUMBER = "number", _("A number")
    DATE = "date", _("A date")
    FILE = "file", _("A file (PDF, picture, text document)")


class QuestionQuerySet(models.QuerySet):
    def asked_of(self, kind: str) -> "QuestionQuerySet":
        return self.filter(kind=kind, is_asked=True)


class Question(models.Model):
    kind = models.CharField(_("form"), max_length=20)
    label = models.CharField(
        _("question"), max_length=160, help_text=_("As one says it: “Do you need the keys of the hall?”")
    )
    help_text = models.CharField(_("help"), max_length=255, blank=True, help_text=_("An example helps most."))
    answering = models.CharField(_("answered by"), max_length=10, choices=Answering.choices, default=Answering.LINE)
    choices = models.TextField(_("choices"), blank=True, help_text=_("One per line, for “one of several choices”."))
    is_required = models.BooleanField(_("must be answered"), default=False)
    is_asked = models.BooleanField(
        _("asked now"), default=True, help_text=_("Untick to ask no more; the answers given so far stay.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of a form")
        verbose_name_plural = _("questions of the forms")
        ordering = ["kind", "sort_order", "pk"]
        indexes = [models.Index(fields=["kind", "sort_order"], name="question_of_form")]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        if self.answering == Answering.CHOICE and not 2 <= len(self.choice_list) <= MOST_CHOICES:
            problem = _("Write between 2 and %(most)d choices, one per line.") % {"most": MOST_CHOICES}
            raise ValidationError({"choices": problem})

    @property
    def choice_list(self) -> list[str]:
        return list(dict.fromkeys(line.strip() for line in self.choices.splitlines() if line.strip()))

    @property
    def field_name(self) -> str:
        return f"question_{self.pk}"


class Answer(models.Model):
    """Goes with its submission. A file is kept in the database: no address leads to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="extra_answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    file_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)

    class Meta:
        verbose_name = _("answer to a question of a form")
        verbose_name_plural = _("answers to questions of the forms")
        ordering = ["question__sort_order", "question_id"]
        constraints = [models.UniqueConstraint(fields=["submission", "question"], name="answer_once")]

    def __str__(self) -> str:
        return str(self.pk)
