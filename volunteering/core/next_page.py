"""Where a decision in the admin leads: back to the list it was taken from."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request


def next_page(request: HttpRequest, *, otherwise: str) -> str:
    """The path that the form carries in `next`, when it is one of this site; else that of the view named `otherwise`.

    A word without a slash would be no other site's, but Django would look for a view of this name.
    """
    carried = get_valid_next_url_from_request(request)
    return carried if carried.startswith("/") else reverse(otherwise)
