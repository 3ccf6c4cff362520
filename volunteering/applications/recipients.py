"""Who speaks for the organiser of a mission, and where they are written to."""

from wagtail.models import Site

from volunteering.core.accounts import address_of
from volunteering.core.addresses import fingerprint
from volunteering.core.city import CitySettings
from volunteering.missions.models import MissionPage


def voices(mission: MissionPage) -> list[str]:
    """The association's members, else its office; the city's office when the mission is the city's own, or when its
    association has no address or is suspended.
    """
    return _members(mission) or _office(mission) or _known(_city_office(mission))


def is_voice_of(mission: MissionPage, reader: str) -> bool:
    """`reader`: the fingerprint of an address. The office may still answer once the association has members."""
    addresses = [*_members(mission), *_office(mission)] or _known(_city_office(mission))
    return reader in {fingerprint(address) for address in addresses}


def _members(mission: MissionPage) -> list[str]:
    if mission.organiser is None or mission.is_suspended:
        return []
    memberships = mission.organiser.memberships.select_related("user")
    return _known(*(address_of(membership.user) for membership in memberships))


def _office(mission: MissionPage) -> list[str]:
    return _known(mission.organiser.office_email) if mission.organiser and not mission.is_suspended else []


def _known(*addresses: str) -> list[str]:
    return [address for address in addresses if address]


def _city_office(mission: MissionPage) -> str:
    site = mission.get_site() or Site.objects.get(is_default_site=True)
    return CitySettings.for_site(site).office_email
