"""What all mails about one application share."""

from datetime import datetime
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from volunteering.applications.models import Application
from volunteering.applications.states import State
from volunteering.core.moments import moment_in_words, span_in_words
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.missions.models import Capacity

MISSION = Placeholder("title", pgettext_lazy("placeholder", "mission"), _("The title of the mission"))
WHEN = Placeholder("when", pgettext_lazy("placeholder", "date"), _("When it is, in words"))
ORGANISER = Placeholder("organiser", pgettext_lazy("placeholder", "association"), _("Who organises it"))
VOLUNTEER = Placeholder("name", pgettext_lazy("placeholder", "volunteer"), _("First name and initial of the volunteer"))
UNTIL = Placeholder("until", pgettext_lazy("placeholder", "deadline"), _("Until when one may answer"))


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
    button: ClassVar[Promise]
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION, WHEN, ORGANISER)
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
        return {
            **self.values(application),
            "where": application.mission.where,
            "words": application.words,
            "reason": self.reason(application),
            "button": str(self.button),
            "url": self.url(application, mail),
        }

    def example(self, *, home: str) -> dict[str, Any]:
        invented = {"name": str(_("First name N.")), "until": str(_("Thursday 12 March, 6 pm"))}
        return {**example_of_mission(), **invented, "words": "", "reason": "", "button": str(self.button), "url": home}

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


def example_of_mission() -> dict[str, str]:
    return {
        "title": str(_("Example of a mission")),
        "when": str(_("Saturday 14 March, 10 am – 12 noon")),
        "where": str(_("Town hall")),
        "organiser": str(_("The association of the example")),
    }


def _moment(moment: datetime | None) -> str:
    return moment_in_words(timezone.localtime(moment), today=timezone.localdate()) if moment else ""
