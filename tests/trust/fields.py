"""Who reads which field of a person: the table, and somebody whose every field is a canary."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests import city
from tests.factories import (
    AssociationFactory,
    MissionFactory,
    NeighbourhoodFactory,
    SkillFactory,
    VolunteerFactory,
    apply,
    shift_of,
)
from tests.hands import HelpRequestFactory, offer_of
from tests.trust.canaries import Canaries
from tests.trust.roles import Role, browser, someone
from volunteering.applications.models import Application
from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.help_requests.models import HelpRequest, Offer
from volunteering.missions.models import MissionPage
from volunteering.volunteers.availability import week_in_short
from volunteering.volunteers.models import Volunteer, VolunteerSkill


class Reader(StrEnum):
    """In the order of the table's columns. The association before it says yes, and after."""

    SELF = "self"
    APPLIED = "association"
    ACCEPTED = "association that accepted"
    HELPING = "another volunteer"
    EDITOR = Role.EDITOR
    MODERATOR = Role.MODERATOR
    AGENT = Role.AGENT
    SUPERUSER = Role.SUPERUSER


# R: reads it · L: reads it with a reason, which is logged · -: never. The table is that of docs/trust.md.
# fmt: off
TABLE = {
    #                    self applied accepted helping editor moderator agent superuser
    "first name":       "R    R       R        -       R      R         R     R",
    "last name":        "R    -       R        -       R      R         R     R",
    "e-mail":           "R    -       -        -       -      -         L     L",
    "phone":            "R    -       -        -       -      -         L     L",
    "neighbourhood":    "R    -       -        -       -      -         R     R",
    "skill":            "R    -       R        -       -      -         R     R",
    "availability":     "R    -       -        -       -      -         R     R",
    "year of birth":    "R    -       -        -       -      -         -     -",
    "another mission":  "R    -       -        -       R      R         R     R",
    "what was written": "R    R       R        -       -      -         -     -",
    "need":             "R    -       -        R       -      -         R     R",
    "area of the need": "R    -       -        R       -      -         R     R",
    "their words":      "R    -       -        -       -      -         L     L",
    "their phone":      "R    -       -        -       -      -         L     L",
    "their address":    "R    -       -        -       -      -         L     L",
}
# fmt: on


def expected(reader: Reader, letter: str) -> set[str]:
    column = list(Reader).index(reader)
    return {name for name, letters in TABLE.items() if letters.split()[column] == letter}


@dataclass
class Somebody:
    """They volunteer, ask for a hand themselves, and wrote to the association."""

    owner: AbstractBaseUser
    application: Application
    elsewhere: Application
    request: HelpRequest
    offer: Offer
    canaries: Canaries
    others: dict[str, str] = field(default_factory=dict)

    @property
    def volunteer(self) -> Volunteer:
        return self.application.volunteer

    @property
    def mission(self) -> MissionPage:
        return self.application.capacity.mission

    def heard(self, text: str) -> set[str]:
        words = {**self.canaries.places, **{word: place for place, word in self.others.items()}}
        return {place for word, place in words.items() if word in text}


def somebody() -> Somebody:
    city.found()
    CitySettings.objects.update(charter="<p>Venir, ou prévenir.</p>")
    canaries, owner = Canaries(), someone(Role.OWNER)
    word = canaries.word
    volunteer = VolunteerFactory(
        user=owner,
        first_name=word("first name"),
        last_name=f"Z{word('last name')}",
        email=f"{word('e-mail')}@people.example",
        phone=word("phone"),
        neighbourhood=NeighbourhoodFactory(name=word("neighbourhood")),
        availability=["6-evening"],
        birth_year=1911,
    )
    VolunteerSkill.objects.create(volunteer=volunteer, skill=SkillFactory(name=word("skill")), level=2)
    capacity = shift_of(organiser=AssociationFactory())
    request = HelpRequestFactory(
        shown=True,
        email=owner.email,
        need=word("need"),
        neighbourhood=NeighbourhoodFactory(name=word("area of the need")),
        words=word("their words"),
        phone=word("their phone"),
        address=word("their address"),
    )
    return Somebody(
        owner=owner,
        application=apply(capacity, volunteer, message=word("what was written")),
        elsewhere=apply(MissionFactory(title=word("another mission")).capacities.get(), volunteer),
        request=request,
        offer=offer_of(request),
        canaries=canaries,
        others={"availability": str(week_in_short(["6-evening"])), "year of birth": "1911"},
    )


def client_of(reader: Reader) -> Client:
    match reader:
        case Reader.SELF:
            return browser(Role.OWNER)
        case Reader.APPLIED | Reader.ACCEPTED:
            return browser(Role.ASSOCIATION)
        case Reader.HELPING:
            client = browser(Role.RESIDENT)
            version = charter_version(CitySettings.objects.get())
            VolunteerFactory(user=someone(Role.RESIDENT), charter_version=version)
            return client
    return browser(Role(reader))


def screens(reader: Reader, person: Somebody) -> list[str]:
    """Every page of this reader on which somebody may stand."""
    match reader:
        case Reader.SELF:
            return _of_oneself(person)
        case Reader.APPLIED | Reader.ACCEPTED:
            return _of_the_association(person)
        case Reader.HELPING:
            pages = [("help_requests", ()), ("offer_help", (person.request.pk,)), ("my_help_offers", ())]
            return [reverse(f"volunteering:{name}", args=about) for name, about in pages]
    return _of_the_city(person)


def _of_oneself(person: Somebody) -> list[str]:
    about = {
        "my_thread_in_account": (person.application.pk,),
        "my_help_request": (person.request.pk,),
        "my_help_thread": (person.request.pk, person.offer.pk),
    }
    names = ("my_data", "my_profile", "my_missions", "my_help_requests", "profile_when", *about)
    return [reverse(f"volunteering:{name}", args=about.get(name, ())) for name in names]


def _of_the_association(person: Somebody) -> list[str]:
    mission = person.mission.pk
    pages = [(f"space_{name}", (mission,)) for name in ("applicants", "roster", "write")]
    pages += [("my_space", ()), ("space_thread", (mission, person.application.pk))]
    return [reverse(f"volunteering:{name}", args=about) for name, about in pages]


def _of_the_city(person: Somebody) -> list[str]:
    volunteer, request = person.volunteer.pk, person.request.pk
    pages = [("volunteers:index", ()), ("applications:index", ()), ("help_requests:index", ())]
    pages += [(f"volunteers:{name}", (volunteer,)) for name in ("inspect", "edit", "reveal", "history")]
    pages += [("applications:choose_mission", (volunteer,)), ("applications:of_mission", (person.mission.pk,))]
    pages += [(f"applications:{name}", (person.application.pk,)) for name in ("accept", "decline", "withdraw")]
    pages += [(f"help_requests:{name}", (request,)) for name in ("inspect", "edit", "reveal", "match", "history")]
    return [reverse(f"volunteering_{name}", args=about) for name, about in pages]


def reveals(person: Somebody) -> dict[str, str]:
    """The two screens that ask for a reason, and one that they know."""
    about = {("volunteers", "urgent"): person.volunteer.pk, ("help_requests", "call_back"): person.request.pk}
    return {reverse(f"volunteering_{name}:reveal", args=[key]): reason for (name, reason), key in about.items()}


def times_logged() -> int:
    return ModelLogEntry.objects.count()
