"""What is told because time passes."""

from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from volunteering.applications.notifications.to_organiser import ToOrganiser
from volunteering.applications.notifications.to_volunteer import ToVolunteer
from volunteering.applications.states import UNANSWERED, State
from volunteering.core.links import absolute
from volunteering.core.outbox.models import OutgoingMail
from volunteering.missions.models import MissionPage

ALTERNATIVES = 3


class Reminder(ToVolunteer):
    """A week before, and the day before."""

    label = _("Reminder of a date")
    states = frozenset({State.ACCEPTED})
    subject = _("Reminder: %(title)s, %(when)s")
    opening = _("A word to remind you: %(organiser)s is expecting you. Thank you for coming!")
    closing = _("Something comes up? Tell us with one click: somebody else surely takes the place.")
    calendar = "PUBLISH"

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "words": str(_("Bring gloves."))}

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        """With what to bring, when the mission says it."""
        mission = self.application(mail).mission
        return {**super().context(mail), "words": " ".join(strip_tags(mission.good_to_know).split())}


class WereYouThere(ToVolunteer):
    label = _("Sign-up: did it take place?")
    states = frozenset({State.ACCEPTED})
    subject = _("Did it take place? %(title)s – %(city_name)s")
    opening = _("You were expected by %(organiser)s. Were you there? One click, and your time is written down.")
    button = _("Say that I was there")


class NoAnswerYet(ToVolunteer):
    label = _("Sign-up: no answer yet")
    states = UNANSWERED
    subject = _("No answer yet: %(title)s – %(city_name)s")
    opening = _("%(organiser)s has not answered yet. We have reminded them, and your place is still kept.")
    closing = _("These missions need somebody too:")
    text_template = "volunteering/applications/mail/alternatives.txt"
    html_template = "volunteering/applications/mail/alternatives.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        missions = alternatives(self.application(mail).mission)
        entries = [{"title": each.title, "url": absolute(each.get_url() or "", mail.site)} for each in missions]
        context = {**super().context(mail), "entries": entries}
        return context if entries else {**context, "closing": ""}

    def example(self, *, home: str) -> dict[str, Any]:
        return {**super().example(home=home), "entries": [{"title": str(_("Example of a mission")), "url": home}]}


def alternatives(mission: MissionPage) -> list[MissionPage]:
    """Three that need somebody now: those of the same themes first."""
    others = MissionPage.objects.published().recruiting().exclude(pk=mission.pk)
    like = list(others.of_themes(mission.themes.all()).soonest()[:ALTERNATIVES])
    rest = others.exclude(pk__in=[each.pk for each in like]).soonest()
    return [*like, *rest[: ALTERNATIVES - len(like)]]


class StillWaits(ToOrganiser):
    label = _("To the association: somebody waits for an answer")
    states = UNANSWERED
    subject = _("%(name)s is waiting for your answer: %(title)s")
    opening = _("%(name)s offered to give you a hand a week ago, and is waiting for your answer.")
    closing = _("Yes, no, or “let us talk”: one click is enough. You need help? Call us.")


class DidItTakePlace(ToOrganiser):
    label = _("To the association: did it take place?")
    states = frozenset({State.ACCEPTED})
    subject = _("Did it take place? %(title)s, %(when)s")
    opening = _("People were expected. Who came? One click each, and their time is written down.")
    button = _("Say who came")
