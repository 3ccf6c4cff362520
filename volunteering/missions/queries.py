"""What one asks of missions, in the database. The same definitions for one mission: `states`."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.query import PageQuerySet

from volunteering.conf import conf
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import Theme, first_theme, tied_to

# "No end": sorts after every date people write. Not datetime.max, which overflows in zones east of Greenwich.
FAR_FUTURE = datetime(9000, 1, 1, tzinfo=UTC)
# Long, and shown by a mission's own page alone; the second ones are of the association that comes with its row.
TEXTS = ("context", "tasks", "offer", "good_to_know")
ORGANISER_TEXTS = ("organiser__body", "organiser__access_note")


class MissionQuerySet(PageQuerySet):
    # What a card reads of other tables, besides its row.
    card_needs = ("capacities", "image__renditions")

    def published(self) -> "MissionQuerySet":
        """What anyone may read: live, and under no page with a view restriction."""
        return self.live().public()

    def not_past(self, now: datetime | None = None) -> "MissionQuerySet":
        return self.filter(ends_at__gt=now or timezone.now())

    def past(self, now: datetime | None = None) -> "MissionQuerySet":
        return self.filter(ends_at__lte=now or timezone.now())

    def recruiting(self, now: datetime | None = None) -> "MissionQuerySet":
        """Takes volunteers now: not over, sign-up open, a place left in a shift that has not ended."""
        now = now or timezone.now()
        capacities = self.model._meta.get_field("capacities").related_model.objects
        room = capacities.with_room().filter(Q(end__isnull=True) | Q(end__gt=now), mission=OuterRef("pk"))
        return (
            self.not_past(now)
            .filter(Q(deadline__isnull=True) | Q(deadline__gte=timezone.localdate(now)), signup_open=True)
            .filter(Exists(room))
        )

    def during(self, since: datetime, until: datetime | None) -> "MissionQuerySet":
        """Someone is needed in [since, until): a shift touches it, or the period of a mission without shifts does."""
        capacities = self.model._meta.get_field("capacities").related_model.objects
        touches = Q(end__gt=since) & (Q(start__lt=until) if until else Q())
        shifts = capacities.filter(Q(start__isnull=True) | touches, mission=OuterRef("pk"), cancelled_at=None)
        begun = Q(starts_at__isnull=True) | Q(starts_at__lt=until) if until else Q()
        return self.filter(begun, Exists(shifts), ends_at__gt=since)

    def of_themes(self, themes: Iterable[Theme]) -> "MissionQuerySet":
        """Each once, however many of these themes it has."""
        return self.filter(pk__in=tied_to(self.model, "themes", [theme.pk for theme in themes], by="pk"))

    def urgent(self, now: datetime | None = None) -> "MissionQuerySet":
        """Recruiting, and starting within a few days (a setting)."""
        now = now or timezone.now()
        return self.recruiting(now).filter(sort_at__lte=now + timedelta(days=conf.URGENT_DAYS))

    def for_cards(self) -> "MissionQuerySet":
        """All a list of cards shows, in a constant number of queries; the long texts stay in the database."""
        return self.card_rows().prefetch_related(*self.card_needs)

    def card_rows(self) -> "MissionQuerySet":
        """The same without what else cards need: for lists whose cards may be kept."""
        return (
            self.select_related("neighbourhood", "image")
            .annotate(card_theme=first_theme(self.model), card_organiser=self._organiser())
            .defer(*TEXTS)
        )

    def with_organiser(self) -> "MissionQuerySet":
        """And the row of its association; the long texts of both stay in the database."""
        return self.select_related("organiser").defer(*TEXTS, *ORGANISER_TEXTS)

    def _organiser(self) -> Subquery:
        """The name of the association, when everyone may read its record."""
        associations = self.model._meta.get_field("organiser").related_model.objects
        return Subquery(associations.filter(everyone_may_read(), pk=OuterRef("organiser_id")).values("title")[:1])

    def soonest(self) -> "MissionQuerySet":
        return self.order_by("sort_at", "pk")
