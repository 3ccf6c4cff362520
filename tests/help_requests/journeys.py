"""What somebody does with the site to ask for a hand, and what a volunteer does to give one."""

from django.contrib.auth import get_user_model
from wagtail.models import Site

from tests.factories import NeighbourhoodFactory, VolunteerFactory
from tests.hands import HelpKindFactory
from tests.mailbox import collect, link_with, stamp_on
from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.core.models import Neighbourhood
from volunteering.help_requests.models import HelpKind

ASK = "/engagement/coups-de-main/demander/"
GIVE = "/engagement/coups-de-main/"
PAULETTE = "paulette.kanari@people.example"


def answers(**changed):
    """What somebody types, as the form names it."""
    kind = HelpKind.objects.filter(slug="courses").first() or HelpKindFactory(slug="courses", name="Faire une course")
    quarter = Neighbourhood.objects.first() or NeighbourhoodFactory(name="Le Port", slug="le-port")
    return {
        "kind": kind.slug,
        "neighbourhood": quarter.slug,
        "moment": "morning",
        "duration": "60",
        "frequency": "once",
        "words": "Porter mes courses, je m’appelle Kanariwort.",
        "for_whom": "self",
        "first_name": "Paulette",
        "last_name": "Kanariname",
        "phone": "04 65 71 22 22",
        "address": "3 rue Kanaristrasse",
        **changed,
    }


def ask(client, clock, **changed):
    """Fill in the form as a person does, twenty seconds after it was shown."""
    data = answers(**{"email": PAULETTE, "website": "", "stamp": stamp_on(client, ASK), **changed})
    clock.shift(20)
    return client.post(ASK, data)


def asked_and_proven(client, clock, **changed):
    """The whole way in: the page of the request, and the mails that left because of it."""
    collect()
    ask(client, clock, **changed)
    [message] = collect()
    page = client.post(link_with(message, "confirmer"), follow=True)
    return page, collect()


def city_with_charter():
    city = CitySettings.for_site(_site())
    city.charter, city.office_email = "<p>Venir quand on l’a dit.</p>", "office@city.example"
    city.save()
    return charter_version(city)


def _site():
    return Site.objects.get(is_default_site=True)


def volunteer_in(client, **fields):
    """Somebody signed in who has agreed with the charter, and is known to be of age."""
    version = city_with_charter()
    number = get_user_model().objects.count()
    user = get_user_model().objects.create_user(f"giver-{number}", f"giver-{number}@people.example")
    told = {"user": user, "email": user.email, "charter_version": version, "birth_year": 1980, **fields}
    client.force_login(user)
    return VolunteerFactory(**told)
