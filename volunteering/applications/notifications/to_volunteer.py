"""What a volunteer is told, state by state."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from volunteering.applications.calendar import entry
from volunteering.applications.links import mine_link, not_to_be_found_link
from volunteering.applications.models import Application
from volunteering.applications.notifications.about import MISSION, ORGANISER, UNTIL, WHEN, AboutApplication
from volunteering.applications.states import State
from volunteering.core.calendar_entry import EntryStatus, calendar_of
from volunteering.core.outbox.letters import Attachment
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import Placeholder


class ToVolunteer(AboutApplication):
    button = _("See or change my sign-ups")

    def url(self, application: Application, mail: OutgoingMail) -> str:
        return mine_link(application.volunteer, mail.site)

    def attachments(self, mail: OutgoingMail) -> list[Attachment]:
        """The date for a calendar, once it is promised, and its end when it is not any more."""
        application = self.application(mail)
        if self.calendar is None or application.capacity.start is None:
            return []
        name = "annulation.ics" if self.calendar == "CANCEL" else "mission.ics"
        status = EntryStatus.CANCELLED if self.calendar == "CANCEL" else EntryStatus.CONFIRMED
        content = calendar_of(entry(application, mail.site, status=status))
        return [Attachment(name, content, f"text/calendar; method={self.calendar}; charset=utf-8")]

    calendar: ClassVar[str | None] = None


class Invited(ToVolunteer):
    """Associations write first here: like any mail that nobody asked for, it ends with one click."""

    label = _("Invitation of an association")
    states = frozenset({State.INVITED})
    subject = _("%(organiser)s would be glad of your help: %(title)s – %(city_name)s")
    opening = _(
        "You told us that associations may find you, and %(organiser)s would be glad if you came. They have read what"
        " you like and can do, not how to reach you."
    )
    closing = _("The invitation holds until %(until)s. No is an answer too, and whoever does not answer owes nothing.")
    button = _("Read the invitation and answer")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION, WHEN, ORGANISER, UNTIL)
    is_bulk = True

    def unsubscribe_url(self, mail: OutgoingMail) -> str:
        return not_to_be_found_link(self.application(mail).volunteer, mail.site)


class Requested(ToVolunteer):
    label = _("Sign-up: your request is with the association")
    states = frozenset({State.REQUESTED, State.DISCUSSING})
    subject = _("Your request has arrived: %(title)s – %(city_name)s")
    opening = _("Thank you! Your request has arrived, and a place is kept for you while %(organiser)s answers.")
    closing = _("The answer comes by e-mail, within a few days. You change your mind? One click, no questions.")


class Accepted(ToVolunteer):
    label = _("Sign-up: you are expected")
    states = frozenset({State.ACCEPTED})
    subject = _("You are expected: %(title)s – %(city_name)s")
    opening = _("It is settled: %(organiser)s is expecting you.")
    closing = _("Something comes up? Tell us with one click: somebody else surely takes the place.")
    calendar = "PUBLISH"


class InDiscussion(ToVolunteer):
    label = _("Sign-up: the association would like to talk first")
    states = frozenset({State.DISCUSSING})
    subject = _("Let us talk about it first: %(title)s – %(city_name)s")
    opening = _("%(organiser)s has read your request and would like to talk it over before answering.")
    closing = _("Your place is kept meanwhile.")


class OnWaitingList(ToVolunteer):
    label = _("Sign-up: on the waiting list")
    states = frozenset({State.WAITING})
    subject = _("You are on the waiting list: %(title)s – %(city_name)s")
    opening = _("All places are taken for now: you are on the waiting list.")
    closing = _("As soon as a place comes free, we write to you and keep it for you for a while.")


class Offered(ToVolunteer):
    label = _("Sign-up: a place has come free")
    states = frozenset({State.OFFERED})
    subject = _("A place for you: %(title)s – %(city_name)s")
    opening = _("A place has come free, and it is yours if you still want it. We keep it for you until %(until)s.")
    closing = _("After that it goes to the next person.")
    placeholders: ClassVar[tuple[Placeholder, ...]] = (MISSION, WHEN, ORGANISER, UNTIL)
    button = _("Answer")


class OfferOver(ToVolunteer):
    label = _("Sign-up: the place went to the next person")
    states = frozenset({State.EXPIRED})
    subject = _("The place went to somebody else: %(title)s – %(city_name)s")
    opening = _("We had no answer from you in time: the place went to the next person on the list.")
    closing = _("You still want to give a hand? Other missions need people, and you can sign up again.")


class Declined(ToVolunteer):
    label = _("Sign-up: not this time")
    states = frozenset({State.DECLINED})
    subject = _("Not this time: %(title)s – %(city_name)s")
    opening = _("%(organiser)s thanks you for your offer, and cannot take it up this time.")
    closing = _("Other missions need you: have a look, or call us.")

    def reason(self, application: Application) -> str:
        return application.get_reason_display()


class Withdrawn(ToVolunteer):
    label = _("Sign-up: withdrawn")
    states = frozenset({State.WITHDRAWN})
    subject = _("You are no longer signed up: %(title)s – %(city_name)s")
    opening = _("You are no longer signed up, and %(organiser)s knows. Thank you for telling us.")
    closing = _("Another time, with pleasure.")
    calendar = "CANCEL"


class Cancelled(ToVolunteer):
    label = _("Sign-up: cancelled by the association")
    states = frozenset({State.CANCELLED})
    subject = _("Cancelled: %(title)s – %(city_name)s")
    opening = _("%(organiser)s has had to cancel. You are no longer expected.")
    closing = _("We are sorry. Other missions need you: have a look, or call us.")
    calendar = "CANCEL"


class Thanked(ToVolunteer):
    label = _("Sign-up: thank you")
    states = frozenset({State.DONE})
    subject = _("Thank you: %(title)s – %(city_name)s")
    opening = _("%(organiser)s thanks you for the time you gave. It is written down in your space.")
    closing = _("See you soon?")


TO_VOLUNTEER: dict[State, type[ToVolunteer]] = {
    State.INVITED: Invited,
    State.REQUESTED: Requested,
    State.ACCEPTED: Accepted,
    State.DISCUSSING: InDiscussion,
    State.WAITING: OnWaitingList,
    State.OFFERED: Offered,
    State.EXPIRED: OfferOver,
    State.DECLINED: Declined,
    State.WITHDRAWN: Withdrawn,
    State.CANCELLED: Cancelled,
    # Nothing is written to whoever did not come: a reproach brings nobody back.
    State.DONE: Thanked,
}
