"""Two records of one association become one: what hangs on the other moves, its address leads to the kept one.

The other record stays unpublished, with its history. The domains above move what is theirs, by the signal.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from volunteering.core.publishing import take_off
from volunteering.directory.legal import locked_fields
from volunteering.directory.models import AssociationPage, Claim, ClaimState, Invitation, Membership, Role
from volunteering.directory.models.claim import OPEN
from volunteering.directory.upkeep import no_confirmation
from volunteering.signals import associations_merged

REDIRECTS = "wagtail.contrib.redirects"
# Taken over where the kept record says nothing.
FILLED = (
    *("acronym", "body", "rna", "siret", "founded", "logo", "image", "languages", "website", "social_links"),
    *("access_note", "office_email", "office_phone"),
)
CONTACT = ("office_email", "office_phone")
# One place, taken over whole or not at all.
PLACE = ("place_name", "address", "postal_code", "city", "location", "neighbourhood")


class CannotMerge(Exception):
    """The argument says why, and what to do first."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@transaction.atomic
def merge_records(*, kept: AssociationPage, other: AssociationPage, by: AbstractBaseUser | None) -> AssociationPage:
    """All or nothing. Raises `CannotMerge`."""
    rows = AssociationPage.objects.select_for_update(of=("self",)).filter(pk__in=[kept.pk, other.pk]).order_by("pk")
    locked = {page.pk: page for page in rows}
    if problem := why_not(kept=kept, other=other):
        raise CannotMerge(problem)
    kept, other = locked[kept.pk], locked[other.pk]
    _move_people(kept, other)
    associations_merged.send(sender=AssociationPage, kept=kept, other=other, by=by)
    path = other.get_url_parts()
    _leave(kept, other)
    if path:
        _redirect(kept, other, path[2])
    _fill(kept, other, by)
    for page, counterpart in ((kept, other), (other, kept)):
        log(instance=page, action="volunteering.record.merge", user=by, data={"other": counterpart.pk})
    return kept


def why_not(*, kept: AssociationPage, other: AssociationPage) -> Promise | str:
    """Why these two cannot become one as they stand; empty when they can."""
    pages = list(AssociationPage.objects.filter(pk__in=[kept.pk, other.pk]))
    if len(pages) != 2:
        return _("Choose another record than this one.")
    if any(page.merged_into_id for page in pages):
        return _("One of the two was merged into another record already.")
    if any(page.suspended_at for page in pages):
        return _("One of the two is suspended: lift the suspension first.")
    if any(page.locked for page in pages):
        return _("One of the two is locked: unlock it first.")
    if any(page.workflow_in_progress for page in pages):
        return _("One of the two waits for approval: decide about it first.")
    known = next(page for page in pages if page.pk == kept.pk)
    if not known.live or known.has_unpublished_changes:
        return _("Publish the record that you keep first, with its latest changes.")
    return ""


def gains(kept: AssociationPage, other: AssociationPage) -> Iterator[str]:
    """Names of the fields that the kept record takes over. An office that is to stay unpublished is not published."""
    for name in FILLED:
        unwanted = name in locked_fields(kept) or (name in CONTACT and kept.publish_contact > other.publish_contact)
        if not unwanted and not getattr(kept, name) and getattr(other, name):
            yield name
    if not any(getattr(kept, name) for name in PLACE) and not kept.from_register:
        yield from (name for name in PLACE if getattr(other, name))


def can_redirect() -> bool:
    return apps.is_installed(REDIRECTS)


def _move_people(kept: AssociationPage, other: AssociationPage) -> None:
    """Whoever belongs to both keeps the greater role; of two claims of one person that wait, one is enough."""
    known = {row.user_id: row for row in Membership.objects.filter(association=kept)}
    for row in Membership.objects.filter(association=other):
        if twin := known.get(row.user_id):
            if row.role == Role.MANAGER and twin.role != Role.MANAGER:
                Membership.objects.filter(pk=twin.pk).update(role=Role.MANAGER)
            row.delete()
    Membership.objects.filter(association=other).update(association=kept)
    Invitation.objects.filter(association=other).update(association=kept)
    claims = Claim.objects.filter(association=other)
    claims.filter(state=ClaimState.CODE).delete()
    asking = Claim.objects.filter(association=kept, state__in=OPEN).values("user")
    claims.filter(state__in=OPEN, user__in=list(asking.values_list("user", flat=True))).delete()
    claims.update(association=kept)


def _leave(kept: AssociationPage, other: AssociationPage) -> None:
    """What was merged into it before goes along, so that nothing ever leads from one to the next."""
    # Its missions have gone meanwhile.
    other.refresh_from_db(fields=["open_missions"])
    other.merged_into_id = kept.pk
    if other.live:
        take_off(other)
    other.save(update_fields=["merged_into"])
    AssociationPage.objects.filter(merged_into=other).update(merged_into=kept)


def _redirect(kept: AssociationPage, other: AssociationPage, path: str) -> None:
    if not can_redirect():
        return
    redirects: Any = apps.get_model("wagtailredirects", "Redirect")
    redirects.objects.filter(redirect_page=other).update(redirect_page=kept)
    redirects.objects.filter(old_path=redirects.normalise_path(path), site=None).delete()
    redirects.add_redirect(path, redirect_to=kept, is_permanent=True)


def _fill(kept: AssociationPage, other: AssociationPage, by: AbstractBaseUser | None) -> None:
    """Published at once: the search, the counts and the cards follow."""
    for name in list(gains(kept, other)):
        setattr(kept, name, getattr(other, name))
    with no_confirmation():
        kept.save_revision(user=by, log_action=False).publish(user=by)
