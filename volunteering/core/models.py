"""The ground's models, each kept in the file that explains it."""

from volunteering.core.antispam.stamps import UsedStamp
from volunteering.core.charter import CharterVersion
from volunteering.core.city import CitySettings
from volunteering.core.freshness import Freshness
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.words.models import MailWords
from volunteering.core.ratelimit import Hits
from volunteering.core.taxonomy import Issue, Neighbourhood, Skill, Theme

__all__ = [
    "CharterVersion",
    "CitySettings",
    "Freshness",
    "Hits",
    "Issue",
    "MailWords",
    "Neighbourhood",
    "OutgoingMail",
    "Skill",
    "Theme",
    "UsedStamp",
]
