"""The links that the mails of submissions carry. Each says which row, and nothing about whom."""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, Site

from volunteering.core.addresses import fingerprint
from volunteering.core.links import BrokenLink, SignedLink, absolute
from volunteering.moderation.models import UNCONFIRMED_FOR, Submission

# Where one's submission stands, and the way to change it. Every mail brings a fresh one.
FOLLOW = SignedLink(purpose="moderation.follow", lifetime=timedelta(days=90))
# To change a page without an account: to whoever reads the mails of the association's office.
CHANGE = SignedLink(purpose="moderation.change", lifetime=timedelta(days=7))
# Proves the address that was typed.
CONFIRM = SignedLink(purpose="moderation.confirm", lifetime=UNCONFIRMED_FOR)


def follow_path(submission: Submission) -> str:
    return reverse("volunteering:follow_submission", args=[FOLLOW.sign(str(submission.pk))])


def follow_link(submission: Submission) -> str:
    return absolute(follow_path(submission), submission.site)


def change_link(page: Page, address: str, site: Site) -> str:
    """Holds as long as that is the office's address."""
    token = CHANGE.sign([page.pk, fingerprint(address)])
    return absolute(reverse("volunteering:change_by_link", args=[token]), site)


def confirm_token(submission: Submission) -> str:
    """Proves the address it was mailed to, and no other that is written afterwards."""
    return CONFIRM.sign([str(submission.pk), fingerprint(submission.email)])


def confirm_link(submission: Submission) -> str:
    path = reverse("volunteering:confirm_submission", args=[confirm_token(submission)])
    return absolute(path, submission.site)


def submission_to_confirm(token: str) -> Submission:
    """Raises `BrokenLink`, also when the address is another one by now."""
    try:
        key, reader = CONFIRM.read(token)
    except (ValueError, TypeError) as error:
        raise BrokenLink from error
    submission = _with_key(key)
    if fingerprint(submission.email) != reader:
        raise BrokenLink
    return submission


def submission_behind(link: SignedLink, token: str) -> Submission:
    """Raises `BrokenLink`, `ExpiredLink`."""
    return _with_key(link.read(token))


def _with_key(key: object) -> Submission:
    rows = Submission.objects.select_related("site", "page", "user", "picture")
    try:
        submission = rows.filter(pk=UUID(key)).first()
    except (ValidationError, ValueError, TypeError, AttributeError) as error:
        raise BrokenLink from error
    if submission is None:
        raise BrokenLink
    return submission
