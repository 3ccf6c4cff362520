"""Who is written to. Each returns whether a mail was written; whoever has no e-mail gets none, and is called."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone
from wagtail.models import Site

from volunteering.core.city import CitySettings
from volunteering.core.outbox.actions import post
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.help_requests.notifications.about import AboutHelp, AboutOffer
from volunteering.help_requests.notifications.to_asker import Received
from volunteering.help_requests.notifications.to_office import RequestWaits, ToOffice
from volunteering.help_requests.states import Actor


def tell_arrived(request: HelpRequest, *, by: Actor = Actor.ASKER) -> None:
    """The office need not hear of what one of its agents has just entered."""
    tell_asker(Received, request)
    if by != Actor.AGENT:
        tell_office(RequestWaits, request, since=request.asked_at)


def tell_asker(letter: type[AboutHelp], request: HelpRequest, *, since: datetime | None = None) -> bool:
    """`since`: one mail for each such moment; by default, now."""
    if not request.email:
        return False
    key = f"{letter.__name__}:{request.pk}:{_stamp(since)}"
    about, whom = {"request": str(request.pk)}, {"site": request.site, "language": request.language}
    return post(letter=letter, to=request.email, about=about, dedup_key=key, **whom)


def tell_asker_of(letter: type[AboutOffer], offer: Offer, *, which: str = "") -> bool:
    request = offer.request
    if not request.email:
        return False
    key = f"{letter.__name__}:{offer.pk}:{which or _stamp()}"
    about, whom = {"offer": str(offer.pk)}, {"site": request.site, "language": request.language}
    return post(letter=letter, to=request.email, about=about, dedup_key=key, **whom)


def tell_volunteer(letter: type[AboutOffer], offer: Offer, *, which: str = "") -> bool:
    volunteer = offer.volunteer
    if volunteer is None or not volunteer.email:
        return False
    key = f"{letter.__name__}:{offer.pk}:{which or _stamp()}"
    about, whom = {"offer": str(offer.pk)}, {"site": offer.request.site, "language": volunteer.language}
    return post(letter=letter, to=volunteer.email, about=about, dedup_key=key, **whom)


def tell_office(letter: type[ToOffice], request: HelpRequest, *, since: datetime) -> bool:
    """In the city's own language; nobody where no office gave an address."""
    office = CitySettings.for_site(request.site or Site.objects.get(is_default_site=True)).office_email
    if not office:
        return False
    key = f"{letter.__name__}:{request.pk}:{_stamp(since)}"
    about, whom = {"request": str(request.pk)}, {"site": request.site, "language": settings.LANGUAGE_CODE}
    return post(letter=letter, to=office, about=about, dedup_key=key, **whom)


def _stamp(moment: datetime | None = None) -> str:
    return f"{moment or timezone.now():%Y%m%d%H%M%S%f}"
