"""Every mail about submissions. None quotes what was written: it leads to the page where it stands."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, TaskState

from volunteering.core.codes import six_figures, spaced
from volunteering.core.links import absolute
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.moderation.kinds import kind_of, kind_of_page
from volunteering.moderation.links import change_link, confirm_link, follow_link
from volunteering.moderation.models import Exchange, Submission
from volunteering.moderation.states import OPEN, State, Verb

TITLE = Placeholder("title", pgettext_lazy("placeholder", "title"), _("The title of what was proposed"))
MOST_LINKS = 20


class AboutSubmission(Letter):
    """`about`: {"submission": id}. Says nothing once it has moved on from `states`, or is of another address."""

    states: ClassVar[frozenset[State]]
    button: ClassVar[Promise] = _("See where it stands")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (TITLE,)
    text_template = "volunteering/submitting/mail/about.txt"
    html_template = "volunteering/submitting/mail/about.html"

    def submission(self, mail: OutgoingMail) -> Submission:
        # A link to a submission is for its author: an address that was corrected meanwhile gets none.
        rows = Submission.objects.select_related("site").filter(state__in=self.states, email=mail.recipient)
        found = rows.filter(pk=mail.about.get("submission")).first()
        if found is None:
            raise NothingToSay
        return found

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        submission = self.submission(mail)
        return {
            "title": submission.title,
            "words": self.words(mail),
            "url": follow_link(submission),
            "button": str(self.button),
        }

    def words(self, mail: OutgoingMail) -> str:
        return ""

    def example(self, *, home: str) -> dict[str, Any]:
        words = str(_("An example of what the town hall writes.")) if hasattr(self, "verb") else ""
        return {"title": str(_("Example of an event")), "words": words, "url": home, "button": str(self.button)}


class ConfirmAddress(AboutSubmission):
    label = _("Submission: confirmation of the address")
    states = frozenset({State.UNCONFIRMED})
    subject = _("One click left: %(title)s – %(city_name)s")
    opening = _("One click left, and the town hall gets what you propose:")
    text_template = "volunteering/submitting/mail/confirm.txt"
    html_template = "volunteering/submitting/mail/confirm.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        submission = self.submission(mail)
        return {"title": submission.title, "code": spaced(code_of(submission)), "url": confirm_link(submission)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "code": "123 456"}


class DraftLink(Letter):
    """`about`: {"submission": id}. To an address nobody has proven: not even the title is in it."""

    label = _("Submission: link to go on later")
    subject = _("To go on with what you began – %(city_name)s")
    opening = _("You began to propose something, and would like to go on later. Here is the way back:")
    text_template = "volunteering/submitting/mail/draft.txt"
    html_template = "volunteering/submitting/mail/draft.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        found = Submission.objects.select_related("site").filter(pk=mail.about.get("submission"), state=State.DRAFT)
        submission = found.first()
        if submission is None:
            raise NothingToSay
        return {"url": follow_link(submission)}


class ChangeLink(Letter):
    """`about`: {"page": key}. To the office of whoever speaks for the page, as long as that is its address."""

    label = _("Change of a page: link for the association")
    subject = _("To change “%(title)s” – %(city_name)s")
    opening = _("Somebody, probably one of you, would like to change this page of your association:")
    closing = _("Nobody of you asked for it? Then do nothing: without this link nothing changes.")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (TITLE,)
    text_template = "volunteering/submitting/mail/about.txt"
    html_template = "volunteering/submitting/mail/about.html"
    button = _("Propose a change")

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        page = Page.objects.live().filter(pk=mail.about.get("page")).first()
        page = page and page.specific
        kind = page and kind_of_page(page)
        if not kind or (kind.office_address(page) or "").strip().lower() != mail.recipient:
            raise NothingToSay
        url = change_link(page, mail.recipient, mail.site or page.get_site())
        return {"title": page.title, "words": "", "url": url, "button": str(self.button)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"title": str(_("Example of an event")), "words": "", "url": home, "button": str(self.button)}


class Received(AboutSubmission):
    label = _("Submission: it has arrived")
    states = frozenset({State.WAITING, State.CHANGES})
    subject = _("The town hall has got it: %(title)s – %(city_name)s")
    opening = _("Thank you! The town hall has got what you propose, and somebody reads it soon.")
    closing = _("You forgot something? You can still change it, or withdraw it, with the button above.")


class Decided(AboutSubmission):
    """`about`: {"submission": id, "line": key of the decision}. One that was taken back is not told."""

    verb: ClassVar[Verb]

    def line(self, mail: OutgoingMail) -> Exchange:
        line = Exchange.objects.filter(pk=mail.about.get("line")).select_related("submission").first()
        if line is None or line.at != line.submission.decided_at:
            raise NothingToSay
        return line

    def words(self, mail: OutgoingMail) -> str:
        return self.line(mail).words


class Approved(Decided):
    label = _("Submission: published")
    verb = Verb.APPROVE
    states = frozenset({State.APPROVED})
    subject = _("It is published: %(title)s – %(city_name)s")
    opening = _("Good news: what you proposed is published. Thank you!")
    closing = _("Something changes? Propose the change with the same button.")
    button = _("See it and share it")


class ChangeAsked(Decided):
    label = _("Submission: a change is asked for")
    verb = Verb.ASK
    states = frozenset({State.CHANGES})
    subject = _("A small change, please: %(title)s – %(city_name)s")
    opening = _("The town hall has read what you propose, and asks you for a change before it is published:")
    closing = _("What you wrote is kept: open it, change what is needed, send it again.")
    button = _("Change it")


class Refused(Decided):
    label = _("Submission: not published")
    verb = Verb.REFUSE
    states = frozenset({State.REFUSED})
    subject = _("About what you proposed: %(title)s – %(city_name)s")
    opening = _("The town hall has read what you proposed, and does not publish it. Here is why:")
    closing = _("You see it otherwise? Write to us with the button above, or call us: we talk about it.")


DECISIONS: dict[Verb, type[Decided]] = {each.verb: each for each in (Approved, ChangeAsked, Refused)}


class OfficeWrote(AboutSubmission):
    label = _("Submission: a message from the town hall")
    states = frozenset({*OPEN, State.APPROVED, State.REFUSED})
    subject = _("The town hall wrote to you: %(title)s – %(city_name)s")
    opening = _("The town hall has a question or a word for you about:")
    button = _("Read and answer")


class MySubmissions(Letter):
    """To one address: the way to each of its submissions."""

    label = _("Submissions: links to one’s own")
    subject = _("What you proposed – %(city_name)s")
    opening = _("Here is the way to what you proposed:")
    text_template = "volunteering/submitting/mail/mine.txt"
    html_template = "volunteering/submitting/mail/mine.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Submission.objects.of_address(mail.recipient).filter(site=mail.site, confirmed_at__isnull=False)
        found = rows.select_related("site").order_by("-changed_at")[:MOST_LINKS]
        if not found:
            raise NothingToSay
        return {"links": [{"title": each.title, "url": follow_link(each)} for each in found]}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"links": [{"title": str(_("Example of an event")), "url": home}]}


class NothingSubmitted(Letter):
    label = _("Submissions: none with this address")
    subject = _("Nothing proposed with this address – %(city_name)s")
    opening = _("Somebody, probably you, asked for what was proposed with this address. There is nothing.")
    text_template = "volunteering/submitting/mail/nothing.txt"
    html_template = "volunteering/submitting/mail/nothing.html"


class SomethingWaits(Letter):
    """To somebody of the office. `about`: {"task_state": key}."""

    label = _("To the office: something waits to be read")
    subject = _("To read: %(title)s – %(city_name)s")
    opening = _("Something waits for your approval:")
    closing = _(
        "You would rather not get these mails? Turn them off in your account of the admin, under “Notifications”."
    )
    placeholders: ClassVar[tuple[Placeholder, ...]] = (TITLE,)
    text_template = "volunteering/submitting/mail/about.txt"
    html_template = "volunteering/submitting/mail/about.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("workflow_state")
        state = waiting.filter(pk=mail.about.get("task_state")).first()
        page = state and state.workflow_state.content_object
        if not isinstance(page, Page):
            raise NothingToSay
        title = page.get_latest_revision_as_object().title
        return {"title": title, "words": "", "url": absolute(_where_to_read(page), mail.site), "button": str(READ)}

    def example(self, *, home: str) -> dict[str, Any]:
        return {"title": str(_("Example of an event")), "words": "", "url": home, "button": str(READ)}


READ = _("Read it")


def _where_to_read(page: Page) -> str:
    """Our screen for what was submitted, the editor for what an editor wrote."""
    submission = Submission.objects.waiting().of_page(page).first()
    if submission is not None and kind_of(submission.kind):
        return reverse("volunteering_submissions:read", args=[submission.pk])
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def code_of(submission: Submission) -> str:
    return six_figures("moderation.code", f"{submission.pk}:{submission.email}")


TO_AUTHORS = (
    *(DraftLink, ChangeLink, ConfirmAddress, Received, ChangeAsked, Approved, Refused, OfficeWrote),
    *(MySubmissions, NothingSubmitted),
)
MAILS = (
    ("submissions", _("To authors"), TO_AUTHORS),
    ("office", _("To the office"), (SomethingWaits,)),
)
