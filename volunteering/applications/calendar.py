"""What of somebody's sign-ups stands in a calendar. The mails' entries and the feed's are the same."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Site

from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.calendar_entry import Entry, EntryStatus
from volunteering.core.links import absolute, host_of

# What is not here was never promised, or is not any more: neither the waiting list nor what was declined.
STATUSES = {
    State.REQUESTED: EntryStatus.TENTATIVE,
    State.DISCUSSING: EntryStatus.TENTATIVE,
    State.OFFERED: EntryStatus.TENTATIVE,
    State.ACCEPTED: EntryStatus.CONFIRMED,
    State.DONE: EntryStatus.CONFIRMED,
    State.NO_SHOW: EntryStatus.CONFIRMED,
    State.WITHDRAWN: EntryStatus.CANCELLED,
    State.CANCELLED: EntryStatus.CANCELLED,
}


def entry(
    application: Application, site: Site | None, *, status: EntryStatus, request: Any = None, **more: Any
) -> Entry:
    """Of a sign-up to a shift. `request`: what Wagtail remembers the sites' roots on, when there are many entries."""
    mission, capacity = application.mission, application.capacity
    return Entry(
        uid=f"{application.pk}@{host_of(site)}",
        # Each change comes later than the one before; seconds fit a calendar's whole numbers until 2038.
        sequence=int(application.changed_at.timestamp()) - int(application.asked_at.timestamp()),
        start=capacity.start,
        end=capacity.end,
        summary=mission.title,
        location=mission.full_address or mission.where,
        url=absolute(mission.get_url(request) or "", site),
        status=status,
        **more,
    )


def entries(applications: Iterable[Application], request: Any) -> Iterator[Entry]:
    """With where each stands, in words: many programs show no status."""
    sites = Site.objects.in_bulk()
    for application in applications:
        site_id, *_path = application.mission.get_url_parts(request) or (None,)
        status, said = STATUSES[State(application.state)], str(application.get_state_display())
        more = {"description": said, "changed_at": application.changed_at}
        yield entry(application, sites.get(site_id), status=status, request=request, **more)
