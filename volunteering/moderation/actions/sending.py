"""From answers to a draft in Wagtail's workflow. What is public stays as it is until somebody approves."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from volunteering.core.addresses import fingerprint
from volunteering.core.outbox.actions import post
from volunteering.moderation.concerns import found_in
from volunteering.moderation.history import action_of
from volunteering.moderation.kinds import Answers, Author, Kind
from volunteering.moderation.models import Event, Exchange, Side, Submission
from volunteering.moderation.notifications import ConfirmAddress, Received
from volunteering.moderation.states import State, Verb, check


class ChangedMeanwhile(Exception):
    """Somebody with the same link changed an answer between reading and sending."""


class PageBusy(Exception):
    """Another change of this page is being read, or an editor is at work on it."""


@transaction.atomic
def send(
    *, submission: Submission, kind: Kind, answers: Answers, email: str = "", is_proven: bool = False
) -> Submission:
    """To the office; before that, to the mailbox of an address that nobody has proven yet.

    `email`, `is_proven`: of the account that writes it. Raises `NotPossible`, `ChangedMeanwhile`, `PageBusy`.
    """
    locked = _locked(submission)
    check(Verb.SEND, locked.state)
    if is_proven and not locked.email:
        locked.email, locked.confirmed_at = email, timezone.now()
        locked.save(update_fields=["email", "confirmed_at"])
    if locked.confirmed_at is None:
        return _ask_to_confirm(locked)
    return deliver(locked, kind=kind, answers=answers)


@transaction.atomic
def confirm(*, submission: Submission, kind: Kind, answers: Answers) -> Submission:
    """The address is proven. A second time changes nothing. Raises `NotPossible`, `ChangedMeanwhile`, `PageBusy`."""
    locked = _locked(submission)
    if locked.state in {State.WAITING, State.CHANGES, State.APPROVED, State.REFUSED}:
        return locked
    check(Verb.CONFIRM, locked.state)
    locked.confirmed_at = timezone.now()
    locked.save(update_fields=["confirmed_at"])
    return deliver(locked, kind=kind, answers=answers)


def _locked(submission: Submission) -> Submission:
    rows = Submission.objects.select_for_update(of=("self",)).select_related("site", "page", "picture", "user")
    locked = rows.get(pk=submission.pk)
    if locked.changed_at != submission.changed_at:
        raise ChangedMeanwhile
    return locked


def _ask_to_confirm(locked: Submission) -> Submission:
    locked.state, locked.changed_at = State.UNCONFIRMED, timezone.now()
    locked.save(update_fields=["state", "changed_at"])
    key = f"ConfirmAddress:{locked.pk}:{fingerprint(locked.email)[:12]}:{locked.changed_at.timestamp():.0f}"
    _post(ConfirmAddress, locked, key)
    return locked


def deliver(locked: Submission, *, kind: Kind, answers: Answers) -> Submission:
    """Write the version and put it before the office. The row is locked by whoever calls."""
    author = Author(user=locked.user, email=locked.email)
    page = _version(locked, kind)
    kind.prepare(page, answers=answers, site=locked.site, author=author)
    kind.write(page, answers)
    if kind.has_picture:
        kind.write_picture(page, locked.picture)
    revision = _draft(page, locked, kind)
    _begin_review(page)
    now, is_first = timezone.now(), locked.sent_at is None
    locked.page_id, locked.revision, locked.state, locked.has_news = page.pk, revision, State.WAITING, False
    locked.sent_at, locked.changed_at = locked.sent_at or now, now
    locked.title = page.title[:255]
    locked.concerns = found_in(page, kind=kind, author=author, answers=answers)
    try:
        with transaction.atomic():
            locked.save()
    except IntegrityError as error:
        raise PageBusy from error
    _tell(locked, is_first=is_first)
    return locked


def _version(locked: Submission, kind: Kind) -> Page:
    """What the answers are written into: the newest version of the page, or a new one."""
    if locked.page_id is None:
        return kind.model(live=False, locale=locked.site.root_page.locale)
    page = Page.objects.get(pk=locked.page_id).specific
    state = page.current_workflow_state
    if locked.sent_at is None and (page.locked or state is not None or page.has_unpublished_changes):
        # A stranger's draft must not be published along with this change, nor lost under it.
        raise PageBusy
    return page.get_latest_revision_as_object()


def _draft(page: Page, locked: Submission, kind: Kind) -> Revision:
    """The tree is written by one at a time: treebeard locks the parent until the transaction ends."""
    if page.pk is None:
        parent = kind.parent(locked.site)
        if parent is None:
            raise PageBusy
        page.slug = "" if slugify(page.title) else f"{kind.name}-{locked.pk.hex[:8]}"
        parent.add_child(instance=page)
    try:
        return page.save_revision(log_action=True)
    except ValidationError as error:
        raise Unfit(error) from error


class Unfit(Exception):
    """The page refuses what the forms let through; `problems`: sentences."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__(str(error))
        self.problems = error.messages


def _begin_review(page: Page) -> None:
    """Anew each time: an approval of what was there before does not count for this version."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=None)
    workflow = page.get_workflow()
    if workflow is not None:
        workflow.start(page, None)


def _tell(locked: Submission, *, is_first: bool) -> None:
    event = Event.SENT if is_first else Event.CHANGED
    Exchange.objects.create(submission=locked, side=Side.AUTHOR, event=event, words=locked.message if is_first else "")
    log(instance=locked, action=action_of(Verb.SEND), user=None)
    if is_first:
        _post(Received, locked, f"Received:{locked.pk}")


def _post(letter: Any, locked: Submission, key: str, **options: Any) -> None:
    about = {"submission": str(locked.pk)}
    post(
        letter=letter,
        to=locked.email,
        about=about,
        dedup_key=key,
        site=locked.site,
        language=locked.language,
        **options,
    )
