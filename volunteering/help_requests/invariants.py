"""What help requests promise: one volunteer at most, both sides of a conversation, terms."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.invariants import Invariant, register
from volunteering.help_requests.actions import purge_help_requests, refresh_help_requests
from volunteering.help_requests.actions.purging import ended
from volunteering.help_requests.models import ASKER, VOLUNTEER, HelpRequest, Offer
from volunteering.help_requests.states import RUNNING, STANDING, OfferState, State
from volunteering.relay.models import Party

# What a schedule that runs every hour, and one that runs every night, may be late.
TERMS_LATE, PURGE_LATE = timedelta(hours=3), timedelta(days=2)


def matched_wrongly() -> QuerySet:
    """Somebody is expected whom nobody accepted, or was accepted where nobody is expected."""
    accepted = Exists(Offer.objects.filter(request=OuterRef("pk"), state=OfferState.ACCEPTED))
    wrong = (Q(state=State.MATCHED) & ~accepted) | (~Q(state=State.MATCHED) & accepted)
    return HelpRequest.objects.filter(wrong).order_by("pk").values_list("pk", flat=True)


def offers_to_what_is_over() -> QuerySet:
    over = Offer.objects.filter(state__in=STANDING).exclude(request__state__in=RUNNING)
    return over.order_by("pk").values_list("pk", flat=True)


def one_sided() -> QuerySet:
    sides = {
        role: Party.objects.filter(conversation=OuterRef("conversation"), role=role) for role in (VOLUNTEER, ASKER)
    }
    lacking = ~Exists(sides[VOLUNTEER]) | ~Exists(sides[ASKER])
    return Offer.objects.filter(lacking).order_by("pk").values_list("pk", flat=True)


def past_their_end() -> QuerySet:
    return HelpRequest.objects.ending_before(timezone.now() - TERMS_LATE).order_by("pk").values_list("pk", flat=True)


def past_their_term() -> QuerySet:
    return ended(timezone.now() - PURGE_LATE).values_list("pk", flat=True)


register(
    Invariant(
        name="help_matched_by_one_offer",
        promise=_("Whoever expects somebody has accepted exactly one offer."),
        broken=matched_wrongly,
    ),
    Invariant(
        name="help_offers_end",
        promise=_("No offer of help waits for a request that is over."),
        broken=offers_to_what_is_over,
    ),
    Invariant(
        name="help_both_sides_talk",
        promise=_("The conversation of an offer of help has its two sides."),
        broken=one_sided,
    ),
    Invariant(
        name="help_requests_end",
        promise=_("A help request ends when its term is over."),
        broken=past_their_end,
        repair=lambda _requests: refresh_help_requests(),
    ),
    Invariant(
        name="help_requests_forgotten",
        promise=_("Help requests are forgotten six months after their end."),
        broken=past_their_term,
        repair=lambda _requests: purge_help_requests(),
    ),
)
