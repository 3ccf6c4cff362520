"""Writing a submission down, step by step. Nothing of it is anywhere else before it is sent."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from PIL.Image import Image
from wagtail.models import Page, Site

from volunteering.core.antispam.stamps import spend_stamp
from volunteering.moderation.files import check_file, tidy_name
from volunteering.moderation.kinds import Kind, Typed
from volunteering.moderation.models import Answer, Question, Submission
from volunteering.moderation.pictures import keep_picture as keep_image
from volunteering.moderation.states import EDITABLE, NotPossible, State

# The name of its form, in addresses and in the answers.
PICTURE_STEP = "image"


@transaction.atomic
def begin(
    *,
    kind: Kind,
    site: Site,
    typed: Typed,
    language: str,
    user: Any = None,
    stamp: str = "",
    page: Page | None = None,
    copied_from: Page | None = None,
    picture: Any = None,
    email: str = "",
) -> Submission:
    """`page`: the published page that is to change. `email`: an address that a link has proven. An account that has
    accepted the charter in the form it has now is not asked again. Raises `Replayed`.
    """
    if stamp:
        spend_stamp(stamp)
    now = timezone.now()
    if picture is not None:
        # As it is described now: nobody describes their picture twice.
        typed = {**typed, PICTURE_STEP: {"description": [picture.description]}}
    accepted = Submission.objects.last_accepted(user)
    return Submission.objects.create(
        charter_version=accepted.charter_version if accepted else "",
        charter_accepted_at=accepted.charter_accepted_at if accepted else None,
        kind=kind.name,
        site=site,
        user=user,
        language=language,
        answers=typed,
        title=page.title[:255] if page else kind.title(typed),
        page=page,
        is_change=page is not None,
        copied_from=copied_from,
        picture=picture,
        email=email,
        confirmed_at=now if email else None,
        first_name=user.first_name[:80] if user else "",
        last_name=user.last_name[:80] if user else "",
    )


@transaction.atomic
def keep_step(*, submission: Submission, kind: Kind, step: str, typed: dict[str, list[str]]) -> Submission:
    """What was typed in one step. Raises `NotPossible`."""
    locked = editable(submission)
    locked.answers = {**locked.answers, step: typed}
    locked.title = kind.title(locked.answers) or locked.title
    return _kept(locked, "answers", "title")


@transaction.atomic
def keep_author(*, submission: Submission, values: Mapping[str, str], charter_version: str) -> Submission:
    """`values`: first_name, last_name, message, and email where it was asked for. Another address has to be proven.
    Raises `NotPossible`.
    """
    locked = editable(submission)
    if "email" in values and values["email"] != locked.email:
        locked.confirmed_at = None
    for name, value in values.items():
        setattr(locked, name, value)
    if charter_version and locked.charter_version != charter_version:
        locked.charter_version, locked.charter_accepted_at = charter_version, timezone.now()
    return _kept(locked, *values, "confirmed_at", "charter_version", "charter_accepted_at")


@transaction.atomic
def keep_picture(
    *, submission: Submission, picture: Image | None, description: str, remove: bool, kind: Kind
) -> Submission:
    """A new file is a new image: what was approved keeps its own. Raises `NotPossible`."""
    locked = editable(submission)
    before = locked.picture
    if picture is not None:
        locked.picture = keep_image(picture, title=locked.title, description=description)
    elif remove:
        locked.picture = None
    elif before is not None and before.description != description:
        locked.picture = described_anew(before, description, submission=locked)
    locked.answers = {**locked.answers, PICTURE_STEP: {"description": [description]}}
    return _kept(locked, "picture", "answers")


def described_anew(image: Any, description: str, *, submission: Submission) -> Any:
    """Ours alone, it changes; one that a public page shows stays as it is, and its copy changes."""
    if is_shown(image, submission):
        image.pk, image._state.adding = None, True
    image.description = description
    image.save()
    return image


def is_shown(image: Any, submission: Submission) -> bool:
    """By anything but this submission and its draft."""
    others = Submission.objects.filter(picture_id=image.pk).exclude(pk=submission.pk).exists()
    return others or submission.is_change or bool(submission.copied_from_id) or submission.sent_at is not None


@transaction.atomic
def keep_extra(*, submission: Submission, given: Mapping[Question, Any]) -> Submission:
    """Answers to the city's own questions. A file that is not sent again stays. Raises `NotPossible`."""
    locked = editable(submission)
    for question, value in given.items():
        if isinstance(value, UploadedFile):
            kind = check_file(value)
            told = {"file_name": tidy_name(value.name or "", kind), "file_type": kind, "content": value.read()}
            Answer.objects.update_or_create(submission=locked, question=question, defaults=told)
        elif value not in (None, ""):
            Answer.objects.update_or_create(submission=locked, question=question, defaults={"text": str(value)})
        elif question.answering != "file":
            Answer.objects.filter(submission=locked, question=question).delete()
    return _kept(locked)


def editable(submission: Submission) -> Submission:
    """The row alone. Raises `NotPossible`."""
    locked = Submission.objects.select_for_update(of=("self",)).select_related("site", "picture").get(pk=submission.pk)
    if locked.state not in EDITABLE:
        raise NotPossible(f"What is {locked.state} is not written any more.")
    return locked


def _kept(locked: Submission, *names: str) -> Submission:
    locked.changed_at, locked.has_news = timezone.now(), True
    if locked.state == State.UNCONFIRMED:
        # What is written anew is sent anew, to be confirmed anew: an older link proves nothing of it.
        locked.state = State.DRAFT
    locked.save(update_fields=[*names, "state", "changed_at", "has_news"])
    return locked
