"""What is done with help requests, each verb one transaction: the row, its offers, its mails, its log entry.

Whoever locks, locks the request before its offers: then no two of these ever wait for each other.
"""

from volunteering.help_requests.actions.ageing import refresh_help_requests
from volunteering.help_requests.actions.answering import accept, decline, match, release
from volunteering.help_requests.actions.asking import (
    Wish,
    ask,
    ask_with_account,
    confirm,
    enter_for,
    send_my_help_link,
)
from volunteering.help_requests.actions.conversing import send_message
from volunteering.help_requests.actions.disclosing import Contact, Door, reveal, show_address, show_phone
from volunteering.help_requests.actions.ending import extend, finish, withdraw
from volunteering.help_requests.actions.forgetting import forget, part_with, part_with_offer
from volunteering.help_requests.actions.moderating import approve, correct, refuse
from volunteering.help_requests.actions.offering import Refused, offer_help, take_back
from volunteering.help_requests.actions.purging import purge_help_requests, purge_unconfirmed

__all__ = [
    "Contact",
    "Door",
    "Refused",
    "Wish",
    "accept",
    "approve",
    "ask",
    "ask_with_account",
    "confirm",
    "correct",
    "decline",
    "enter_for",
    "extend",
    "finish",
    "forget",
    "match",
    "offer_help",
    "part_with",
    "part_with_offer",
    "purge_help_requests",
    "purge_unconfirmed",
    "refresh_help_requests",
    "refuse",
    "release",
    "reveal",
    "send_message",
    "send_my_help_link",
    "show_address",
    "show_phone",
    "take_back",
    "withdraw",
]
