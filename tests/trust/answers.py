"""What someone gets: an answer of the site in one word."""

from django.contrib.messages import ERROR
from django.http import HttpResponse
from django.urls import reverse

LOGIN = "login"
REFUSED = "refused"
MOVED = "moved"


def sign_in_addresses() -> tuple[str, ...]:
    return tuple(reverse(name) for name in ("wagtailadmin_login", "account_login", "wagtailcore_login"))


def answer(response: HttpResponse) -> str:
    """ "200", "404"… · "login": sent to sign in · "refused": 403, or sent away with an error · "moved": sent on."""
    if response.status_code == 403:
        return REFUSED
    if response.status_code not in (301, 302, 303):
        return str(response.status_code)
    if response["Location"].partition("?")[0] in sign_in_addresses():
        return LOGIN
    # Only what this request told: messages that were never shown wait for the next page.
    told = response.wsgi_request._messages._queued_messages
    return REFUSED if any(message.level >= ERROR for message in told) else MOVED
