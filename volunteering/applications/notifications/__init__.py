"""The mails of applications: what happened, what comes next, one button. Nobody's address is in them."""

from volunteering.applications.notifications.leaving import SoonForgotten
from volunteering.applications.notifications.proving import MyLink, NothingOfMine, ProveAddress
from volunteering.applications.notifications.sending import notify, tell_place_is_free

__all__ = ["MyLink", "NothingOfMine", "ProveAddress", "SoonForgotten", "notify", "tell_place_is_free"]
