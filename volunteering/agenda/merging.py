"""Events of an association whose record was merged into another's."""

from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage


def move_events(*, kept: AssociationPage, other: AssociationPage) -> None:
    """An event of both has one organiser less."""
    rows = EventPage.organisers.through.objects
    shared = list(rows.filter(associationpage=kept).values_list("eventpage", flat=True))
    rows.filter(associationpage=other, eventpage__in=shared).delete()
    rows.filter(associationpage=other).update(associationpage=kept)
