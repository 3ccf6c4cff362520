"""The mission page type."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from volunteering.conf import conf
from volunteering.core.ages import OLDEST
from volunteering.core.days import start_of
from volunteering.core.location import LocatedMixin
from volunteering.core.pages import RICH_TEXT, ContentMixin, named
from volunteering.core.restrictions import everyone_may_read
from volunteering.core.taxonomy import Skill
from volunteering.directory.models import kept_records
from volunteering.missions.models.choices import Acceptance, Commitment, Format
from volunteering.missions.panels import CONTENT, PRACTICAL
from volunteering.missions.queries import FAR_FUTURE, MissionQuerySet
from volunteering.missions.states import Situation, State

LARGEST_GROUP = 30
ADULT = 18  # years
PLACE_FIELDS = ("place_name", "address", "location", "neighbourhood")
SUSPENDED = _("The association of this mission is suspended: lift the suspension, or choose another organiser.")
NO_PLACE = _("Say where it takes place: the name of the place, its address, or at least the neighbourhood.")


class MissionMixin(LocatedMixin, ContentMixin):
    """All that makes a page a mission. The organiser is an association; none means the city itself."""

    organiser = models.ForeignKey(
        "volunteering.AssociationPage",
        verbose_name=_("organised by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="missions",
        help_text=_("Empty: the city itself."),
    )
    context = RichTextField(
        _("context"), blank=True, features=RICH_TEXT, help_text=_("Why this mission exists and whom it helps.")
    )
    tasks = RichTextField(_("tasks"), features=RICH_TEXT, help_text=_("What one does, from arriving to leaving."))
    offer = RichTextField(
        _("what we offer"), blank=True, features=RICH_TEXT, help_text=_("Welcome, training, meals, expenses, a team.")
    )
    good_to_know = RichTextField(
        _("good to know"), blank=True, features=RICH_TEXT, help_text=_("Clothing, stairs, dogs, what to bring.")
    )
    skills = ParentalManyToManyField(Skill, verbose_name=_("skills wanted"), blank=True)
    format = models.CharField(_("format"), max_length=10, choices=Format.choices, default=Format.ON_SITE)
    commitment = models.CharField(
        _("commitment"), max_length=10, choices=Commitment.choices, default=Commitment.ONE_OFF
    )
    duration = models.PositiveIntegerField(
        _("duration of one time"),
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(24 * 60)],
        help_text=_("In minutes, like 120."),
    )
    rhythm = models.CharField(
        _("rhythm"), max_length=120, blank=True, help_text=_("Like “one morning a week, you choose the day”.")
    )
    period_start = models.DateField(_("from"), null=True, blank=True)
    period_end = models.DateField(_("until"), null=True, blank=True)
    places = models.PositiveIntegerField(
        _("places"), null=True, blank=True, help_text=_("When there is no shift. Empty: no limit.")
    )
    minimum_age = models.PositiveSmallIntegerField(
        _("minimum age"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    open_to_minors = models.BooleanField(_("open to minors"), default=False)
    public_transport = models.BooleanField(_("reachable by public transport"), default=False)
    wheelchair = models.BooleanField(_("accessible to wheelchairs"), default=False)
    acceptance = models.CharField(_("acceptance"), max_length=10, choices=Acceptance.choices, default=Acceptance.MANUAL)
    group_size = models.PositiveSmallIntegerField(
        _("people per sign-up"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LARGEST_GROUP)],
        help_text=_("How many may come with one sign-up: 1 when each signs up alone, more for families and groups."),
    )
    signup_open = models.BooleanField(
        _("sign-up is open"), default=True, help_text=_("Untick to stop sign-ups without taking the page down.")
    )
    deadline = models.DateField(_("sign up before the end of"), null=True, blank=True)
    # Computed on every save from the shifts or the period; FAR_FUTURE stands for "no end" so that indexes serve.
    starts_at = models.DateTimeField(editable=False, null=True)
    ends_at = models.DateTimeField(editable=False, default=FAR_FUTURE)
    sort_at = models.DateTimeField(editable=False, default=FAR_FUTURE)

    editor_form = "volunteering.missions.forms.MissionForm"
    view = "volunteering.missions.views.MissionDetail"
    template = "volunteering/missions/mission.html"
    card_template = "volunteering/missions/card_preview.html"
    parent_page_types = ["volunteering.MissionIndexPage"]
    subpage_types: list[str] = []

    search_fields = [
        *Page.search_fields,
        *ContentMixin.content_search_fields,
        *LocatedMixin.location_search_fields,
        index.SearchField("context"),
        index.SearchField("tasks"),
        index.SearchField("good_to_know"),
        index.RelatedFields("organiser", [index.SearchField("title")]),
        index.RelatedFields("skills", [index.SearchField("name")]),
        index.FilterField("commitment"),
        index.FilterField("format"),
        index.FilterField("ends_at"),
        index.FilterField("sort_at"),
    ]
    api_fields = [
        *ContentMixin.content_api_fields,
        *LocatedMixin.location_api_fields,
        APIField("organised_by"),
        APIField("context"),
        APIField("tasks"),
        APIField("offer"),
        APIField("good_to_know"),
        APIField("skill_names"),
        APIField("format"),
        APIField("commitment"),
        APIField("duration"),
        APIField("rhythm"),
        APIField("period_start"),
        APIField("period_end"),
        APIField("minimum_age"),
        APIField("open_to_minors"),
        APIField("public_transport"),
        APIField("wheelchair"),
        APIField("acceptance"),
        APIField("group_size"),
        APIField("signup_open"),
        APIField("deadline"),
        APIField("starts_at"),
        APIField("state"),
        APIField("shifts"),
        APIField("places_left"),
    ]

    content_panels = CONTENT
    practical_panels = PRACTICAL
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(practical_panels, heading=_("Practical")),
            ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Promote")),
        ]
    )

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> Page:
        """An old version may name a record that was merged into another one since."""
        page = super().with_content_json(content)
        if page.organiser_id:
            page.organiser_id = kept_records([page.organiser_id]).get(page.organiser_id, page.organiser_id)
        return page

    def clean(self) -> None:
        super().clean()
        if self.period_start and self.period_end and self.period_end < self.period_start:
            raise ValidationError({"period_end": _("The period ends before it starts. Check the two dates.")})

    def asked_at_publishing(self) -> dict[str, Any]:
        asked = super().asked_at_publishing()
        if self.format != Format.REMOTE and not any(getattr(self, name) for name in PLACE_FIELDS):
            asked["place_name"] = NO_PLACE
        return asked

    def save(self, *args, **kwargs) -> None:
        self.sync_schedule(timezone.now())
        super().save(*args, **kwargs)

    def sync_schedule(self, now: datetime) -> None:
        """Compute when the mission starts and ends, and its place in lists: soonest first, undated after, past last."""
        shifts = sorted((shift.start, shift.end) for shift in self.shifts.all())
        if shifts:
            self.starts_at, self.ends_at = shifts[0][0], max(end for _start, end in shifts)
            self.sort_at = next((start for start, end in shifts if end > now), FAR_FUTURE)
        else:
            self.starts_at = start_of(self.period_start) if self.period_start else None
            self.ends_at = start_of(self.period_end + timedelta(days=1)) if self.period_end else FAR_FUTURE
            self.sort_at = self.starts_at if self.starts_at and self.starts_at > now else FAR_FUTURE

    @cached_property
    def public_organiser(self) -> Page | None:
        """The association, when everyone may read its record."""
        if self.organiser_id is None:
            return None
        associations = self._meta.get_field("organiser").related_model.objects.for_cards()
        return associations.filter(everyone_may_read(), pk=self.organiser_id).first()

    @property
    def is_suspended(self) -> bool:
        """Whether the city has suspended its association."""
        return bool(self.organiser_id and self.organiser.suspended_at)

    def kept_off(self) -> str:
        suspended = self._meta.get_field("organiser").related_model.objects.filter(suspended_at__isnull=False)
        return str(SUSPENDED) if self.organiser_id and suspended.filter(pk=self.organiser_id).exists() else ""

    @property
    def organised_by(self) -> dict[str, str] | None:
        """The same in Wagtail's API, which would tell the title of any page that is tied to this one."""
        return named(self.public_organiser) if self.public_organiser else None

    @property
    def skill_names(self) -> list[str]:
        return [skill.name for skill in self.skills.all()]

    @property
    def youngest(self) -> int:
        """The age in years from which on one may come."""
        return max(conf.MINIMUM_AGE, self.minimum_age or 0, 0 if self.open_to_minors else ADULT)

    @property
    def signup_until(self) -> datetime | None:
        """The first moment at which it is too late to sign up."""
        return start_of(self.deadline + timedelta(days=1)) if self.deadline else None

    @property
    def situation(self) -> Situation:
        capacities = self.open_capacities(timezone.now())
        lefts = [capacity.left for capacity in capacities]
        return Situation(
            starts_at=self.starts_at,
            ends_at=None if self.ends_at == FAR_FUTURE else self.ends_at,
            signup_open=self.signup_open,
            signup_until=self.signup_until,
            places_left=None if None in lefts or not capacities else sum(lefts),
        )

    @property
    def state(self) -> State:
        return self.situation.state(timezone.now())

    @property
    def places_left(self) -> int | None:
        """Over all shifts that have not ended; None means there is no limit."""
        return self.situation.places_left

    @property
    def filled(self) -> dict[str, int | None]:
        """How many are expected in what has not ended, of how many places (None: no limit somewhere)."""
        rows = [row for row in self.open_capacities(timezone.now()) if row.cancelled_at is None]
        places = [row.places for row in rows]
        return {"taken": sum(row.taken for row in rows), "places": None if None in places else sum(places)}

    @property
    def takes_volunteers(self) -> bool:
        return self.state in {State.UPCOMING, State.ONGOING}

    @property
    def is_urgent(self) -> bool:
        """Starts within a few days (a setting) and still has places."""
        soon = timezone.now() + timedelta(days=conf.URGENT_DAYS)
        return self.takes_volunteers and self.sort_at <= soon

    def open_capacities(self, now: datetime) -> list:
        """Capacities whose shift has not ended, soonest first. Uses the prefetched rows when there are any."""
        if not self.pk:
            return []  # a preview before the first save
        rows = [row for row in self.capacities.all() if row.end is None or row.end > now]
        return sorted(rows, key=lambda row: row.start or FAR_FUTURE)


class MissionPage(MissionMixin, Page):
    """A mission: /missions/<slug>/."""

    objects = PageManager.from_queryset(MissionQuerySet)()

    # Wagtail gives each page class a template of its own name unless it names one itself.
    template = MissionMixin.template
    preview_modes = [("", _("Page")), ("card", _("Card in a list"))]

    class Meta:
        verbose_name = _("mission")
        verbose_name_plural = _("missions")
        indexes = [
            models.Index(fields=["sort_at"], name="mission_sort"),
            models.Index(fields=["organiser", "sort_at"], name="mission_organiser_sort"),
            models.Index(fields=["lat", "lng"], name="mission_point"),
        ]
