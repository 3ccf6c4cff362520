"""One person (or group) and one shift."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, F, Q, Sum, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from volunteering.applications.states import (
    ACTIVE,
    HOLDING,
    SETTLED,
    UNANSWERED,
    Actor,
    DeclineReason,
    State,
    Verb,
    WithdrawReason,
    may,
)
from volunteering.missions.models import Capacity, MissionPage
from volunteering.missions.queries import ORGANISER_TEXTS, TEXTS
from volunteering.relay.models import Conversation
from volunteering.volunteers.models import Volunteer

# The two sides of its conversation.
VOLUNTEER, ASSOCIATION = "volunteer", "association"
LONGEST_WORDS = 500
# Whoever waits longer for an answer is in the offices' list.
PATIENCE = timedelta(days=7)
# More of them find nobody.
MOST_WORDS = 6
# Their data were erased.
SOMEBODY_WHO_LEFT = _("Somebody who has left")


class ApplicationQuerySet(models.QuerySet):
    def active(self) -> "ApplicationQuerySet":
        return self.filter(state__in=ACTIVE)

    def of_volunteer(self, volunteer: Volunteer | None) -> "ApplicationQuerySet":
        """Nobody's are none: not those whose volunteer has left."""
        return self.none() if volunteer is None else self.filter(volunteer=volunteer)

    def holding(self) -> "ApplicationQuerySet":
        """Those whose places are counted in `Capacity.taken`."""
        return self.filter(state__in=HOLDING)

    def unanswered(self) -> "ApplicationQuerySet":
        return self.filter(state__in=UNANSWERED)

    def overdue(self, now: datetime | None = None) -> "ApplicationQuerySet":
        """The association has let them wait for too long."""
        return self.unanswered().filter(asked_at__lt=(now or timezone.now()) - PATIENCE)

    def below(self, pages: Iterable[Page]) -> "ApplicationQuerySet":
        """To these missions, and to those anywhere beneath these pages; also what has ended."""
        return self.filter(
            reduce(or_, (Q(capacity__mission__path__startswith=page.path) for page in pages), Q(pk=None))
        )

    def matching(self, text: str) -> "ApplicationQuerySet":
        """Each word is in the volunteer's name or in the mission's title."""
        names = ("volunteer__first_name", "volunteer__last_name", "capacity__mission__title")
        words = text.split()[:MOST_WORDS]
        return self.filter(*(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names)) for word in words))

    def ended_before(self, moment: datetime) -> "ApplicationQuerySet":
        """Nothing has happened since and nothing can: the date lies before, or without one the answer was final.

        Of whoever has left, the date does not matter any more.
        """
        dateless = Q(capacity__end=None) | Q(volunteer=None)
        final = ~Q(state__in=ACTIVE)
        return self.filter(Q(capacity__end__lte=moment) | (dateless & final), changed_at__lte=moment)

    def for_mission(self, mission: MissionPage) -> "ApplicationQuerySet":
        return self.filter(capacity__mission=mission)

    def told_whole(self) -> "ApplicationQuerySet":
        """With all that a line about it says; the mission's long texts stay in the database."""
        rows = self.select_related("volunteer", "capacity__mission__organiser", "capacity__mission__neighbourhood")
        return rows.defer(*(f"capacity__mission__{name}" for name in (*TEXTS, *ORGANISER_TEXTS)))

    def reported(self) -> "ApplicationQuerySet":
        """Whose conversation the city was asked to look at."""
        return self.filter(conversation__reported_at__isnull=False)

    def latest_first(self) -> "ApplicationQuerySet":
        return self.order_by("-asked_at", "pk")

    def soonest_first(self) -> "ApplicationQuerySet":
        """What is still to come in its order, then what is over."""
        over = Case(When(state__in=ACTIVE, then=0), default=1)
        return self.order_by(over, F("capacity__start").asc(nulls_last=True), "-asked_at", "pk")

    def in_calendar(self, *, states: Iterable[State], since: datetime) -> "ApplicationQuerySet":
        """Those of a shift that was not over before; the latest first."""
        dated = self.filter(capacity__start__isnull=False, capacity__end__gte=since)
        return dated.filter(state__in=list(states)).order_by("-capacity__start", "pk")

    def by_shift(self) -> "ApplicationQuerySet":
        """Shift by shift, who wants an answer first."""
        wants_answer = Case(When(state__in=UNANSWERED, then=0), When(state__in=ACTIVE, then=1), default=2)
        return self.order_by("capacity__start", "capacity_id", wants_answer, "asked_at", "pk")

    def with_messages(self) -> "ApplicationQuerySet":
        return self.prefetch_related("conversation__messages__author")

    def queue(self) -> "ApplicationQuerySet":
        """The waiting list, in order."""
        return self.filter(state=State.WAITING).order_by("waiting_since", "pk")

    def overlapping(self, start: datetime, end: datetime) -> "ApplicationQuerySet":
        """Promised or asked for, to a shift that touches [start, end)."""
        promised = HOLDING & ACTIVE
        return self.filter(state__in=promised, capacity__start__lt=end, capacity__end__gt=start)

    def people(self) -> int:
        """How many come with these applications."""
        return self.aggregate(people=Coalesce(Sum("people"), 0))["people"]


