"""Letters of the tests, in the words of one of ours."""

from django.utils.translation import gettext_lazy as _

from volunteering.alerts.notifications import NothingFollowed
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail

JEANNE = "jeanne.canari@people.example"


class Note(Letter):
    label = subject = _("Visit the site")
    opening = NothingFollowed.opening
    text_template = "volunteering/alerts/mail/nothing.txt"
    html_template = "volunteering/alerts/mail/nothing.html"


class Bulletin(Note):
    is_bulk = True

    def unsubscribe_url(self, mail):
        return "https://city.example/stop/token/"


class Titled(Note):
    """Its subject repeats what somebody typed."""

    subject = "News of %(title)s"

    def context(self, mail):
        return {"title": mail.about["title"]}


class Outdated(Note):
    def context(self, mail):
        raise NothingToSay


class Faulty(Note):
    def context(self, mail):
        raise RuntimeError("a fault of ours")


def note(letter=Note, *, key="a key", to=JEANNE, **about) -> OutgoingMail:
    """A row that waits."""
    assert post(letter=letter, to=to, about=about, dedup_key=key, language="fr")
    return OutgoingMail.objects.get(dedup_key=key)
