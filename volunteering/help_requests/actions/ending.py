"""How a request ends, and how it holds for longer."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.help_requests.actions.moving import move, move_offer
from volunteering.help_requests.actions.setting_aside import set_aside
from volunteering.help_requests.models import ASKER, HelpRequest
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.notifications import Thanked, tell_volunteer
from volunteering.help_requests.states import Actor, OfferState, OfferVerb, Verb
from volunteering.relay.actions import write


@transaction.atomic
def finish(
    *,
    request: HelpRequest,
    minutes: int | None = None,
    thanks: str = "",
    by: Actor,
    user: AbstractBaseUser | None = None,
) -> HelpRequest:
    """The hand was given; the address is shown no more. `thanks`: a last message. Raises `NotPossible`, and what
    `relay.write` raises.
    """
    done = move(request, Verb.FINISH, by=by, user=user, worked=minutes)
    for offer in done.offers.filter(state=OfferState.ACCEPTED).select_related("conversation"):
        if thanks:
            write(conversation=offer.conversation, role=ASKER, text=thanks)
        tell_volunteer(Thanked, move_offer(offer, OfferVerb.FINISH, by=by, user=user))
    return done


@transaction.atomic
def withdraw(*, request: HelpRequest, by: Actor, user: AbstractBaseUser | None = None) -> HelpRequest:
    """Whoever offered is told. Raises `NotPossible`."""
    gone = move(request, Verb.WITHDRAW, by=by, user=user)
    set_aside(gone, by=by)
    return gone


@transaction.atomic
def extend(*, request: HelpRequest, by: Actor, user: AbstractBaseUser | None = None) -> HelpRequest:
    """For 30 days from now. Raises `NotPossible`."""
    return move(request, Verb.EXTEND, by=by, user=user, expires_at=timezone.now() + TERM)
