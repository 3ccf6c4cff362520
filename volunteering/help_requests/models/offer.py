"""A volunteer offers to come."""

import uuid

from django.db import models
from django.db.models import Case, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.help_requests.models.help_request import HelpRequest
from volunteering.help_requests.states import CHOSEN, STANDING, OfferState, State
from volunteering.relay.models import Conversation
from volunteering.volunteers.models import Volunteer

# The two sides of its conversation.
VOLUNTEER, ASKER = "volunteer", "asker"
# Their data were erased.
SOMEBODY_WHO_LEFT = _("Somebody who has left")


class OfferQuerySet(models.QuerySet):
    def standing(self) -> "OfferQuerySet":
        return self.filter(state__in=STANDING)

    def of_volunteer(self, volunteer: Volunteer | None) -> "OfferQuerySet":
        """Nobody's are none: not those whose volunteer has left."""
        return self.none() if volunteer is None else self.filter(volunteer=volunteer)

    def told_whole(self) -> "OfferQuerySet":
        return self.select_related("volunteer", "request__kind", "request__neighbourhood", "request__site")

    def latest_first(self) -> "OfferQuerySet":
        return self.order_by("-offered_at", "pk")

    def living_first(self) -> "OfferQuerySet":
        """Who comes, who waits for an answer, then the rest; the first to offer first."""
        rank = Case(When(state__in=CHOSEN, then=0), When(state=OfferState.OFFERED, then=1), default=2)
        return self.order_by(rank, "offered_at", "pk")


class Offer(models.Model):
    """`address_read_at`, `phone_read_at`: when the volunteer last looked; the log holds each time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="offers")
    volunteer = models.ForeignKey(Volunteer, null=True, on_delete=models.PROTECT, related_name="help_offers")
    conversation = models.OneToOneField(Conversation, on_delete=models.PROTECT, related_name="help_offer")
    state = models.CharField(_("state"), max_length=12, choices=OfferState.choices, default=OfferState.OFFERED)
    offered_at = models.DateTimeField(_("offered"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered"), null=True)
    address_read_at = models.DateTimeField(null=True)
    phone_read_at = models.DateTimeField(null=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offer of help")
        verbose_name_plural = _("offers of help")
        ordering = ["offered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "volunteer"],
                name="help_offer_once",
                violation_error_message=_("You have offered your help here already."),
            ),
            # Whatever happens at the same moment: one volunteer reads the address, never two.
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state__in=sorted(CHOSEN)),
                name="help_offer_one_chosen",
                violation_error_message=_("Somebody else comes already."),
            ),
            models.CheckConstraint(
                condition=Q(volunteer__isnull=False) | ~Q(state__in=sorted(STANDING)),
                name="help_offer_standing_of_somebody",
                violation_error_message=_("Nobody is expected who has left."),
            ),
        ]
        indexes = [models.Index(fields=["volunteer", "state"], name="help_offer_of_volunteer")]

    def __str__(self) -> str:
        """No name: this is what logs and labels repeat."""
        return str(self.pk)

    @property
    def shown_name(self) -> str:
        """What the asker reads: the whole name once they have accepted."""
        if self.volunteer is None:
            return str(SOMEBODY_WHO_LEFT)
        return self.volunteer.full_name if self.state in CHOSEN else self.volunteer.short_name

    @property
    def may_read_address(self) -> bool:
        """While this volunteer is expected, and not a moment longer."""
        return self.state == OfferState.ACCEPTED and self.request.state == State.MATCHED

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING
