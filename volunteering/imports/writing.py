"""From a row that was understood to a page: what would happen (`plan`), and making it happen (`carry_out`).

Nothing here writes before `carry_out`, so a dry run and the real one decide in the same place.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from volunteering.directory.upkeep import no_confirmation
from volunteering.imports.merge import Merge, Values, merge
from volunteering.imports.models import Source, SourceRecord
from volunteering.imports.page_fields import blank_values, is_same, read_fields, write_fields
from volunteering.imports.report import Outcome

RELATIONS = {"themes", "dates", "neighbourhood"}
IMPORTED, WITHDRAWN = "volunteering.import", "volunteering.import.withdraw"


class Refused(Exception):
    """This row cannot be imported; the message says why, in plain words."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a row asks for: field values of one page, or its withdrawal with the reason."""

    source: Source
    source_id: str
    values: Values
    publish: bool
    on_creation: Values = field(default_factory=dict)
    withdraw: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    wish: Wish
    outcome: Outcome
    record: SourceRecord | None = None
    page: Page | None = None  # as it stands, its newest draft included
    merge: Merge = field(default_factory=Merge)
    publish: bool = False
    # An import had taken the page down, nobody has touched it since, and its source wants it again.
    is_back: bool = False
    reason: str = ""


def plan(wish: Wish, *, model: type[Page], page: Page | None, by: AbstractBaseUser | None) -> Plan:
    """`page` is one that says the same without having been imported; a record knows its own. Raises `Refused`."""
    record = SourceRecord.objects.filter(source=wish.source, source_id=wish.source_id).select_related("page").first()
    page = record.page.specific if record else page
    if wish.withdraw:
        return _plan_withdrawal(wish, page, record, by)
    if page is None:
        return Plan(wish=wish, outcome=Outcome.CREATED, publish=wish.publish, merge=_first_values(wish, model))
    return _plan_update(wish, page, record, by)


@transaction.atomic
def carry_out(plan: Plan, *, model: type[Page], parent: Page, by: AbstractBaseUser | None) -> Page | None:
    """Write what was planned, in one transaction. Raises `Refused` when the page's own rules say no."""
    if plan.outcome == Outcome.CREATED:
        return _create(plan, model, parent, by)
    if plan.outcome == Outcome.UNPUBLISHED:
        _withdraw(plan, plan.page, by)
    elif plan.outcome == Outcome.UPDATED:
        write_fields(plan.page, plan.merge.changes)
        _save(plan, plan.page, by, created=False)
    elif not plan.wish.withdraw:
        _remember(plan, plan.page)
    return plan.page


def _first_values(wish: Wish, model: type[Page]) -> Merge:
    """Also checks what the page will check, so that a dry run tells it too."""
    page = model()
    write_fields(page, {name: value for name, value in wish.values.items() if name not in RELATIONS})
    unset = {field.name for field in model._meta.get_fields()} - set(wish.values)
    with _rules_of_the_page():
        page.clean_fields(exclude=unset | RELATIONS)
    return Merge(changes=wish.values, values=wish.values)


def _plan_update(wish: Wish, page: Page, record: SourceRecord | None, by: AbstractBaseUser | None) -> Plan:
    newest = page.get_latest_revision_as_object()
    model, names = type(page), list(wish.values)
    merged = merge(
        incoming=wish.values,
        current=read_fields(newest, names),
        last=record.values if record else {},
        blank=blank_values(model, names),
        same=partial(is_same, model),
    )
    # A page somebody took down, or is still working on, is never published over their head.
    never_published = not page.live and page.first_published_at is None
    is_back = bool(record) and record.is_as_withdrawn(page)
    publish = (page.live and not page.has_unpublished_changes) or ((never_published or is_back) and wish.publish)
    if by and not page.permissions_for_user(by).can_publish():
        publish = False
    changed = bool(merged.changes) or (publish and not page.live)
    if changed:
        _check_editable(page, by)
    return Plan(
        wish=wish,
        outcome=Outcome.UPDATED if changed else Outcome.UNCHANGED,
        record=record,
        page=newest,
        merge=merged,
        publish=publish,
        is_back=is_back,
        reason=_came_back(record, page, publish),
    )


