"""What is done to submissions and reports. Each verb is one transaction: the row, the page, the history, the mails."""

from volunteering.moderation.actions.deciding import (
    ReadAgain,
    approve,
    ask_for_change,
    note_decision,
    refuse,
    write_to_author,
)
from volunteering.moderation.actions.drafting import begin, keep_author, keep_extra, keep_picture, keep_step
from volunteering.moderation.actions.following import (
    purge,
    reopen,
    send_change_link,
    send_draft_link,
    send_my_links,
    withdraw,
    write_to_office,
)
from volunteering.moderation.actions.reporting import (
    NothingOpen,
    close_for_deleted,
    decide,
    purge_reports,
    report,
    tell_who_answers,
)
from volunteering.moderation.actions.sending import ChangedMeanwhile, PageBusy, confirm, deliver, send
from volunteering.moderation.actions.undoing import TooLate, undo

__all__ = [
    "ChangedMeanwhile",
    "NothingOpen",
    "PageBusy",
    "ReadAgain",
    "TooLate",
    "approve",
    "ask_for_change",
    "begin",
    "close_for_deleted",
    "confirm",
    "decide",
    "deliver",
    "keep_author",
    "keep_extra",
    "keep_picture",
    "keep_step",
    "note_decision",
    "purge",
    "purge_reports",
    "refuse",
    "reopen",
    "report",
    "send",
    "send_change_link",
    "send_draft_link",
    "send_my_links",
    "tell_who_answers",
    "undo",
    "withdraw",
    "write_to_author",
    "write_to_office",
]