class Application(models.Model):
    """`people`: how many come, the volunteer included. `until`: when an offer or an invitation ends.
    `worked`: of one person, as the association validated it.

    Its conversation tells all that happened. Nothing deletes it but its term and the erasure of the person; while the
    other side may still read what was written, it stays without a `volunteer`, as nobody's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, null=True, on_delete=models.PROTECT, related_name="applications")
    capacity = models.ForeignKey(Capacity, on_delete=models.PROTECT, related_name="applications")
    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, related_name="application")
    state = models.CharField(_("state"), max_length=12, choices=State.choices)
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    reason = models.CharField(
        _("reason"), max_length=16, blank=True, choices=[*DeclineReason.choices, *WithdrawReason.choices]
    )
    words = models.CharField(_("in words"), max_length=LONGEST_WORDS, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    # Kept whatever became of it: nobody is asked too often.
    invited_at = models.DateTimeField(_("invited"), null=True)
    waiting_since = models.DateTimeField(null=True)
    until = models.DateTimeField(_("until"), null=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    changed_at = models.DateTimeField(default=timezone.now)
    # The volunteer says that they came; only the association's word counts.
    declared_at = models.DateTimeField(null=True)
    worked = models.DurationField(_("hours given"), null=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        permissions = [("read_reported_application", "Can read the conversation of a sign-up that was reported")]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "capacity"],
                condition=Q(state__in=sorted(ACTIVE)),
                name="application_one_active",
                violation_error_message=_("This person has signed up for this shift already."),
            ),
            models.CheckConstraint(
                condition=Q(volunteer__isnull=False) | ~Q(state__in=sorted(ACTIVE)),
                name="application_active_of_somebody",
                violation_error_message=_("Nobody is expected who has left."),
            ),
            models.CheckConstraint(
                condition=Q(people__gte=1),
                name="application_for_somebody",
                violation_error_message=_("At least one person comes."),
            ),
        ]
        indexes = [
            models.Index(fields=["capacity", "state"], name="application_by_shift"),
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="application_until"),
            models.Index(fields=["state", "asked_at"], name="application_unanswered"),
            models.Index(
                fields=["volunteer", "invited_at"], condition=Q(invited_at__isnull=False), name="application_invited"
            ),
            models.Index(fields=["changed_at"], name="application_changed"),
        ]

    def __str__(self) -> str:
        """No name: this is what logs and labels repeat."""
        return str(self.pk)

    @property
    def mission(self) -> MissionPage:
        return self.capacity.mission

    @property
    def buttons(self) -> set[str]:
        """What the organiser may do with it now."""
        if self.volunteer_id is None:
            return set()
        begun = self.capacity.start is None or self.capacity.start <= timezone.now()
        possible = {str(verb) for verb in Verb if may(verb, self.state, Actor.ASSOCIATION)}
        return possible if begun else possible - {Verb.DONE, Verb.NO_SHOW}

    @property
    def may_withdraw(self) -> bool:
        over = self.capacity.end is not None and self.capacity.end <= timezone.now()
        return may(Verb.WITHDRAW, self.state, Actor.VOLUNTEER) and not over

    @property
    def may_declare(self) -> bool:
        begun = self.capacity.start is None or self.capacity.start <= timezone.now()
        return begun and self.state == State.ACCEPTED and self.declared_at is None

    @property
    def may_take(self) -> bool:
        return may(Verb.TAKE, self.state, Actor.VOLUNTEER)

    @property
    def full_name(self) -> str:
        """To the city."""
        return self.volunteer.full_name if self.volunteer else str(SOMEBODY_WHO_LEFT)

    @property
    def shown_name(self) -> str:
        """To the organiser: the whole name only of whom they accepted."""
        if self.volunteer is None:
            return str(SOMEBODY_WHO_LEFT)
        known = self.state in {State.ACCEPTED, *SETTLED}
        return self.volunteer.full_name if known else self.volunteer.short_name

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def holds_places(self) -> bool:
        return self.state in HOLDING
