"""Putting a city's own words into a kind of mail, and taking them back. Both are in Wagtail's history."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from volunteering.core.outbox.letters import Letter
from volunteering.core.outbox.words.models import MailWords

REWORD = "volunteering.mail_words.reword"
RESET = "volunteering.mail_words.reset"


@transaction.atomic
def reword(*, letter: type[Letter], language: str, opening: str, closing: str, by: AbstractBaseUser) -> None:
    """From the next mail on. A text that is empty is the delivered one; when both are, nothing of the city's stays."""
    if not opening and not closing:
        return reset(letter=letter, language=language, by=by)
    texts = {"opening": opening, "closing": closing}
    before = MailWords.objects.select_for_update().filter(letter=letter.path(), language=language).first()
    if before and texts == {"opening": before.opening, "closing": before.closing}:
        return None
    own, _is_new = MailWords.objects.update_or_create(letter=letter.path(), language=language, defaults=texts)
    log(instance=own, action=REWORD, user=by, data=texts)
    return None


@transaction.atomic
def reset(*, letter: type[Letter], language: str, by: AbstractBaseUser) -> None:
    """Back to the delivered words. The history keeps those that were there."""
    own = MailWords.objects.select_for_update().filter(letter=letter.path(), language=language).first()
    if own is None:
        return
    log(instance=own, action=RESET, user=by, data={"opening": own.opening, "closing": own.closing}, deleted=True)
    own.delete()
