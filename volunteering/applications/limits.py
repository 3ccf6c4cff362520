"""How often one may sign up, and how many mails one may cause."""

from datetime import timedelta

from django.http import HttpRequest

from volunteering.core.addresses import fingerprint
from volunteering.core.ratelimit import Limit, connection_of

ADDRESS_HERE = Limit("applications.address_and_connection", times=6, within=timedelta(hours=1))
ADDRESS = Limit("applications.address", times=15, within=timedelta(days=1))
# Against a crowd of robots that write to a crowd of addresses in the city's name.
EVERYONE = Limit("applications.everyone", times=500, within=timedelta(hours=1))
# One person does not book a whole festival.
SIGN_UPS = Limit("applications.sign_ups", times=20, within=timedelta(days=1))
# Of one association: its members look for hands, they do not canvass a town.
INVITATIONS = Limit("applications.invitations", times=30, within=timedelta(days=1))
# Of 900,000 codes: one guess in 180,000 succeeds.
CODE = Limit("applications.code", times=5, within=timedelta(hours=48))

# Of one address from one place: several devices of a household, each every few minutes.
CALENDAR = Limit("applications.calendar", times=120, within=timedelta(hours=1))


def may_ask(request: HttpRequest, address: str) -> bool:
    """Counts this request. The answer depends on how often one asked, not on what we know of the address."""
    whom = fingerprint(address)
    return ADDRESS_HERE.take(whom, connection_of(request)) and ADDRESS.take(whom) and EVERYONE.take()
