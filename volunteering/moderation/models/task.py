"""The step of a workflow in which the office reads what was submitted."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class ReviewTask(AbstractGroupApprovalTask):
    """Wagtail's group approval, told to the group through our outbox: no resident waits for a mail server."""

    class Meta:
        verbose_name = _("reading by the office")
        verbose_name_plural = _("readings by the office")

    @classmethod
    def get_description(cls) -> str:
        return _("Members of the chosen groups read, approve, or ask for a change; they are told by mail")
