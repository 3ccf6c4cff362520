"""A volunteer offers to come, and may take it back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.help_requests.actions.moving import lock, move, move_offer, remember
from volunteering.help_requests.history import OFFER
from volunteering.help_requests.models import ASKER, VOLUNTEER, HelpRequest, Offer
from volunteering.help_requests.notifications import SomebodyOffers, VolunteerLeft, tell_asker, tell_asker_of
from volunteering.help_requests.states import MAY_OFFER_AGAIN, Actor, OfferState, OfferVerb, State, Verb
from volunteering.relay.actions import start, write
from volunteering.volunteers.models import Volunteer


class Refused(Exception):
    """Why not, in words for the volunteer."""

    sentence: Promise = _("This cannot be done.")


class Gone(Refused):
    sentence = _("Somebody was quicker, or the request is over. Others are waiting: have a look.")


class TooManyOffers(Refused):
    sentence = _("You have offered your help several times already, thank you! First see what becomes of it.")


class OfferedBefore(Refused):
    sentence = _("You have offered your help here already.")


class OwnRequest(Refused):
    sentence = _("This is your own request.")


@transaction.atomic
def offer_help(*, request: HelpRequest, volunteer: Volunteer, text: str, user: AbstractBaseUser | None = None) -> Offer:
    """Raises the `Refused` that says why not, and what `relay.write` raises."""
    locked = lock(request)
    if locked.state != State.OPEN or locked.is_sensitive:
        raise Gone
    if locked.email and locked.email == volunteer.email:
        raise OwnRequest
    _check_number(volunteer)
    offer = _stand(locked, volunteer)
    write(conversation=offer.conversation, role=VOLUNTEER, text=text)
    remember(locked, OFFER, by=Actor.VOLUNTEER, user=user, offer=str(offer.pk))
    tell_asker_of(SomebodyOffers, offer)
    return offer


def _check_number(volunteer: Volunteer) -> None:
    """Under lock: two at the same moment count each other."""
    Volunteer.objects.select_for_update(of=("self",)).get(pk=volunteer.pk)
    if Offer.objects.of_volunteer(volunteer).standing().count() >= conf.HELP_OFFERS:
        raise TooManyOffers


def _stand(request: HelpRequest, volunteer: Volunteer) -> Offer:
    known = Offer.objects.select_related("conversation").filter(request=request, volunteer=volunteer).first()
    if known is None:
        return create_offer(request, volunteer)
    if known.state not in MAY_OFFER_AGAIN:
        raise OfferedBefore
    return renew_offer(known)


def create_offer(request: HelpRequest, volunteer: Volunteer) -> Offer:
    conversation = start(roles=(VOLUNTEER, ASKER))
    return Offer.objects.create(request=request, volunteer=volunteer, conversation=conversation)


def renew_offer(offer: Offer) -> Offer:
    offer.state, offer.offered_at, offer.answered_at = OfferState.OFFERED, timezone.now(), None
    offer.address_read_at = offer.phone_read_at = None
    offer.save()
    return offer


@transaction.atomic
def take_back(*, offer: Offer, by: Actor = Actor.VOLUNTEER, user: AbstractBaseUser | None = None) -> Offer:
    """Whoever was expected says so in time: the request is shown again. Raises `NotPossible`."""
    request = lock(offer.request)
    was_expected = Offer.objects.get(pk=offer.pk).state == OfferState.ACCEPTED
    gone = move_offer(offer, OfferVerb.TAKE_BACK, by=by, user=user)
    if was_expected:
        tell_asker(VolunteerLeft, move(request, Verb.REOPEN, by=by, user=user, matched_at=None))
    return gone
