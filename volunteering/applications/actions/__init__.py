"""What is done with applications, each verb one transaction: the row, its places, its line, its mails, its log entry.

Whoever locks, locks the shift before the application: then no two of these ever wait for each other.
"""

from volunteering.applications.actions.answering import accept, decline, discuss
from volunteering.applications.actions.conversing import (
    hide_phone,
    read_reported,
    report,
    send_message,
    settle_report,
    show_phone,
)
from volunteering.applications.actions.ending import cancel, cancel_shift, declare, mark_done, mark_no_show, withdraw
from volunteering.applications.actions.forgetting import forget, part_with
from volunteering.applications.actions.inviting import invite
from volunteering.applications.actions.leaving import purge_volunteers, warn_volunteers
from volunteering.applications.actions.measuring import measure_answers
from volunteering.applications.actions.proving import ask_to_sign_up, confirm, send_my_link
from volunteering.applications.actions.purging import purge_applications, purge_messages, purge_sign_ups
from volunteering.applications.actions.reminding import send_reminders
from volunteering.applications.actions.signing_up import Refused, sign_up, take
from volunteering.applications.actions.subscribing import close_calendar, open_calendar
from volunteering.applications.actions.waiting import expire_overdue, fill_freed_places

__all__ = [
    "Refused",
    "accept",
    "ask_to_sign_up",
    "cancel",
    "cancel_shift",
    "close_calendar",
    "confirm",
    "declare",
    "decline",
    "discuss",
    "expire_overdue",
    "fill_freed_places",
    "forget",
    "hide_phone",
    "invite",
    "mark_done",
    "mark_no_show",
    "measure_answers",
    "open_calendar",
    "part_with",
    "purge_applications",
    "purge_messages",
    "purge_sign_ups",
    "purge_volunteers",
    "read_reported",
    "report",
    "send_message",
    "send_my_link",
    "send_reminders",
    "settle_report",
    "show_phone",
    "sign_up",
    "take",
    "warn_volunteers",
    "withdraw",
]
