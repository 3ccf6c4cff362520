"""Who speaks for the organiser of a mission, and where they are written to."""

from wagtail.models import Site

from volunteering.core.addresses import fingerprint
from volunteering.core.city import CitySettings
from volunteering.missions.models import MissionPage


def voices(mission: MissionPage) -> list[str]:
    """The association's office; the city's when the mission is the city's own or its association has no address."""
    office = mission.organiser.office_email if mission.organiser else ""
    return [address for address in (office or _city_office(mission),) if address]


def is_voice_of(mission: MissionPage, reader: str) -> bool:
    """`reader`: the fingerprint of an address."""
    return reader in {fingerprint(address) for address in voices(mission)}


def _city_office(mission: MissionPage) -> str:
    site = mission.get_site() or Site.objects.get(is_default_site=True)
    return CitySettings.for_site(site).office_email
