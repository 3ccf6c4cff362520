"""The mails of applications: what happened, what comes next, one button. Nobody's address is in them."""

from volunteering.applications.notifications.proving import MyLink, NothingOfMine, ProveAddress
from volunteering.applications.notifications.sending import notify

__all__ = ["MyLink", "NothingOfMine", "ProveAddress", "notify"]
