"""How many mails one may have sent to an address, and all together."""

from datetime import timedelta

from django.http import HttpRequest

from volunteering.core.addresses import fingerprint
from volunteering.core.ratelimit import Limit, connection_of

ADDRESS_HERE = Limit("alerts.address_and_connection", times=4, within=timedelta(hours=1))
ADDRESS = Limit("alerts.address", times=10, within=timedelta(days=1))
# Against a crowd of robots that write to a crowd of addresses in the city's name.
EVERYONE = Limit("alerts.everyone", times=500, within=timedelta(hours=1))


def may_ask(request: HttpRequest, address: str) -> bool:
    """Counts this request. The answer depends on how often one asked, not on what we know of the address."""
    whom = fingerprint(address)
    return ADDRESS_HERE.take(whom, connection_of(request)) and ADDRESS.take(whom) and EVERYONE.take()
