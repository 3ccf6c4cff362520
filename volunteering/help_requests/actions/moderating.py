"""What an agent decides before anybody else reads a request."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from volunteering.help_requests.actions.moving import move
from volunteering.help_requests.actions.setting_aside import set_aside
from volunteering.help_requests.models import HelpRequest
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.notifications import Refused, Shown, tell_asker
from volunteering.help_requests.states import Actor, RefuseReason, Verb


@transaction.atomic
def approve(*, request: HelpRequest, need: str, is_sensitive: bool, by: AbstractBaseUser) -> HelpRequest:
    """`need`: in neutral words, what volunteers read; nothing else of it. Raises `NotPossible`."""
    now = timezone.now()
    values = {"need": need, "is_sensitive": is_sensitive, "opened_at": now, "expires_at": now + TERM}
    opened = move(request, Verb.APPROVE, by=Actor.AGENT, user=by, **values)
    tell_asker(Shown, opened)
    return opened


@transaction.atomic
def correct(*, request: HelpRequest, need: str, is_sensitive: bool, by: AbstractBaseUser) -> HelpRequest:
    """Raises `NotPossible`."""
    return move(request, Verb.CORRECT, by=Actor.AGENT, user=by, need=need, is_sensitive=is_sensitive)


@transaction.atomic
def refuse(*, request: HelpRequest, reason: RefuseReason, words: str = "", by: AbstractBaseUser) -> HelpRequest:
    """Whoever asked reads the reason, and the words. Raises `NotPossible`."""
    refused = move(request, Verb.REFUSE, by=Actor.AGENT, user=by, reason=reason, reason_words=words)
    set_aside(refused, by=Actor.SITE)
    tell_asker(Refused, refused)
    return refused
