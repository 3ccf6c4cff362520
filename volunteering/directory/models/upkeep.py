"""Whether a record still says what is so, and whether the city keeps it off the site."""

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Notices after which a record that nobody confirmed is marked as such.
STALE_AFTER = 2
LONGEST_REASON = 500
MERGED = _("This record was merged into another one, which speaks for the association: publish that one.")
SUSPENDED = _("This association is suspended: lift the suspension first.")


class UpkeepMixin(models.Model):
    """Facts, told by no editor.

    `confirmed_at`: when somebody last said that all is right, by a click or by publishing. `notices`: how often it was
    asked since, the last time at `noticed_at`. `retired_at`: taken off the site because nobody answered.
    `held_revision`: what was public when it was taken off; None when there was no revision of it. `suspended_live`:
    whether the city took it off by suspending it.
    """

    confirmed_at = models.DateTimeField(null=True, editable=False, db_index=True)
    notices = models.PositiveSmallIntegerField(default=0, editable=False)
    noticed_at = models.DateTimeField(null=True, editable=False)
    retired_at = models.DateTimeField(null=True, editable=False)
    held_revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    suspended_at = models.DateTimeField(null=True, editable=False)
    suspension_reason = models.CharField(max_length=LONGEST_REASON, editable=False, default="")
    suspended_live = models.BooleanField(default=False, editable=False)

    # The record of the same association that is kept instead of this one.
    merged_into = models.ForeignKey(
        "volunteering.AssociationPage", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    check_facts = ("confirmed_at", "notices", "noticed_at", "retired_at", "held_revision")
    suspension_facts = ("suspended_at", "suspension_reason", "suspended_live")
    upkeep_facts = (*check_facts, *suspension_facts, "merged_into")

    class Meta:
        abstract = True

    @property
    def stale_since(self) -> datetime | None:
        """When it was last confirmed, once nobody has answered twice."""
        return self.confirmed_at if self.notices >= STALE_AFTER else None

    def kept_off(self) -> str:
        """A suspended record stays off until the suspension is lifted; one that was merged into another, for good."""
        rows = type(self)._base_manager.filter(pk=self.pk).values_list("suspended_at", "merged_into")
        suspended_at, merged_into = (self.pk and rows.first()) or (None, None)
        if merged_into:
            return str(MERGED)
        return str(SUSPENDED) if suspended_at else ""

    def confirm(self, now: datetime | None = None) -> None:
        """Begin the next year. Not saved."""
        self.confirmed_at = now or timezone.now()
        self.notices, self.noticed_at, self.retired_at, self.held_revision_id = 0, None, None, None
