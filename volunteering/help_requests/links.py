"""The links that the mails of help requests carry. Each says which row, and nothing about whom."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.models import Site

from volunteering.core.links import BrokenLink, SignedLink, absolute
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.models.help_request import UNCONFIRMED_FOR

PROVE = SignedLink(purpose="help_requests.prove", lifetime=UNCONFIRMED_FOR)
# To type the code that we mailed instead of following its link: opens nothing by itself.
CODE = SignedLink(purpose="help_requests.code", lifetime=UNCONFIRMED_FOR)
# One request, for whoever reads the asker's mails; every mail brings a fresh one.
FOLLOW = SignedLink(purpose="help_requests.follow", lifetime=timedelta(days=90))


def prove_link(request: HelpRequest) -> str:
    return _address("prove_help_request", PROVE.sign(str(request.pk)), site=request.site)


def follow_link(request: HelpRequest) -> str:
    return _address("follow_help_request", FOLLOW.sign(str(request.pk)), site=request.site)


def extend_link(request: HelpRequest) -> str:
    return _address("extend_help_request", FOLLOW.sign(str(request.pk)), site=request.site)


def asker_thread_link(offer: Offer) -> str:
    token = FOLLOW.sign(str(offer.request_id))
    return _address("help_thread", token, offer.pk, site=offer.request.site)


def offer_link(offer: Offer) -> str:
    """In the volunteer's account: nobody reads an address by having a link."""
    return _address("my_help_offer", offer.pk, site=offer.request.site)


def _address(view: str, *parts: object, site: Site | None) -> str:
    return absolute(reverse(f"volunteering:{view}", args=parts), site)


def row_behind(link: SignedLink, token: str, rows: models.QuerySet) -> Any:
    """The row a link is about. Raises `BrokenLink` when it is gone, too."""
    try:
        found = rows.filter(pk=UUID(link.read(token))).first()
    except (ValidationError, ValueError, TypeError, AttributeError) as error:
        raise BrokenLink from error
    if found is None:
        raise BrokenLink
    return found
