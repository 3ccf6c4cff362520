"""The demo's help requests: a dozen neighbours, some waiting to be read, most open, one that somebody comes to."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Site

from home.demo.sign_ups import DOMAIN
from volunteering.core.models import Neighbourhood
from volunteering.help_requests.models import ASKER, VOLUNTEER, HelpKind, HelpRequest, Offer
from volunteering.help_requests.models.help_request import TERM
from volunteering.help_requests.states import OfferState, State
from volunteering.relay.models import Conversation, Message, Party
from volunteering.volunteers.models import Volunteer

ADDRESS = "voisins.rivemont.example"
# First names that say nothing of anybody, and an initial.
NAMES = ("Andrea B", "Sacha D", "Claude G", "Dominique M", "Noa P", "Alix R")
# Kind, what volunteers read (empty: not read yet), when, minutes, how often, days ago.
ROWS = (
    ("courses", "Porter les courses de la supérette, deux sacs", "morning", 60, "weekly", 2),
    ("visite", "Jouer aux dames ou bavarder autour d’un café", "afternoon", 60, "weekly", 5),
    ("promenade", "Faire le tour du parc au bras de quelqu’un", "afternoon", 60, "once", 1),
    ("lecture", "Lire le journal à voix haute", "morning", 60, "fortnightly", 9),
    ("bricolage", "Accrocher trois cadres et changer une ampoule", "weekend", 60, "once", 3),
    ("papiers", "Comprendre une lettre et remplir un formulaire", "any", 60, "once", 6),
    ("numerique", "Installer une application sur un téléphone", "evening", 30, "once", 12),
    ("accompagnement", "Accompagner à un rendez-vous au centre de santé", "soon", 120, "once", 0),
    ("animal", "Promener un petit chien pendant une convalescence", "evening", 30, "weekly", 17),
    ("courses", "Aller chercher une ordonnance à la pharmacie", "soon", 30, "once", 4),
    ("visite", "", "afternoon", 60, "weekly", 0),
    ("papiers", "", "any", 60, "once", 1),
)


def seed_help_requests() -> None:
    """Once: those that are there stay as somebody left them."""
    if HelpRequest.objects.filter(email__endswith=ADDRESS).exists():
        return
    site, now = Site.objects.get(is_default_site=True), timezone.now()
    kinds, quarters = {kind.slug: kind for kind in HelpKind.objects.all()}, list(Neighbourhood.objects.all())
    for number, (slug, need, moment, duration, frequency, days) in enumerate(ROWS):
        first_name, _space, last_name = NAMES[number % len(NAMES)].partition(" ")
        asked = now - timedelta(days=days, hours=2)
        HelpRequest.objects.create(
            site=site,
            kind=kinds.get(slug),
            neighbourhood=quarters[number % len(quarters)] if quarters else None,
            need=need,
            words="Bonjour, est-ce que quelqu’un pourrait m’aider ? Merci d’avance.",
            moment=moment,
            duration=duration,
            frequency=frequency,
            first_name=first_name,
            last_name=last_name,
            email=f"voisin-{number}@{ADDRESS}",
            language="fr",
            state=State.OPEN if need else State.WAITING,
            asked_at=asked,
            opened_at=asked + timedelta(hours=1) if need else None,
            expires_at=asked + TERM,
        )
    _offer(now)


def _offer(now) -> None:
    """Somebody comes to the first, somebody else has offered to come to the second."""
    first, second = HelpRequest.objects.filter(email__endswith=ADDRESS, state=State.OPEN).order_by("email")[:2]
    volunteers = Volunteer.objects.filter(email__endswith=DOMAIN).order_by("pk")[:2]
    for request, volunteer, state in zip((first, second), volunteers, ("accepted", "offered"), strict=False):
        conversation = Conversation.objects.create()
        sides = {role: Party.objects.create(conversation=conversation, role=role) for role in (VOLUNTEER, ASKER)}
        Message.objects.create(
            conversation=conversation, author=sides[VOLUNTEER], text="Bonjour, j’habite à côté : je passe volontiers."
        )
        Offer.objects.create(request=request, volunteer=volunteer, conversation=conversation, state=OfferState(state))
    if first.offers.exists():
        HelpRequest.objects.filter(pk=first.pk).update(state=State.MATCHED, matched_at=now)
