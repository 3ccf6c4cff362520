"""Once a year: is your record still right? One click says yes; two notices without an answer take it off the site.

A record without any address is left alone: the offices find it in their list, and telephone.
"""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.conf import conf
from volunteering.core.freshness import touch
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.publishing import put_back, take_off
from volunteering.directory.models import AssociationPage
from volunteering.directory.models.upkeep import STALE_AFTER
from volunteering.directory.notifications.records import RecordRetired, RecordStale, StillRight
from volunteering.directory.upkeep import MOST_TOLD, patience_over, reachable, voices, year_over

Letters = type[StillRight] | type[RecordStale] | type[RecordRetired]


class NotOnTheSite(Exception):
    """It was taken off for another reason: an editor knows which."""


def check_records() -> dict[str, int]:
    """Returns how many were asked, reminded and retired. Nothing is done twice, however often it runs."""
    now, most = timezone.now(), conf.RECORD_CHECKS_PER_NIGHT
    first = year_over(now).filter(reachable(), notices=0).order_by("confirmed_at", "pk")
    second = patience_over(1, now).filter(reachable()).order_by("noticed_at", "pk")
    last = patience_over(STALE_AFTER, now).filter(reachable()).order_by("noticed_at", "pk")
    return {
        "retired": _each(last, most, lambda page: _retire(page, now)),
        "reminded": _each(second, most, lambda page: _ask(page, RecordStale, now)),
        "asked": _each(first, most, lambda page: _ask(page, StillRight, now)),
    }


@transaction.atomic
def confirm_record(*, association: AssociationPage, by: AbstractBaseUser | None = None) -> AssociationPage:
    """All is right. What was retired is public again, as it was. Raises `NotOnTheSite`."""
    page = AssociationPage.objects.select_for_update(of=("self",)).get(pk=association.pk)
    if page.live:
        page.confirm()
        page.save(update_fields=list(page.check_facts))
        log(instance=page, action="volunteering.record.confirm", user=by)
        touch()
    elif page.retired_at and not page.suspended_at:
        put_back(page, revision=page.held_revision, log_action="volunteering.record.put_back")
    else:
        raise NotOnTheSite
    return page


def note_published(*, association: AssociationPage, is_confirmation: bool) -> None:
    """Whatever was retired is not any more; the year begins anew unless a machine has published."""
    page = AssociationPage.objects.filter(pk=association.pk).only("pk", *AssociationPage.upkeep_facts).first()
    if page is None:
        return
    if is_confirmation or page.confirmed_at is None or page.retired_at:
        page.confirm()
        AssociationPage.objects.filter(pk=page.pk).update(**{each: getattr(page, each) for each in page.check_facts})


def _each(pages: QuerySet, most: int, act: Callable[[AssociationPage], bool]) -> int:
    """So many of them at most, each looked at once more under lock, in a transaction of its own."""
    done = 0
    for key in list(pages.values_list("pk", flat=True)):
        if done == most:
            break
        with transaction.atomic():
            page = pages.order_by().select_for_update(of=("self",)).filter(pk=key).first()
            done += bool(page) and act(page)
    return done


def _ask(page: AssociationPage, letter: Letters, now: datetime) -> bool:
    page.notices, page.noticed_at = page.notices + 1, now
    page.save(update_fields=["notices", "noticed_at"])
    if page.notices == STALE_AFTER:
        log(instance=page, action="volunteering.record.stale")
        touch()
    _write(page, letter)
    return True


def _retire(page: AssociationPage, now: datetime) -> bool:
    """Not while its review waits, and not before a notice has really left."""
    if page.workflow_in_progress or not _was_told(page):
        return False
    page.retired_at = now
    page.held_revision_id = take_off(page)
    page.save(update_fields=["held_revision"])
    log(instance=page, action="volunteering.record.retire")
    _write(page, RecordRetired)
    return True


def _write(page: AssociationPage, letter: Letters) -> None:
    about = {"association": page.pk, "noticed": page.noticed_at.isoformat()}
    for number, address in enumerate(voices(page)):
        key, whom = _key(page, letter, number), {"site": page.get_site(), "language": settings.LANGUAGE_CODE}
        post(letter=letter, to=address, about=about, dedup_key=key, **whom)


def _key(page: AssociationPage, letter: Letters, number: int) -> str:
    return f"{letter.__name__}:{page.pk}:{page.noticed_at:%Y%m%d%H%M%S}:{number}"


def _was_told(page: AssociationPage) -> bool:
    keys = [_key(page, RecordStale, number) for number in range(MOST_TOLD)]
    return OutgoingMail.objects.filter(dedup_key__in=keys, status=Status.SENT).exists()
