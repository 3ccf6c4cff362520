"""What an organiser is told. Nothing of what the person wrote is quoted: it may hold an address."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.applications.links import answer_link
from volunteering.applications.models import Application
from volunteering.applications.notifications.about import (
    MISSION,
    VOLUNTEER,
    WHEN,
    AboutApplication,
    example_of_mission,
    when,
)
from volunteering.applications.states import State
from volunteering.core.outbox.letters import Letter, NothingToSay
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder
from volunteering.missions.models import Capacity


class ToOrganiser(AboutApplication):
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION, WHEN, VOLUNTEER)
    button = _("Answer")

    def url(self, application: Application, mail: OutgoingMail) -> str:
        return answer_link(application.mission, mail.recipient, mail.site)


class SomebodyAsks(ToOrganiser):
    label = _("To the association: somebody would like to come")
    states = frozenset({State.REQUESTED})
    subject = _("%(name)s would like to give a hand: %(title)s")
    opening = _("%(name)s would like to give you a hand.")
    closing = _("A place is kept meanwhile. An answer within a few days keeps people willing: one click is enough.")


class SomebodyComes(ToOrganiser):
    label = _("To the association: somebody comes")
    states = frozenset({State.ACCEPTED})
    subject = _("%(name)s is coming: %(title)s")
    opening = _("%(name)s has signed up and is coming.")
    closing = _("You need do nothing: we have told them that you expect them.")
    button = _("See who comes")


class SomebodyLeft(ToOrganiser):
    label = _("To the association: somebody has withdrawn")
    states = frozenset({State.WITHDRAWN})
    subject = _("%(name)s cannot come after all: %(title)s")
    opening = _("%(name)s cannot come after all.")
    closing = _("The place is offered to the waiting list, or is free again.")
    button = _("See who comes")


class PlaceFreed(Letter):
    """`about`: {"capacity": id}. Whoever it was has had everything erased: nothing is told of them."""

    label = _("To the association: a place is free again")
    subject = _("A place is free again: %(title)s, %(when)s")
    opening = _("Somebody who had signed up has had all their data erased: they do not come.")
    closing = SomebodyLeft.closing
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION, WHEN)
    text_template = "volunteering/applications/mail/application.txt"
    html_template = "volunteering/applications/mail/application.html"

    def context(self, mail: OutgoingMail) -> dict[str, Any]:
        rows = Capacity.objects.select_related("mission__organiser", "mission__neighbourhood")
        capacity = rows.filter(pk=mail.about.get("capacity")).first()
        if capacity is None:
            raise NothingToSay
        return {
            "title": capacity.mission.title,
            "when": when(capacity),
            "where": capacity.mission.where,
            **self.rest(answer_link(capacity.mission, mail.recipient, mail.site)),
        }

    def example(self, *, home: str) -> dict[str, Any]:
        return {**example_of_mission(), **self.rest(home)}

    def rest(self, url: str) -> dict[str, str]:
        return {"words": "", "reason": "", "button": str(SomebodyLeft.button), "url": url}


TO_ORGANISER: dict[State, type[ToOrganiser]] = {
    State.REQUESTED: SomebodyAsks,
    State.ACCEPTED: SomebodyComes,
    State.WITHDRAWN: SomebodyLeft,
}