def _came_back(record: SourceRecord | None, page: Page, publish: bool) -> str:
    """What to say of a row whose page an import once took down."""
    if not record or not record.withdrawn_at or page.live:
        return ""
    if publish:
        return _("Active again: its page is public again.")
    return _("Active again, but its page stays unpublished: look at it, then publish it.")


def _plan_withdrawal(wish: Wish, page: Page | None, record: SourceRecord | None, by: AbstractBaseUser | None) -> Plan:
    if page is None or not page.live:
        outcome = Outcome.LEFT_OUT if page is None else Outcome.UNCHANGED
        return Plan(wish=wish, outcome=outcome, page=page, record=record, reason=wish.withdraw)
    _check_editable(page, by)
    if by and not page.permissions_for_user(by).can_unpublish():
        raise Refused(_("%(reason)s You may not unpublish its page: ask a moderator.") % {"reason": wish.withdraw})
    return Plan(wish=wish, outcome=Outcome.UNPUBLISHED, page=page, record=record, reason=wish.withdraw)


def _check_editable(page: Page, by: AbstractBaseUser | None) -> None:
    """No `by` means a command, which may do everything but break a lock."""
    if page.locked:
        raise Refused(_("Its page is locked here. Unlock it, then import again."))
    if problem := page.kept_off():
        raise Refused(problem)
    if page.workflow_in_progress:
        raise Refused(_("Its page is waiting for approval here. Import again once somebody has decided."))
    if by and not page.permissions_for_user(by).can_edit():
        raise Refused(_("You may not change its page."))


def _create(plan: Plan, model: type[Page], parent: Page, by: AbstractBaseUser | None) -> Page:
    wish = plan.wish
    page = model(live=False, owner=by, **wish.on_creation)
    write_fields(page, wish.values)
    if not slugify(page.title):  # a title of emoji alone makes no address
        page.slug = slugify(f"{wish.source}-{wish.source_id}")[:200]
    with _rules_of_the_page():
        parent.add_child(instance=page)
    _save(plan, page, by, created=True)
    return page


@contextmanager
def _rules_of_the_page() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _save(plan: Plan, page: Page, by: AbstractBaseUser | None, *, created: bool) -> None:
    """Through a revision, as editors do: history, search and dates follow. Then the tie to its row."""
    with _rules_of_the_page():
        revision = page.save_revision(user=by, log_action=False)
    data = {"source": plan.wish.source, "fields": sorted(plan.merge.changes), "created": created}
    log(instance=page, action=IMPORTED, user=by, data=data, revision=revision, content_changed=True)
    if plan.publish:
        with nullcontext() if created else no_confirmation():
            revision.publish(user=by)
    _remember(plan, page)


def _remember(plan: Plan, page: Page) -> None:
    """What the next import compares with; untouched when it says so already."""
    wish, values = plan.wish, plan.merge.values
    if plan.record is None:
        try:
            SourceRecord.objects.create(source=wish.source, source_id=wish.source_id, page_id=page.pk, values=values)
        except IntegrityError as error:
            raise Refused(_("Another import is writing the same page at this moment. Import again later.")) from error
        return
    down = _still_down_since(plan)
    if (plan.record.values, plan.record.withdrawn_at) != (values, down):
        plan.record.values, plan.record.withdrawn_at = values, down
        plan.record.save(update_fields=["values", "withdrawn_at", "imported_at"])


def _still_down_since(plan: Plan) -> datetime | None:
    """Our own draft is nobody's edit: the page stays ours to publish."""
    if plan.publish:
        return None
    return timezone.now() if plan.is_back and plan.merge.changes else plan.record.withdrawn_at


def _withdraw(plan: Plan, page: Page, by: AbstractBaseUser | None) -> None:
    wish = plan.wish
    page.unpublish(user=by)
    SourceRecord.objects.update_or_create(
        source=wish.source, source_id=wish.source_id, defaults={"page_id": page.pk, "withdrawn_at": timezone.now()}
    )
    log(instance=page, action=WITHDRAWN, user=by, data={"source": wish.source, "reason": wish.withdraw})
