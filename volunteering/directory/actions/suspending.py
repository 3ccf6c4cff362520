"""The city suspends an association, with a reason: its record and its missions leave the site, and nobody acts for it.

The domains above follow by the signals. Lifting brings back what was public.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.core.outbox.actions import post
from volunteering.core.publishing import put_back, take_off
from volunteering.directory.models import AssociationPage
from volunteering.directory.notifications.suspensions import SuspensionLifted, SuspensionToldOf
from volunteering.directory.upkeep import no_confirmation, voices
from volunteering.signals import association_restored, association_suspended


class AlreadySo(Exception):
    """Somebody was quicker: it is suspended already, or not any more."""


@transaction.atomic
def suspend(*, association: AssociationPage, reason: str, by: AbstractBaseUser | None) -> AssociationPage:
    """Its managers, or else its office, are told why. Raises `AlreadySo`."""
    page = _locked(association)
    if page.suspended_at:
        raise AlreadySo
    page.suspended_at, page.suspension_reason, page.suspended_live = timezone.now(), reason, page.live
    if page.live:
        page.held_revision_id = take_off(page)
    page.revisions.update(approved_go_live_at=None)
    page.save(update_fields=list(page.upkeep_facts))
    log(instance=page, action="volunteering.record.suspend", user=by)
    association_suspended.send(sender=AssociationPage, association=page, by=by)
    _tell(page, SuspensionToldOf, since=page.suspended_at.isoformat())
    return page


@transaction.atomic
def lift_suspension(*, association: AssociationPage, by: AbstractBaseUser | None) -> AssociationPage:
    """What was public is public again, in the same version. It confirms nothing. Raises `AlreadySo`."""
    page = _locked(association)
    if not page.suspended_at:
        raise AlreadySo
    since, is_back, held = page.suspended_at.isoformat(), page.suspended_live, page.held_revision
    page.suspended_at, page.suspension_reason, page.suspended_live = None, "", False
    if is_back:
        page.held_revision = None
    page.save(update_fields=list(page.upkeep_facts))
    log(instance=page, action="volunteering.record.lift", user=by)
    if is_back and not page.live:
        with no_confirmation():
            put_back(page, revision=held, log_action="volunteering.record.put_back")
    association_restored.send(sender=AssociationPage, association=page, by=by)
    _tell(page, SuspensionLifted, since=since)
    return page


def _locked(association: AssociationPage) -> AssociationPage:
    return AssociationPage.objects.select_for_update(of=("self",)).get(pk=association.pk)


def _tell(page: AssociationPage, letter: Any, *, since: str) -> None:
    about = {"association": page.pk, "since": since}
    for number, address in enumerate(voices(page)):
        key = f"{letter.__name__}:{page.pk}:{since}:{number}"
        whom = {"site": page.get_site(), "language": settings.LANGUAGE_CODE}
        post(letter=letter, to=address, about=about, dedup_key=key, **whom)
