"""Somebody needs a hand. One row in the database alone: no page, no revision, no search index knows of it."""

import uuid
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from volunteering.core.addresses import LONGEST
from volunteering.core.taxonomy import Neighbourhood
from volunteering.help_requests.models.choices import Duration, ForWhom, Frequency, Moment
from volunteering.help_requests.models.kind import HelpKind
from volunteering.help_requests.states import CHOSEN, CLOSED, RUNNING, STANDING, RefuseReason, State

UNCONFIRMED_FOR = timedelta(hours=48)
# How long one is shown, or promised, before somebody says that it still holds.
TERM = timedelta(days=30)
# Shown for so long without an offer: an agent takes up the telephone.
PATIENCE = timedelta(days=3)
LONGEST_WORDS, LONGEST_NEED, LONGEST_ADDRESS = 1000, 300, 200
# More of them find nobody.
MOST_WORDS = 6


class HelpRequestQuerySet(models.QuerySet):
    def unconfirmed(self, now: datetime | None = None) -> "HelpRequestQuerySet":
        """Those whose link and code still work."""
        since = (now or timezone.now()) - UNCONFIRMED_FOR
        return self.filter(state=State.UNCONFIRMED, asked_at__gt=since)

    def never_confirmed(self, now: datetime | None = None) -> "HelpRequestQuerySet":
        since = (now or timezone.now()) - UNCONFIRMED_FOR
        return self.filter(state=State.UNCONFIRMED, asked_at__lte=since)

    def known(self) -> "HelpRequestQuerySet":
        """Those somebody answers for: what a stranger may have typed is nothing yet."""
        return self.exclude(state=State.UNCONFIRMED)

    def of_address(self, email: str) -> "HelpRequestQuerySet":
        """Nobody's address is no address."""
        return self.filter(email=email.strip().lower()) if email.strip() else self.none()

    def of_addresses(self, emails: list[str]) -> "HelpRequestQuerySet":
        return self.known().filter(email__in=[email for email in emails if email])

    def shown_to_volunteers(self) -> "HelpRequestQuerySet":
        """Approved by an agent, and not kept for an agent to match."""
        return self.filter(state=State.OPEN, is_sensitive=False)

    def running(self) -> "HelpRequestQuerySet":
        return self.filter(state__in=RUNNING)

    def with_offers(self) -> "HelpRequestQuerySet":
        """Somebody offered and waits for an answer."""
        return self.filter(Exists(self._offers(STANDING)), state=State.OPEN)

    def without_offers(self) -> "HelpRequestQuerySet":
        return self.filter(~Exists(self._offers(STANDING | CHOSEN)), state=State.OPEN)

    def unanswered(self, now: datetime | None = None) -> "HelpRequestQuerySet":
        """Shown (or kept for an agent) for more than three days, and nobody comes."""
        return self.without_offers().filter(opened_at__lt=(now or timezone.now()) - PATIENCE)

    def _offers(self, states: frozenset) -> models.QuerySet:
        offers = HelpRequest.offers.rel.related_model
        return offers.objects.filter(request=OuterRef("pk"), state__in=states)

    def named(self, text: str) -> "HelpRequestQuerySet":
        """Each word is in the name of whoever asks or in what is needed."""
        names = ("first_name", "last_name", "need")
        words = text.split()[:MOST_WORDS]
        return self.filter(*(reduce(or_, (Q(**{f"{name}__icontains": word}) for name in names)) for word in words))

    def told_whole(self) -> "HelpRequestQuerySet":
        return self.select_related("kind", "neighbourhood", "site")

    def newest_first(self) -> "HelpRequestQuerySet":
        return self.order_by("-opened_at", "pk")

    def latest_first(self) -> "HelpRequestQuerySet":
        return self.order_by("-asked_at", "pk")

    def ending_before(self, moment: datetime) -> "HelpRequestQuerySet":
        return self.running().filter(expires_at__lte=moment)

    def closed_before(self, moment: datetime) -> "HelpRequestQuerySet":
        return self.filter(closed_at__lte=moment)


