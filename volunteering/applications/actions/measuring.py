"""How fast associations answer, for people to read before they sign up."""

from datetime import timedelta

from django.db.models import Avg, Count, F
from django.utils import timezone

from volunteering.applications.models import Application
from volunteering.core.freshness import touch
from volunteering.directory.models import AssociationPage

LOOK_BACK = timedelta(days=180)
# Fewer answers say nothing.
FEWEST = 3


def measure_answers() -> int:
    """Write the usual number of days on each association; None where too few were asked. Returns how many changed."""
    answered = Application.objects.filter(answered_at__isnull=False, asked_at__gte=timezone.now() - LOOK_BACK)
    measured = (
        answered.filter(capacity__mission__organiser__isnull=False)
        .values("capacity__mission__organiser")
        .annotate(number=Count("pk"), took=Avg(F("answered_at") - F("asked_at")))
        .filter(number__gte=FEWEST)
    )
    days = {row["capacity__mission__organiser"]: -(-row["took"] // timedelta(days=1)) for row in measured}
    changed = 0
    for association, before in AssociationPage.objects.values_list("pk", "answer_days"):
        if days.get(association) != before:
            changed += AssociationPage.objects.filter(pk=association).update(answer_days=days.get(association))
    if changed:
        touch()
    return changed
