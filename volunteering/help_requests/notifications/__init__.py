"""The mails of help requests: what happened, what comes next, one button. No address and no number is in them."""

from volunteering.help_requests.notifications.proving import MyHelpLink, NoHelpRequest, ProveRequest
from volunteering.help_requests.notifications.sending import (
    tell_arrived,
    tell_asker,
    tell_asker_of,
    tell_office,
    tell_volunteer,
)
from volunteering.help_requests.notifications.to_asker import (
    EndsSoon,
    Expired,
    Refused,
    Shown,
    SomebodyComes,
    SomebodyOffers,
    VolunteerLeft,
    VolunteerWrote,
)
from volunteering.help_requests.notifications.to_office import NobodyAnswers
from volunteering.help_requests.notifications.to_volunteer import (
    AskerWrote,
    NoLongerExpected,
    OfferAccepted,
    OfferDeclined,
    OfferPassed,
    Thanked,
)

__all__ = [
    "AskerWrote",
    "EndsSoon",
    "Expired",
    "MyHelpLink",
    "NoHelpRequest",
    "NoLongerExpected",
    "NobodyAnswers",
    "OfferAccepted",
    "OfferDeclined",
    "OfferPassed",
    "ProveRequest",
    "Refused",
    "Shown",
    "SomebodyComes",
    "SomebodyOffers",
    "Thanked",
    "VolunteerLeft",
    "VolunteerWrote",
    "tell_arrived",
    "tell_asker",
    "tell_asker_of",
    "tell_office",
    "tell_volunteer",
]
