"""Somebody asks for a hand: it waits until their address is proven, then until an agent has read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from volunteering.core.addresses import clean_address
from volunteering.core.antispam.stamps import short_name, spend_stamp
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.letters import Letter
from volunteering.core.taxonomy import Neighbourhood
from volunteering.help_requests.actions.moving import move, remember
from volunteering.help_requests.history import ASK, ENTER
from volunteering.help_requests.models import HelpKind, HelpRequest
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.notifications import MyHelpLink, NoHelpRequest, ProveRequest, tell_arrived
from volunteering.help_requests.states import Actor, State, Verb


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody needs, and who they are. `duration`: minutes."""

    kind: HelpKind
    neighbourhood: Neighbourhood | None
    for_whom: str
    moment: str
    day: date | None = None
    duration: int
    frequency: str
    words: str = ""
    first_name: str
    last_name: str
    email: str = ""
    phone: str = ""
    shares_phone: bool = False
    address: str = ""

    def values(self) -> dict[str, Any]:
        return {**self.__dict__, "email": clean_address(self.email) if self.email else ""}


@transaction.atomic
def ask(*, wish: Wish, site: Site, language: str, stamp: str) -> HelpRequest:
    """Keep it until its owner confirms. One mail leaves, whatever we know of the address. Raises `Replayed`."""
    spend_stamp(stamp)
    request = HelpRequest.objects.create(**wish.values(), site=site, language=language, state=State.UNCONFIRMED)
    about, key = {"request": str(request.pk)}, f"ProveRequest:{request.pk}"
    post(letter=ProveRequest, to=request.email, about=about, dedup_key=key, site=site, language=language)
    return request


@transaction.atomic
def confirm(*, request: HelpRequest, user: AbstractBaseUser | None = None) -> HelpRequest:
    """The address is proven. A second time changes nothing and sends nothing."""
    locked = HelpRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if locked.state != State.UNCONFIRMED:
        return locked
    expires_at = timezone.now() + TERM
    confirmed = move(locked, Verb.CONFIRM, by=Actor.ASKER, user=user, asked_at=timezone.now(), expires_at=expires_at)
    tell_arrived(confirmed)
    return confirmed


@transaction.atomic
def ask_with_account(*, wish: Wish, site: Site, language: str, user: AbstractBaseUser) -> HelpRequest:
    """The address of `wish` is known to be theirs."""
    return _arrive(wish, site, by=Actor.ASKER, user=user, language=language, verb=ASK)


@transaction.atomic
def enter_for(*, wish: Wish, site: Site, language: str, by: AbstractBaseUser) -> HelpRequest:
    """Somebody on the telephone or at the counter, after the text was read aloud."""
    entered = {"entered_by_id": by.pk, "consent_read_at": timezone.now()}
    return _arrive(wish, site, by=Actor.AGENT, user=by, language=language, verb=ENTER, **entered)


def _arrive(
    wish: Wish, site: Site, *, by: Actor, user: AbstractBaseUser, language: str, verb: str, **values: Any
) -> HelpRequest:
    expires_at = timezone.now() + TERM
    request = HelpRequest.objects.create(
        **wish.values(), site=site, language=language, state=State.WAITING, expires_at=expires_at, **values
    )
    remember(request, verb, by=by, user=user)
    tell_arrived(request, by=by)
    return request


@transaction.atomic
def send_my_help_link(*, email: str, site: Site, language: str, stamp: str) -> None:
    """One mail to this address: the way to its requests, or that there are none. Raises `Replayed`."""
    spend_stamp(stamp)
    is_known = HelpRequest.objects.of_address(email).known().exists()
    letter: type[Letter] = MyHelpLink if is_known else NoHelpRequest
    key = f"{letter.__name__}:{short_name(stamp)}"
    post(letter=letter, to=email, about={}, dedup_key=key, site=site, language=language)
