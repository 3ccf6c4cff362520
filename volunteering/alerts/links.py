"""The links that the mails of saved searches carry. Each says which search, and nothing about whom."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from volunteering.alerts.models import UNCONFIRMED_FOR, SavedSearch
from volunteering.core.links import BrokenLink, SignedLink, absolute

CONFIRM = SignedLink(purpose="alerts.confirm", lifetime=UNCONFIRMED_FOR)
# Every mail brings a fresh one.
MANAGE = SignedLink(purpose="alerts.manage", lifetime=timedelta(days=90))
# Whoever digs out an old mail to stop the new ones must be able to.
STOP = SignedLink(purpose="alerts.stop", lifetime=timedelta(days=3 * 365))
STOP_ALL = SignedLink(purpose="alerts.stop_all", lifetime=timedelta(days=3 * 365))


def link_to(view: str, link: SignedLink, search: SavedSearch) -> str:
    """The whole address of a page about this search: `view` is the name of its URL."""
    return absolute(reverse(f"volunteering:{view}", args=[link.sign(str(search.pk))]), search.site)


def search_behind(link: SignedLink, token: str) -> SavedSearch | None:
    """The search a link is about; None when it is gone. Raises `BrokenLink`, `ExpiredLink`."""
    key = link.read(token)
    try:
        return SavedSearch.objects.select_related("site", "user").filter(pk=key).first()
    except (ValidationError, TypeError) as error:
        raise BrokenLink from error
