"""What sign-ups promise: places, waiting lists, conversations, terms."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.applications.actions import expire_overdue, fill_freed_places, purge_applications
from volunteering.applications.actions.purging import ended
from volunteering.applications.actions.waiting import SHORTEST
from volunteering.applications.models import ASSOCIATION, VOLUNTEER, Application
from volunteering.applications.states import HOLDING, State
from volunteering.core.invariants import Invariant, register
from volunteering.missions.models import Capacity
from volunteering.relay.models import Conversation, Party

# What a schedule that runs every ten minutes, and one that runs every night, may be late.
OFFERS_LATE, PURGE_LATE = timedelta(hours=1), timedelta(days=2)


def counted_wrongly(column: str, states: Collection[State]) -> QuerySet:
    """Shifts whose `column` is not how many people stand in these states."""
    rows = Application.objects.filter(capacity=OuterRef("pk"), state__in=states).order_by()
    people = Subquery(rows.values("capacity").annotate(number=Sum("people")).values("number"))
    counted = Capacity.objects.annotate(counted=Coalesce(people, 0)).exclude(**{column: F("counted")})
    return counted.order_by("pk").values_list("pk", flat=True)


def taken_wrongly() -> QuerySet:
    return counted_wrongly("taken", HOLDING)


def waiting_wrongly() -> QuerySet:
    return counted_wrongly("waiting", [State.WAITING])


def free_beside_waiting() -> QuerySet:
    """Somebody waits who fits into what is free, and could still answer."""
    fits = Application.objects.filter(capacity=OuterRef("pk"), state=State.WAITING)
    fits = fits.filter(Q(capacity__places=None) | Q(people__lte=F("capacity__places") - F("capacity__taken")))
    early = Q(start=None) | Q(start__gte=timezone.now() + 2 * SHORTEST)
    rows = Capacity.objects.filter(early, Exists(fits), cancelled_at=None)
    # On hold with its association: offers go on when that does.
    rows = rows.exclude(mission__organiser__suspended_at__isnull=False)
    return rows.order_by("pk").values_list("pk", flat=True)


def fill(capacities: Collection[int]) -> None:
    for capacity in Capacity.objects.filter(pk__in=capacities):
        fill_freed_places(capacity=capacity)


def offers_overdue() -> QuerySet:
    late = Application.objects.filter(until__lte=timezone.now() - OFFERS_LATE)
    return late.filter(state__in=[State.OFFERED, State.INVITED]).order_by("pk").values_list("pk", flat=True)


def one_sided() -> QuerySet:
    sides = {role: Party.objects.filter(conversation=OuterRef("conversation"), role=role) for role in SIDES}
    lacking = ~Exists(sides[VOLUNTEER]) | ~Exists(sides[ASSOCIATION])
    return Application.objects.filter(lacking).order_by("pk").values_list("pk", flat=True)


def about_nothing() -> QuerySet:
    return Conversation.objects.filter(application=None, help_offer=None).order_by("pk").values_list("pk", flat=True)


def past_their_term() -> QuerySet:
    return ended(timezone.now() - PURGE_LATE).values_list("pk", flat=True)


SIDES = (VOLUNTEER, ASSOCIATION)

register(
    Invariant(
        name="places_as_held",
        promise=_("The places taken of a shift are those of the people who hold them."),
        broken=taken_wrongly,
    ),
    Invariant(
        name="waiting_as_listed",
        promise=_("The people who wait for a shift are those on its waiting list."),
        broken=waiting_wrongly,
    ),
    Invariant(
        name="nobody_waits_beside_a_free_place",
        promise=_("Nobody waits beside a place that is free."),
        broken=free_beside_waiting,
        repair=fill,
    ),
    Invariant(
        name="offers_end",
        promise=_("An offer ends when its time is over."),
        broken=offers_overdue,
        repair=lambda _applications: expire_overdue(),
    ),
    Invariant(
        name="both_sides_talk",
        promise=_("The conversation of a sign-up has its two sides."),
        broken=one_sided,
    ),
    Invariant(
        name="no_conversation_of_nothing",
        promise=_("Each conversation belongs to a sign-up or to an offer of help."),
        broken=about_nothing,
    ),
    Invariant(
        name="sign_ups_forgotten",
        promise=_("Sign-ups are forgotten when their term is over."),
        broken=past_their_term,
        repair=lambda _applications: purge_applications(),
    ),
)
