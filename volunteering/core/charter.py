"""Which text of the charter somebody accepted."""

from hashlib import sha256

from volunteering.core.city import CitySettings


def charter_version(city: CitySettings) -> str:
    """Changes when the text does; empty when the city has none."""
    return sha256(city.charter.strip().encode()).hexdigest()[:12] if city.charter.strip() else ""
