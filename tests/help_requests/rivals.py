"""What several people do at the same moment (tests/rig/race.py)."""

import time

from django.db import IntegrityError

from tests.rig.race import mine
from volunteering.help_requests.actions import accept, offer_help
from volunteering.help_requests.actions.offering import TooManyOffers
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import Actor, NotPossible, OfferState, State
from volunteering.volunteers.models import Volunteer


def say_yes(offers: list[str]) -> bool:
    """To one of the offers, another for each process. Whether it was this one."""
    try:
        accept(offer=Offer.objects.get(pk=mine(offers)), by=Actor.ASKER)
    except NotPossible:
        return False
    return True


def look_then_say_yes(request: str) -> bool:
    """The negative control: looks first, writes later."""
    if HelpRequest.objects.get(pk=request).state != State.OPEN:
        return False
    time.sleep(0.2)
    HelpRequest.objects.filter(pk=request).update(state=State.MATCHED)
    return True


def choose_all(offers: list[str]) -> bool:
    """Past our own code: the database alone refuses a second one."""
    try:
        Offer.objects.filter(pk=mine(offers)).update(state=OfferState.ACCEPTED)
    except IntegrityError:
        return False
    return True


def offer_everywhere(volunteer: str, requests: list[str]) -> bool:
    """One volunteer, another request for each process."""
    request = HelpRequest.objects.get(pk=mine(requests))
    try:
        offer_help(request=request, volunteer=Volunteer.objects.get(pk=volunteer), text="Je viens.")
    except TooManyOffers:
        return False
    return True
