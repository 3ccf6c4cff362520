"""Who reads an address: never without an entry that says so."""

from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.help_requests.actions.moving import lock, remember
from volunteering.help_requests.history import REVEAL, SHOW_ADDRESS, SHOW_PHONE
from volunteering.help_requests.models import HelpRequest, Offer, RevealReason
from volunteering.help_requests.states import Actor, NotPossible


@dataclass(frozen=True)
class Contact:
    """Only `reveal` gives one."""

    email: str
    phone: str
    address: str
    words: str


class Door(NamedTuple):
    """Where to ring. Either may be empty: not everybody said it."""

    name: str
    address: str


@transaction.atomic
def show_address(*, offer: Offer, user: AbstractBaseUser) -> Door:
    """To the volunteer who is expected. Raises `NotPossible`."""
    current = _expected(offer)
    Offer.objects.filter(pk=current.pk).update(address_read_at=timezone.now())
    remember(current.request, SHOW_ADDRESS, by=Actor.VOLUNTEER, user=user, offer=str(current.pk))
    return Door(name=current.request.full_name, address=current.request.address)


@transaction.atomic
def show_phone(*, offer: Offer, user: AbstractBaseUser) -> str:
    """Where the asker wanted it so. Raises `NotPossible`."""
    current = _expected(offer)
    if not current.request.shares_phone:
        raise NotPossible("the number is not shown")
    Offer.objects.filter(pk=current.pk).update(phone_read_at=timezone.now())
    remember(current.request, SHOW_PHONE, by=Actor.VOLUNTEER, user=user, offer=str(current.pk))
    return current.request.phone


def _expected(offer: Offer) -> Offer:
    request = lock(offer.request)
    current = Offer.objects.get(pk=offer.pk)
    current.request = request
    if not current.may_read_address:
        raise NotPossible("this volunteer is not expected (any more)")
    return current


@transaction.atomic
def reveal(*, request: HelpRequest, reason: RevealReason, words: str = "", by: AbstractBaseUser) -> Contact:
    """To an agent, and the entry that says who looked and why: never one without the other."""
    log(instance=request, action=REVEAL, user=by, data={"reason": str(reason), "words": words})
    return Contact(email=request.email, phone=request.phone, address=request.address, words=request.words)
