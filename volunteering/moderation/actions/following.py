"""What its author does afterwards: write, withdraw, ask for the way back. And what time does."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Site

from volunteering.core.antispam.stamps import short_name, spend_stamp
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.letters import Letter
from volunteering.moderation.actions.versions import set_aside
from volunteering.moderation.history import action_of
from volunteering.moderation.kinds import kind_of
from volunteering.moderation.models import Event, Exchange, Side, Submission
from volunteering.moderation.notifications import ChangeLink, DraftLink, MySubmissions, NothingSubmitted
from volunteering.moderation.states import SENT, State, Verb, check

PURGED_AT_ONCE = 200


@transaction.atomic
def write_to_office(*, submission: Submission, words: str) -> None:
    """Read beside the submission by whoever decides."""
    Exchange.objects.create(submission=submission, side=Side.AUTHOR, event=Event.WRITTEN, words=words.strip())


@transaction.atomic
def withdraw(*, submission: Submission) -> None:
    """A draft that was never published goes; what is public stays as it is. Raises `NotPossible`."""
    rows = Submission.objects.select_for_update(of=("self",)).select_related("page")
    locked = rows.get(pk=submission.pk)
    check(Verb.WITHDRAW, locked.state)
    was_sent = locked.state in SENT
    page = locked.page and locked.page.specific
    locked.state, locked.changed_at = State.WITHDRAWN, timezone.now()
    locked.save(update_fields=["state", "changed_at"])
    if was_sent:
        Exchange.objects.create(submission=locked, side=Side.AUTHOR, event=Event.WITHDRAWN)
        log(instance=locked, action=action_of(Verb.WITHDRAW), user=None)
    if was_sent and page is not None:
        _drop(page, locked)


def _drop(page: Page, locked: Submission) -> None:
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=None)
    if not page.live and not locked.is_change:
        delete_draft(page, kind=locked.kind)
    else:
        set_aside(page)


@transaction.atomic
def send_my_links(*, email: str, site: Site, language: str, stamp: str) -> None:
    """One mail to this address: the way to what it proposed, or that there is nothing. Raises `Replayed`."""
    spend_stamp(stamp)
    known = Submission.objects.of_address(email).filter(site=site, confirmed_at__isnull=False).exists()
    letter: type[Letter] = MySubmissions if known else NothingSubmitted
    key = f"{letter.__name__}:{short_name(stamp)}"
    post(letter=letter, to=email, about={}, dedup_key=key, site=site, language=language)


@transaction.atomic
def send_draft_link(*, submission: Submission, email: str, language: str, stamp: str) -> None:
    """To go on later. Nobody has proven this address: the mail says nothing but that. Raises `Replayed`."""
    spend_stamp(stamp)
    about = {"submission": str(submission.pk)}
    key = f"DraftLink:{short_name(stamp)}"
    post(letter=DraftLink, to=email, about=about, dedup_key=key, site=submission.site, language=language)


@transaction.atomic
def send_change_link(*, page: Page, address: str, site: Site, language: str, stamp: str) -> None:
    """To the office of whoever speaks for the page; without an address, nothing. Raises `Replayed`."""
    spend_stamp(stamp)
    if address:
        key = f"ChangeLink:{short_name(stamp)}"
        post(letter=ChangeLink, to=address, about={"page": page.pk}, dedup_key=key, site=site, language=language)


@transaction.atomic
def reopen(*, submission: Submission) -> None:
    """The address is proven, but an answer is not (any more) in order: its author goes on writing."""
    waiting = Submission.objects.filter(pk=submission.pk, state=State.UNCONFIRMED)
    waiting.update(state=State.DRAFT, confirmed_at=timezone.now())


def purge(*, over: Callable[[], QuerySet] = Submission.objects.over) -> int:
    """Forget what is over, with its drafts and pictures that nothing shows. Returns how many submissions went.

    `over`: asked again for each batch; by default all whose term has ended.
    """
    gone = 0
    while batch := list(over().select_related("page", "picture")[:PURGED_AT_ONCE]):
        for submission in batch:
            forget(submission=submission)
        gone += len(batch)
    return gone


@transaction.atomic
def forget(*, submission: Submission) -> None:
    page, picture = submission.page and submission.page.specific, submission.picture
    is_draft = page is not None and not page.live and page.first_published_at is None and not submission.is_change
    kind = submission.kind
    submission.delete()
    if is_draft:
        delete_draft(page, kind=kind)
    if picture is not None and _is_orphan(picture):
        picture.delete()


def delete_draft(page: Page, *, kind: str) -> None:
    """With what was written along with it. `kind`: the name, of a kind the site may not take any more."""
    known = kind_of(kind)
    companion = known.along_with(page) if known else None
    page.delete()
    if companion is not None:
        companion.delete()


def _is_orphan(picture: object) -> bool:
    """Wagtail's reference index knows who shows it."""
    used = ReferenceIndex.get_references_to(picture).exists()
    return not used and not Submission.objects.filter(picture_id=picture.pk).exists()