class HelpRequest(models.Model):
    """`words`, as they were typed, and how to reach the person are read by agents alone, with a reason that is logged.
    Volunteers read `need`: the same in the neutral words of an agent. `address` reaches one volunteer, after their
    offer was accepted; so does `phone` where `shares_phone`.

    `moment`, `day`, `duration` (minutes) and `frequency`: when, for how long, how often. `expires_at`: until when it
    holds unless somebody extends it. `worked`: minutes, as the asker or an agent counted them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    site = models.ForeignKey(Site, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.ForeignKey(
        HelpKind, verbose_name=_("kind"), null=True, on_delete=models.SET_NULL, related_name="requests"
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        verbose_name=_("neighbourhood"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    for_whom = models.CharField(_("for whom"), max_length=10, choices=ForWhom.choices, default=ForWhom.SELF)
    moment = models.CharField(_("when"), max_length=12, choices=Moment.choices, default=Moment.ANY)
    day = models.DateField(_("day"), null=True, blank=True)
    duration = models.PositiveSmallIntegerField(_("how long"), choices=Duration.choices, default=Duration.AN_HOUR)
    frequency = models.CharField(_("how often"), max_length=12, choices=Frequency.choices, default=Frequency.ONCE)
    words = models.TextField(_("what the person wrote"), max_length=LONGEST_WORDS, blank=True)
    need = models.CharField(_("what is needed"), max_length=LONGEST_NEED, blank=True)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("name"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail"), max_length=LONGEST, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    shares_phone = models.BooleanField(_("whoever comes may read the number"), default=False)
    address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    language = models.CharField(max_length=12, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.WAITING)
    is_sensitive = models.BooleanField(_("matched by an agent only"), default=False)
    reason = models.CharField(_("reason"), max_length=16, blank=True, choices=RefuseReason.choices)
    reason_words = models.CharField(_("in words"), max_length=LONGEST_NEED, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    consent_read_at = models.DateTimeField(_("consent read aloud"), null=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    opened_at = models.DateTimeField(_("shown since"), null=True)
    matched_at = models.DateTimeField(_("somebody comes since"), null=True)
    closed_at = models.DateTimeField(_("closed"), null=True)
    expires_at = models.DateTimeField(_("holds until"), null=True)
    worked = models.PositiveSmallIntegerField(_("minutes given"), null=True, blank=True)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("help request")
        verbose_name_plural = _("help requests")
        ordering = ["asked_at", "pk"]
        permissions = [
            ("reveal_helprequest", "Can read what somebody who asks for a hand wrote, and how to reach them")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[State.OPEN, State.MATCHED]) | Q(need__gt=""),
                name="help_request_open_says_what",
                violation_error_message=_("Say in neutral words what is needed: volunteers read nothing else."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(CLOSED), closed_at__isnull=False)
                | (~Q(state__in=sorted(CLOSED)) & Q(closed_at__isnull=True)),
                name="help_request_closed_at",
                violation_error_message=_("What is closed knows since when, and nothing else does."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(RUNNING)) | Q(email__gt="") | Q(phone__gt=""),
                name="help_request_of_somebody_reachable",
                violation_error_message=_("Write a telephone number or an e-mail address: we answer there."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(RUNNING)) | Q(expires_at__isnull=False),
                name="help_request_ends",
                violation_error_message=_("A request holds until a day."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-opened_at", "id"],
                condition=Q(state=State.OPEN, is_sensitive=False),
                name="help_request_shown",
            ),
            models.Index(fields=["state", "asked_at"], name="help_request_by_state"),
            models.Index(fields=["expires_at"], condition=Q(closed_at__isnull=True), name="help_request_expires"),
            models.Index(fields=["closed_at"], condition=Q(closed_at__isnull=False), name="help_request_closed"),
            models.Index(fields=["email"], condition=~Q(email=""), name="help_request_email"),
        ]

    def __str__(self) -> str:
        """No name: this is what logs and labels repeat."""
        return str(self.pk)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def short_name(self) -> str:
        """ "Jeanne D."."""
        return f"{self.first_name} {self.last_name[:1].upper()}.".strip() if self.last_name else self.first_name

    @property
    def kind_name(self) -> str:
        """A kind that the city took out of its list leaves its requests."""
        return self.kind.name if self.kind else str(_("A hand"))

    @property
    def icon(self) -> str:
        return self.kind.icon if self.kind else "heart-handshake"

    @property
    def area(self) -> str:
        return self.neighbourhood.name if self.neighbourhood else ""

    @property
    def is_alive(self) -> bool:
        return self.state not in CLOSED
