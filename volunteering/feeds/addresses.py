"""Whole addresses of many pages: one prefix for the site instead of one look-up per page."""

from urllib.parse import quote

from django.urls import reverse
from wagtail.models import Site


class Addresses:
    """Of the pages beneath the root of one site, as other machines ask for them. Needs no request."""

    def __init__(self, site: Site) -> None:
        self.root = site.root_url
        self.pages = f"{site.root_url}{reverse('wagtail_serve', args=[''])}"
        self.root_path = site.root_page.url_path

    def of_page(self, url_path: str) -> str:
        """`url_path` is the page's own, which starts with that of the site's root."""
        return self.pages + quote(url_path.removeprefix(self.root_path))

    def of(self, path: str) -> str:
        """A path of this site, query string included."""
        return f"{self.root}{path}"
