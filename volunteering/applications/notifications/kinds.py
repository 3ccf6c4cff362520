"""Every kind of mail of sign-ups, as editors find them."""

from django.utils.translation import gettext_lazy as _

from volunteering.applications.notifications.leaving import SoonForgotten
from volunteering.applications.notifications.messages import AssociationWrote, VolunteerWrote
from volunteering.applications.notifications.proving import MyLink, NothingOfMine, ProveAddress
from volunteering.applications.notifications.reminders import (
    DidItTakePlace,
    NoAnswerYet,
    Reminder,
    StillWaits,
    WereYouThere,
)
from volunteering.applications.notifications.suspensions import MissionGoesOn, MissionHeld
from volunteering.applications.notifications.to_organiser import PlaceFreed, SomebodyAsks, SomebodyComes, SomebodyLeft
from volunteering.applications.notifications.to_volunteer import (
    Accepted,
    Cancelled,
    Declined,
    InDiscussion,
    Invited,
    Offered,
    OfferOver,
    OnWaitingList,
    Requested,
    Thanked,
    Withdrawn,
)

# In the order in which somebody may get them.
SIGNING_UP = (ProveAddress, Requested, Accepted, InDiscussion, OnWaitingList, Offered, OfferOver, Declined, NoAnswerYet)
AFTERWARDS = (Reminder, Withdrawn, Cancelled, MissionHeld, MissionGoesOn, WereYouThere, Thanked)
AT_ANY_TIME = (Invited, AssociationWrote, MyLink, NothingOfMine, SoonForgotten)
TO_ASSOCIATIONS = (SomebodyAsks, SomebodyComes, StillWaits, SomebodyLeft, PlaceFreed, DidItTakePlace, VolunteerWrote)

MAILS = (
    ("sign_ups", _("To volunteers"), (*SIGNING_UP, *AFTERWARDS, *AT_ANY_TIME)),
    ("applicants", _("To associations"), TO_ASSOCIATIONS),
)
