"""Every kind of mail of help requests, as editors find them."""

from django.utils.translation import gettext_lazy as _

from volunteering.help_requests.notifications.proving import MyHelpLink, NoHelpRequest, ProveRequest
from volunteering.help_requests.notifications.to_asker import (
    EndsSoon,
    Expired,
    Received,
    Refused,
    Shown,
    SomebodyComes,
    SomebodyOffers,
    VolunteerLeft,
    VolunteerWrote,
)
from volunteering.help_requests.notifications.to_office import NobodyAnswers, RequestWaits
from volunteering.help_requests.notifications.to_volunteer import (
    AskerWrote,
    NoLongerExpected,
    OfferAccepted,
    OfferDeclined,
    OfferPassed,
    Thanked,
)

# In the order in which somebody may get them.
ASKING = (ProveRequest, Received, Shown, Refused, SomebodyOffers, SomebodyComes, VolunteerLeft)
LATER = (EndsSoon, Expired, VolunteerWrote, MyHelpLink, NoHelpRequest)
GIVING = (OfferAccepted, OfferPassed, OfferDeclined, NoLongerExpected, AskerWrote, Thanked)

MAILS = (
    ("help_requests", _("To whoever asks for a hand"), (*ASKING, *LATER)),
    ("help_offers", _("To whoever offers a hand"), GIVING),
    ("help_office", _("To the office: help requests"), (RequestWaits, NobodyAnswers)),
)
