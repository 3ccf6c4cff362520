"""The mails of the directory, under the headings where editors see them."""

from django.utils.translation import gettext_lazy as _

from volunteering.directory.notifications.claims import ClaimAccepted, ClaimCode, Claimed, ClaimRefused, ClaimWaits
from volunteering.directory.notifications.members import Invited
from volunteering.directory.notifications.records import RecordRetired, RecordStale, StillRight
from volunteering.directory.notifications.suspensions import SuspensionLifted, SuspensionToldOf

__all__ = [
    "MAILS",
    "ClaimAccepted",
    "ClaimCode",
    "ClaimRefused",
    "ClaimWaits",
    "Claimed",
    "Invited",
    "RecordRetired",
    "RecordStale",
    "StillRight",
    "SuspensionLifted",
    "SuspensionToldOf",
]

MAILS = (
    ("invitations", _("Invitations"), (Invited,)),
    ("claims", _("Claims of records"), (ClaimCode, Claimed, ClaimWaits, ClaimAccepted, ClaimRefused)),
    ("suspensions", _("Suspensions"), (SuspensionToldOf, SuspensionLifted)),
    ("records", _("Yearly check of the records"), (StillRight, RecordStale, RecordRetired)),
)
