"""Who is written to when an application changes."""

from collections.abc import Iterable

from django.conf import settings

from volunteering.applications.models import Application
from volunteering.applications.notifications.to_organiser import TO_ORGANISER, PlaceFreed
from volunteering.applications.notifications.to_volunteer import TO_VOLUNTEER, ToVolunteer
from volunteering.applications.recipients import voices
from volunteering.applications.states import ACTIVE, HOLDING, Actor, State
from volunteering.core.outbox.actions import post
from volunteering.missions.models import Capacity
from volunteering.relay.models import Message

OVER = frozenset(State) - ACTIVE


def notify(application: Application, *, before: State | None, by: Actor, line: Message) -> None:
    """The mails of one change: to the volunteer, and to the organiser unless they did it themselves.

    An association that was counting on nobody need not hear that nobody comes, nor does anybody hear how an invitation
    ended that they left unanswered or turned down.
    """
    state = State(application.state)
    mission, about = application.mission, {"application": str(application.pk)}
    site = mission.get_site()
    letter = None if before == State.INVITED and state in OVER else TO_VOLUNTEER.get(state)
    if letter and application.volunteer.email:
        language = application.volunteer.language
        key = f"{letter.__name__}:{line.pk}"
        post(letter=letter, to=application.volunteer.email, about=about, dedup_key=key, site=site, language=language)
    told = TO_ORGANISER.get(state)
    counted = state != State.WITHDRAWN or before in HOLDING
    if told and counted and by != Actor.ASSOCIATION:
        for number, address in enumerate(voices(mission)):
            key = f"{told.__name__}:{line.pk}:{number}"
            language = settings.LANGUAGE_CODE
            post(letter=told, to=address, about=about, dedup_key=key, site=site, language=language)


def tell_everyone(letter: type[ToVolunteer], applications: Iterable[Application], *, which: str) -> None:
    """The same to each volunteer who can be written to. `which`: one mail for each."""
    for row in applications:
        if row.volunteer and row.volunteer.email:
            key, site = f"{letter.__name__}:{row.pk}:{which}", row.mission.get_site()
            whom = {"to": row.volunteer.email, "language": row.volunteer.language, "site": site}
            post(letter=letter, about={"application": str(row.pk)}, dedup_key=key, **whom)


def tell_place_is_free(capacity: Capacity, *, which: str) -> None:
    """To the organiser, who was counting on somebody. `which`: one mail for each."""
    site, about = capacity.mission.get_site(), {"capacity": capacity.pk}
    for number, address in enumerate(voices(capacity.mission)):
        key = f"PlaceFreed:{which}:{number}"
        post(letter=PlaceFreed, to=address, about=about, dedup_key=key, site=site, language=settings.LANGUAGE_CODE)
