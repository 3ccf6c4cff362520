"""How often one may ask for a hand, and how many mails one may cause."""

from datetime import timedelta

from django.http import HttpRequest

from volunteering.core.addresses import fingerprint
from volunteering.core.ratelimit import Limit, connection_of

ADDRESS_HERE = Limit("help_requests.address_and_connection", times=6, within=timedelta(hours=1))
ADDRESS = Limit("help_requests.address", times=10, within=timedelta(days=1))
# Against a crowd of robots that write to a crowd of addresses in the city's name.
EVERYONE = Limit("help_requests.everyone", times=200, within=timedelta(hours=1))
# Of 900,000 codes: one guess in 180,000 succeeds.
CODE = Limit("help_requests.code", times=5, within=timedelta(hours=48))
# A volunteer who reads one address after the other is no help.
SHOWN = Limit("help_requests.shown", times=30, within=timedelta(hours=1))


def may_ask(request: HttpRequest, address: str) -> bool:
    """Counts this request. The answer depends on how often one asked, not on what we know of the address."""
    whom = fingerprint(address)
    return ADDRESS_HERE.take(whom, connection_of(request)) and ADDRESS.take(whom) and EVERYONE.take()
