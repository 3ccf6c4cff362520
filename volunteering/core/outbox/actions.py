"""Posting a mail. Nothing is sent here: a row is written, in the transaction of what the mail tells."""

import logging
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from volunteering.core.addresses import clean_address
from volunteering.core.outbox.letters import Letter
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.tasks import on_its_queue

logger = logging.getLogger(__name__)


def post(
    *,
    letter: type[Letter],
    to: str,
    about: dict[str, Any],
    dedup_key: str,
    site: Site | None = None,
    language: str = "",
    not_before: datetime | None = None,
) -> bool:
    """Write down a mail to one address; False when this key was used before: then nothing more is sent.

    `about` holds ids and short words, never what a reader could use against someone. `language` defaults to the
    active one. Raises ValidationError when `to` is no address.
    """
    mail = OutgoingMail(
        letter=letter.path(),
        recipient=clean_address(to),
        about=about,
        dedup_key=dedup_key,
        site=site,
        language=language or get_language() or "",
        is_bulk=letter.is_bulk,
        not_before=not_before or timezone.now(),
    )
    OutgoingMail.objects.bulk_create([mail], ignore_conflicts=True)
    if not OutgoingMail.objects.filter(pk=mail.pk).exists():
        return False
    if not letter.is_bulk and not_before is None:
        # Bulk mails leave with the sweeper.
        transaction.on_commit(partial(wake, mail.pk))
    return True


def wake(mail_id: UUID) -> None:
    """Ask for the mail to be sent now rather than by the next sweep.

    What was done is done, and its mail is written down: the queue's troubles are for the log, not for a visitor.
    """
    try:
        on_its_queue().enqueue(str(mail_id))
    except Exception:
        logger.exception("The mail %s waits for the next sweep.", mail_id)
