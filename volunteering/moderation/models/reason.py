"""What the office often has to write: a city words it once."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    ASK = "ask", _("Ask for a change")
    REFUSE = "refuse", _("Refuse")
    KEEP = "keep", _("A report: nothing to change")
    CORRECT = "correct", _("A report: corrected")
    TAKE_DOWN = "take_down", _("A report: taken down")


ON_SUBMISSIONS = (Decision.ASK, Decision.REFUSE)
ON_REPORTS = (Decision.KEEP, Decision.CORRECT, Decision.TAKE_DOWN)


class ReasonTemplate(models.Model):
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices)
    name = models.CharField(_("name"), max_length=80, help_text=_("As the office finds it: “The picture is unclear”."))
    words = models.TextField(
        _("text"),
        max_length=1000,
        help_text=_("What is read by whom it concerns. It stands before the words of the day."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("reason of a decision")
        verbose_name_plural = _("reasons of decisions")
        ordering = ["decision", "sort_order", "pk"]

    def __str__(self) -> str:
        return self.name


def reasons_for(decisions: Iterable[Decision]) -> list[tuple[Any, Any]]:
    """Choices of a form, by decision; the first is none."""
    found = list(ReasonTemplate.objects.filter(decision__in=decisions))
    by_decision = ((each.label, [(row.pk, row.name) for row in found if row.decision == each]) for each in decisions)
    return [("", _("None")), *((label, rows) for label, rows in by_decision if rows)]
