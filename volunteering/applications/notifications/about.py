"""What all mails about one application share."""

from datetime import datetime
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.moments import moment_in_words, span_in_words
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.missions.models import Capacity


def when(capacity: Capacity) -> str:
    """Of a shift, its hours; of a mission without shifts, how often one comes."""
    mission = capacity.mission
    if capacity.start is None:
        return mission.rhythm or str(mission.get_commitment_display())
    start, end = timezone.localtime(capacity.start), timezone.localtime(capacity.end)
    return span_in_words(start, end, all_day=False, today=timezone.localdate())


class AboutApplication(Letter):
    """`about`: {"application": id}. Says nothing any more once the application has moved on from `states`, or whoever
    it was of has left.
    """

    states: ClassVar[frozenset[State]]
    opening: ClassVar[Promise]
    closing: ClassVar[Promise | str] = ""
    button: ClassVar[Promise]
    text_template = "volunteering/applications/mail/application.txt"
    html_template = "volunteering/applications/mail/application.html"

    def application(self, mail: OutgoingMail) -> Application:
        rows = Application.objects.told_whole().filter(state__in=self.states).exclude(volunteer=None)
        found = rows.filter(pk=mail.about.get("application")).first()
        if found is None:
            raise NothingToSay
        return found

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        application = self.application(mail)
        values = self.values(application)
        return {
            **values,
            "where": application.mission.where,
            "opening": str(self.opening) % values,
            "closing": str(self.closing) % values,
            "words": application.words,
            "reason": self.reason(application),
            "button": str(self.button),
            "url": self.url(application, mail),
        }

    def values(self, application: Application) -> dict[str, Any]:
        organiser = application.mission.public_organiser
        return {
            "title": application.mission.title,
            "when": when(application.capacity),
            "organiser": organiser.title if organiser else str(_("The city")),
            "name": application.volunteer.short_name,
            "until": _moment(application.until),
        }

    def reason(self, application: Application) -> str:
        return ""

    def url(self, application: Application, mail: OutgoingMail) -> str:
        raise NotImplementedError


def _moment(moment: datetime | None) -> str:
    return moment_in_words(timezone.localtime(moment), today=timezone.localdate()) if moment else ""
