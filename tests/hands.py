"""What tests build of help requests: kinds, requests in each state, offers."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Site

from tests.factories import VolunteerFactory
from volunteering.help_requests.actions import accept, offer_help
from volunteering.help_requests.models import HelpKind, HelpRequest, Offer
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.states import Actor, State
from volunteering.volunteers.models import Volunteer


class HelpKindFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Kind {n}")
    slug = factory.Sequence(lambda n: f"kind-{n}")
    icon = "package"

    class Meta:
        model = HelpKind


class HelpRequestFactory(DjangoModelFactory):
    """Arrived today, and not read yet. `shown=True`: an agent approved it; `on_paper=True`: by telephone."""

    site = factory.LazyFunction(lambda: Site.objects.get(is_default_site=True))
    kind = factory.LazyFunction(lambda: HelpKind.objects.first() or HelpKindFactory())
    first_name, last_name, language = "Paulette", "Martin", "fr"
    email = factory.Sequence(lambda n: f"asker-{n}@people.example")
    phone, address = "04 65 71 22 22", "3 rue du Port"
    words = "Je ne peux plus porter mes courses."
    expires_at = factory.LazyFunction(lambda: timezone.now() + TERM)

    class Meta:
        model = HelpRequest

    class Params:
        shown = factory.Trait(state=State.OPEN, need="Porter des courses", opened_at=factory.LazyFunction(timezone.now))
        on_paper = factory.Trait(email="", consent_read_at=factory.LazyFunction(timezone.now))
        unconfirmed = factory.Trait(state=State.UNCONFIRMED, expires_at=None)


def offer_of(request: HelpRequest, volunteer: Volunteer | None = None, text: str = "Je passe volontiers.") -> Offer:
    """Somebody offers to come, and it works."""
    return offer_help(request=request, volunteer=volunteer or VolunteerFactory(), text=text)


def matched(volunteer: Volunteer | None = None, **request) -> Offer:
    """Somebody asked, somebody offered, the asker said yes."""
    return accept(offer=offer_of(HelpRequestFactory(shown=True, **request), volunteer), by=Actor.ASKER)
