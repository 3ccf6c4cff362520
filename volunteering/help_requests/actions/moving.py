"""The one way a request or an offer changes: looked at under lock, written only if it still stands so, logged."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.help_requests.history import VERBS, action_of
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.states import (
    CLOSED,
    MOVES,
    OFFER_MOVES,
    Actor,
    NotPossible,
    OfferVerb,
    Verb,
    check,
)


def lock(request: HelpRequest) -> HelpRequest:
    """As it stands now; it stays so until this transaction ends. Whoever locks, locks the request before its offers."""
    rows = HelpRequest.objects.select_for_update(of=("self",)).select_related("kind", "neighbourhood", "site")
    return rows.get(pk=request.pk)


def move(
    request: HelpRequest, verb: Verb, *, by: Actor, user: AbstractBaseUser | None = None, **values: Any
) -> HelpRequest:
    """Within a transaction. Raises `NotPossible`."""
    request, allowed = lock(request), MOVES[verb]
    check(verb, request.state, by)
    before = request.state
    values["state"] = allowed.to or before
    if values["state"] in CLOSED:
        values["closed_at"] = timezone.now()
    # The condition decides, also where a database knows no locks.
    if not HelpRequest.objects.filter(pk=request.pk, state__in=allowed.since).update(**values):
        raise NotPossible("somebody else was quicker")
    for name, value in values.items():
        setattr(request, name, value)
    remember(request, verb, by=by, user=user, before=before)
    return request


def move_offer(
    offer: Offer, verb: OfferVerb, *, by: Actor, user: AbstractBaseUser | None = None, **values: Any
) -> Offer:
    """Within a transaction that has locked its request. Raises `NotPossible`."""
    offer = Offer.objects.select_for_update(of=("self",)).select_related("volunteer", "conversation").get(pk=offer.pk)
    check(verb, offer.state, by)
    values["state"] = OFFER_MOVES[verb].to
    try:
        with transaction.atomic():
            changed = Offer.objects.filter(pk=offer.pk, state=offer.state).update(**values)
    except IntegrityError as error:
        raise NotPossible("somebody else comes already") from error
    if not changed:
        raise NotPossible("somebody else was quicker")
    for name, value in values.items():
        setattr(offer, name, value)
    if verb in VERBS:
        log(instance=offer.request, action=action_of(verb), user=user, data={"by": str(by), "offer": str(offer.pk)})
    return offer


def remember(
    request: HelpRequest, verb: str, *, by: Actor, user: AbstractBaseUser | None, before: str = "", **data: str
) -> None:
    told = {"by": str(by), "before": str(before), "after": str(request.state), **data}
    log(instance=request, action=action_of(verb), user=user, data=told)
