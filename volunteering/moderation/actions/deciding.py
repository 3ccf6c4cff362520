"""The office's answers. Approving and asking go through Wagtail's workflow: its own buttons lead to the same place."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from volunteering.core.outbox.actions import post
from volunteering.moderation.access import may_decide, waiting_task
from volunteering.moderation.actions.versions import set_aside
from volunteering.moderation.history import WRITE, action_of
from volunteering.moderation.models import EVENT_OF, Event, Exchange, Side, Submission
from volunteering.moderation.notifications import DECISIONS, OfficeWrote
from volunteering.moderation.publishing import publish_version
from volunteering.moderation.states import MOVES, UNDO_FOR, NotPossible, Verb, check


class ReadAgain(Exception):
    """There is a newer version than the one that was read."""


@transaction.atomic
def approve(*, submission: Submission, seen: int, words: str = "", by: Any) -> Submission:
    """`seen`: the key of the revision that was read. The next step of the workflow, or published.

    Raises `NotPossible`, `ReadAgain`, `Incomplete`, PermissionDenied.
    """
    locked, page = _locked(submission, Verb.APPROVE, by=by)
    if page.latest_revision_id != seen:
        raise ReadAgain
    task_state = waiting_task(page)
    if task_state is None:
        # Noted as any publication; Wagtail does not tell who, nor why.
        publish_version(page.latest_revision, user=by)
        said = locked.exchanges.filter(event=Event.APPROVED).order_by("-pk")[:1]
        Exchange.objects.filter(pk__in=said.values("pk")).update(words=words.strip(), by=by)
    else:
        task_state.specific.approve(user=by, comment=words)
    locked.refresh_from_db()
    return locked


@transaction.atomic
def ask_for_change(*, submission: Submission, words: str, by: Any) -> Submission:
    """Raises `NotPossible`, PermissionDenied."""
    locked, page = _locked(submission, Verb.ASK, by=by)
    task_state = waiting_task(page)
    if task_state is None:
        note_decision(submission=locked, verb=Verb.ASK, words=words, by=by)
    else:
        task_state.specific.reject(user=by, comment=words)
    locked.refresh_from_db()
    return locked


@transaction.atomic
def refuse(*, submission: Submission, words: str, by: Any) -> Submission:
    """What is public stays; the draft stays too, for half a year. Raises `NotPossible`, PermissionDenied."""
    locked, page = _locked(submission, Verb.REFUSE, by=by)
    note_decision(submission=locked, verb=Verb.REFUSE, words=words, by=by)
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=by)
    if locked.is_change:
        # Otherwise nobody could propose another one: an editor would seem to be at work on the page.
        set_aside(page)
    locked.refresh_from_db()
    return locked


def _locked(submission: Submission, verb: Verb, *, by: Any) -> tuple[Submission, Page]:
    rows = Submission.objects.select_for_update(of=("self",)).select_related("site", "page")
    locked = rows.get(pk=submission.pk)
    check(verb, locked.state)
    if not may_decide(by, locked):
        raise PermissionDenied
    return locked, locked.page.specific


@transaction.atomic
def note_decision(*, submission: Submission, verb: Verb, words: str, by: Any, now: datetime | None = None) -> None:
    """Where it stands, one line of history, and a mail that leaves once nobody can take the decision back.

    Called by our own screens and by what Wagtail's tell. Raises `NotPossible`.
    """
    check(verb, submission.state)
    now = now or timezone.now()
    waiting = Submission.objects.filter(pk=submission.pk, state=submission.state)
    if not waiting.update(state=MOVES[verb].to, decided_at=now, changed_at=now):
        raise NotPossible(f"Somebody was quicker than {verb}.")
    line = Exchange.objects.create(
        submission=submission, side=Side.OFFICE, event=EVENT_OF[verb], words=words.strip(), by=by, at=now
    )
    log(instance=submission, action=action_of(verb), user=by)
    if submission.email:
        post(
            letter=DECISIONS[verb],
            to=submission.email,
            about={"submission": str(submission.pk), "line": line.pk},
            dedup_key=f"{DECISIONS[verb].__name__}:{line.pk}",
            site=submission.site,
            language=submission.language,
            not_before=now + UNDO_FOR,
        )


@transaction.atomic
def write_to_author(*, submission: Submission, words: str, by: Any) -> None:
    """A question that decides nothing. The mail quotes nothing: it leads to the page where it stands."""
    if not may_decide(by, submission):
        raise PermissionDenied
    line = Exchange.objects.create(
        submission=submission, side=Side.OFFICE, event=Event.WRITTEN, words=words.strip(), by=by
    )
    log(instance=submission, action=action_of(WRITE), user=by)
    if submission.email:
        post(
            letter=OfficeWrote,
            to=submission.email,
            about={"submission": str(submission.pk)},
            dedup_key=f"OfficeWrote:{line.pk}",
            site=submission.site,
            language=submission.language,
        )
