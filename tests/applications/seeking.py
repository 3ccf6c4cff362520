"""What an association does to find hands."""

from tests.factories import VolunteerFactory
from tests.pages import soup
from volunteering.applications import actions


def somebody(**values):
    """Who lets themselves be found."""
    return VolunteerFactory(**{"may_be_found": True, **values})


def invite(capacity, volunteer, member, **values):
    return actions.invite(volunteer=volunteer, capacity=capacity, user=member, **values)


def search(capacity, **asked):
    return f"/engagement/mon-association/missions/{capacity.mission.pk}/chercher/", asked


def names(client, capacity, **asked):
    page = client.get(*search(capacity, **asked))
    return {heading.get_text() for heading in soup(page).select(".v-status h3")}
