"""How much one may propose, and how many mails one may cause."""

from datetime import timedelta

from django.http import HttpRequest

from volunteering.core.addresses import fingerprint
from volunteering.core.ratelimit import Limit, connection_of

# Drafts cost little and are forgotten; a town hall's whole library sits behind one connection.
BEGIN = Limit("moderation.begin", times=60, within=timedelta(hours=1))
BEGIN_EVERYONE = Limit("moderation.begin_everyone", times=600, within=timedelta(hours=1))
SEND = Limit("moderation.send", times=15, within=timedelta(days=1))
ADDRESS_HERE = Limit("moderation.address_and_connection", times=6, within=timedelta(hours=1))
ADDRESS = Limit("moderation.address", times=15, within=timedelta(days=1))
EVERYONE = Limit("moderation.everyone", times=500, within=timedelta(hours=1))
CODE = Limit("moderation.code", times=5, within=timedelta(hours=48))
WRITE = Limit("moderation.write", times=20, within=timedelta(days=1))
UPLOAD = Limit("moderation.upload", times=30, within=timedelta(hours=1))
REPORT_HERE = Limit("moderation.report_page_and_connection", times=5, within=timedelta(hours=1))
REPORT = Limit("moderation.report", times=60, within=timedelta(hours=1))
REPORT_EVERYONE = Limit("moderation.report_everyone", times=600, within=timedelta(hours=1))


def may_begin(request: HttpRequest) -> bool:
    """Counts this request."""
    return BEGIN.take(connection_of(request)) and BEGIN_EVERYONE.take()


def may_ask(request: HttpRequest, address: str) -> bool:
    """Counts this request. The answer depends on how often one asked, not on what we know of the address."""
    whom = fingerprint(address)
    return ADDRESS_HERE.take(whom, connection_of(request)) and ADDRESS.take(whom) and EVERYONE.take()


def may_report(request: HttpRequest, *, page: int, address: str) -> bool:
    """Counts this request. `address` may be empty: then nobody is written to."""
    whence = connection_of(request)
    may = REPORT_HERE.take(str(page), whence) and REPORT.take(whence) and REPORT_EVERYONE.take()
    return may and (not address or may_ask(request, address))
