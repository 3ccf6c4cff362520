"""The volunteer. One row per person, in the database alone: no revision, no search index, no page knows of it."""

import uuid
from datetime import date, datetime, timedelta
from functools import reduce
from math import cos, radians
from operator import or_
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.conf import conf
from volunteering.core.addresses import LONGEST, masked
from volunteering.core.fields import CodesField
from volunteering.core.geo import KM_PER_DEGREE, Point
from volunteering.core.languages import Language
from volunteering.core.taxonomy import Neighbourhood, Theme
from volunteering.volunteers.models.choices import WEEK, AgeGroup, MailFrequency

FARTHEST = 50  # kilometres
# After they were last seen.
KEEP_FOR = timedelta(days=730)
OF_AGE = 18
# More of them find nobody.
MOST_WORDS = 6


class VolunteerQuerySet(models.QuerySet):
    def of_address(self, email: str) -> "VolunteerQuerySet":
        return self.filter(email=email.strip().lower()) if email.strip() else self.none()

    def of_person(self, email: str) -> "VolunteerQuerySet":
        """Whoever this proven address belongs to: also when ours is another that nobody proved, or none, and the
        account it is of is theirs. Where accounts prove no address, the volunteer's own counts alone.
        """
        address = email.strip().lower()
        own = self.of_address(address)
        if not (address and conf.ACCOUNTS_PROVE_ADDRESSES):
            return own
        of_account = {f"user__{get_user_model().get_email_field_name()}__iexact": address}
        return own | self.filter(Q(confirmed_at=None) | Q(email=""), **of_account)

    def with_addresses(self) -> "VolunteerQuerySet":
        """Adds `reached_at`: an address by which `of_person` finds them. Without those who have none."""
        own, known = self.exclude(email="").annotate(reached_at=F("email")), conf.ACCOUNTS_PROVE_ADDRESSES
        if not known:
            return own
        account = f"user__{get_user_model().get_email_field_name()}"
        theirs = self.filter(Q(confirmed_at=None) | Q(email=""), user__isnull=False).exclude(**{account: ""})
        return own.order_by().union(theirs.order_by().annotate(reached_at=F(account)), all=True)

    def reachable(self) -> "VolunteerQuerySet":
        """Whose address is proven, and who did not ask for a rest."""
        return self.filter(confirmed_at__isnull=False, is_paused=False).exclude(email="")

    def findable(self, year: int) -> "VolunteerQuerySet":
        """Whom associations may look for: they said so, and are of age for all we know. Children are not looked for."""
        return self.reachable().filter(may_be_found=True).exclude(birth_year__gte=year - OF_AGE)

    def going_as_far_as(self, point: Point) -> "VolunteerQuerySet":
        """Without those who said that they do not go that far."""
        squeeze = cos(radians(point.lat)) ** 2  # a degree of longitude shrinks towards the poles
        up, right = F("lat") - point.lat, F("lng") - point.lng
        way = ExpressionWrapper(up * up + right * right * squeeze, output_field=models.FloatField())
        reach = F("radius") / KM_PER_DEGREE
        near = ExpressionWrapper(reach * reach, output_field=models.FloatField())
        return self.alias(way=way, near=near).filter(Q(radius=None) | Q(lat=None) | Q(way__lte=F("near")))

    def there_on(self, day: date) -> "VolunteerQuerySet":
        """Without those who said that they are away."""
        return self.exclude(absences__first_day__lte=day, absences__last_day__gte=day)

    def able(self, skill: Any) -> "VolunteerQuerySet":
        """At least a little."""
        return self.filter(skills__skill=skill, skills__level__gt=0)

    def named(self, text: str) -> "VolunteerQuerySet":
        """Each word is in the first name or in the name."""
        words = text.split()[:MOST_WORDS]
        return self.filter(*(Q(first_name__icontains=word) | Q(last_name__icontains=word) for word in words))

    def free(self, *, day: str = "", slot: str = "") -> "VolunteerQuerySet":
        """On this day of the week ("0" is Monday) in this part of it ("morning"); one of both will do."""
        codes = (code for code, _label in WEEK if code.startswith(day) and code.endswith(slot))
        # A JSON list is searched as text: SQLite knows no other way.
        at_one = reduce(or_, (Q(week__contains=f'"{code}"') for code in codes), Q(pk=None))
        return self.alias(week=Cast("availability", models.TextField())).filter(at_one)

    def unseen_since(self, moment: datetime) -> "VolunteerQuerySet":
        return self.filter(seen_at__lt=moment)

    def maybe_minor(self, year: int) -> "VolunteerQuerySet":
        """Born so that they are under 18, or turn 18 only in this year."""
        return self.filter(birth_year__gte=year - OF_AGE)


class Volunteer(models.Model):
    """`email` and `phone` reach nobody. `lat` and `lng` (degrees) are the middle of a cell of 500 m, never a home.

    `confirmed_at`: the address was proven theirs, by a link we sent to it. People who were entered by telephone may
    have none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="volunteer"
    )
    first_name = models.CharField(_("first name"), max_length=80)
    last_name = models.CharField(_("name"), max_length=80)
    email = models.EmailField(_("e-mail"), max_length=LONGEST, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    language = models.CharField(max_length=12, blank=True)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    neighbourhood = models.ForeignKey(
        Neighbourhood,
        verbose_name=_("neighbourhood"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lat = models.FloatField(null=True, editable=False)
    lng = models.FloatField(null=True, editable=False)
    radius = models.PositiveSmallIntegerField(
        _("how far"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(FARTHEST)],
        help_text=_("Kilometres."),
    )
    availability = CodesField(_("when"), codes=WEEK)
    only_holidays = models.BooleanField(_("only during school holidays"), default=False)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")
    languages = CodesField(_("languages spoken"), codes=Language)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_paused = models.BooleanField(_("paused"), default=False)
    may_be_found = models.BooleanField(_("associations may find me"), default=False)
    mail_frequency = models.CharField(
        _("proposals by e-mail"), max_length=10, choices=MailFrequency.choices, default=MailFrequency.NEVER
    )
    charter_version = models.CharField(max_length=20, blank=True, editable=False)
    charter_accepted_at = models.DateTimeField(null=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    consent_read_at = models.DateTimeField(_("consent read aloud"), null=True, editable=False)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    # The last time they did something themselves: what is kept is kept from here on.
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now, editable=False)

    objects = VolunteerQuerySet.as_manager()

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        ordering = ["last_name", "first_name", "pk"]
        permissions = [("reveal_volunteer", "Can see the contact data of a volunteer, with a reason")]
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                condition=~Q(email=""),
                name="volunteer_unique_email",
                violation_error_message=_("This address belongs to a volunteer already."),
            )
        ]
        indexes = [
            models.Index(fields=["lat", "lng"], name="volunteer_area"),
            models.Index(fields=["seen_at"], name="volunteer_seen"),
        ]

    def __str__(self) -> str:
        """No name: this is what logs and labels repeat."""
        return str(self.pk)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def short_name(self) -> str:
        """ "Jeanne D.": what an association reads before it has accepted somebody."""
        return f"{self.first_name} {self.last_name[:1].upper()}.".strip() if self.last_name else self.first_name

    @property
    def age_group(self) -> AgeGroup:
        if self.birth_year is None:
            return AgeGroup.UNKNOWN
        return AgeGroup.ADULT if self.birth_year < timezone.localdate().year - OF_AGE else AgeGroup.MINOR

    @property
    def masked_email(self) -> str:
        return masked(self.email)

    @property
    def area(self) -> Point | None:
        return None if self.lat is None or self.lng is None else Point(lat=self.lat, lng=self.lng)
