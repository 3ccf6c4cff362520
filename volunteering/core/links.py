"""Links that mails carry: signed, for one purpose, for a while. GET opens a page, POST acts: scanners follow links.

    CONFIRM = SignedLink(purpose="alerts.confirm", lifetime=timedelta(hours=48))
    token = CONFIRM.sign(str(search.token))
    CONFIRM.read(token)  # the value, or BrokenLink, or ExpiredLink

What is signed can be read by whoever holds the link: ids and random tokens only, never an address or a name.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.core import signing
from django.utils import timezone
from wagtail.models import Site

from volunteering.conf import conf


class BrokenLink(Exception):
    """Not a link of ours for this purpose: mistyped, cut in two, or forged."""


class ExpiredLink(BrokenLink):
    """It was ours once."""


@dataclass(frozen=True, kw_only=True)
class SignedLink:
    purpose: str
    lifetime: timedelta

    @property
    def salt(self) -> str:
        return f"volunteering.links.{self.purpose}"

    def sign(self, value: Any) -> str:
        """A piece of an address. `value` is anything JSON can hold."""
        return signing.dumps(value, salt=self.salt)

    def read(self, token: str, *, since: datetime | None = None) -> Any:
        """Raises `BrokenLink`, `ExpiredLink`. `since`: what was signed earlier has expired too."""
        # A signature knows whole seconds.
        fresh = timezone.now() - since + timedelta(seconds=1) if since else self.lifetime
        try:
            return signing.loads(token, salt=self.salt, max_age=min(self.lifetime, fresh))
        except signing.SignatureExpired as error:
            raise ExpiredLink from error
        except (signing.BadSignature, ValueError) as error:
            raise BrokenLink from error


def base_address(site: Site | None = None) -> str:
    """Where the public site answers, without a slash at the end: the setting, else what Wagtail knows of the site."""
    if conf.BASE_URL:
        return conf.BASE_URL.rstrip("/")
    site = site or Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else ""


def absolute(address: str, site: Site | None = None) -> str:
    """A path of the site as a mail needs it. What is a whole address already keeps its own host."""
    return urljoin(f"{base_address(site)}/", address)


def host_of(site: Site | None = None) -> str:
    return urlsplit(base_address(site)).hostname or "localhost"
