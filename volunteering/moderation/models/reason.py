"""What the office often has to write: a city words it once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Decision(models.TextChoices):
    ASK = "ask", _("Ask for a change")
    REFUSE = "refuse", _("Refuse")


class ReasonTemplate(models.Model):
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices)
    name = models.CharField(_("name"), max_length=80, help_text=_("As the office finds it: “The picture is unclear”."))
    words = models.TextField(
        _("text"), max_length=1000, help_text=_("What the author reads. It can be changed each time before it leaves.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("reason of a decision")
        verbose_name_plural = _("reasons of decisions")
        ordering = ["decision", "sort_order", "pk"]

    def __str__(self) -> str:
        return self.name
