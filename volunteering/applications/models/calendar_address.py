"""The secret address under which a calendar program reads somebody's missions."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.volunteers.models import Volunteer


class CalendarAddressQuerySet(models.QuerySet):
    def answering(self) -> "CalendarAddressQuerySet":
        """Whoever pauses is out of the calendar too, until they are back."""
        return self.filter(volunteer__is_paused=False)


class CalendarAddress(models.Model):
    """One at most; stopping it deletes the row, and the next one is another.

    The secret is not in the row: the address carries `id` with a signature of 256 bits that only the site's secret key
    can write. So it can be shown again to its owner, whose next device needs it too, which a digest could not; and a
    copy of the database opens nobody's calendar, which a stored secret would.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    volunteer = models.OneToOneField(Volunteer, on_delete=models.CASCADE, related_name="calendar_address")
    since = models.DateTimeField(default=timezone.now)

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self) -> str:
        return str(self.volunteer_id)
