"""One builder per page type: a row of the data files in, an unsaved page out. Dates count from `today`."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from home.demo.calendar import day_of
from home.models import NewsPage
from volunteering.agenda.models import EventDate, EventPage
from volunteering.core.accessibility import ACCESS_CODES
from volunteering.core.models import Neighbourhood, Skill, Theme
from volunteering.directory.models import AssociationPage, OpeningHours
from volunteering.missions.models import MissionPage, Shift

Row = dict[str, Any]
POSTCODE, TOWN, SCHOOL_ZONE = "42990", "Rivemont-sur-Loire", "A"


class Builder:
    """Knows today, the pictures, and what slugs stand for."""

    def __init__(self, *, today: date, images: dict[str, int]) -> None:
        self.today, self.images = today, images
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        self.skills = {skill.slug: skill for skill in Skill.objects.all()}
        self.neighbourhoods = {each.slug: each for each in Neighbourhood.objects.all()}

    def day(self, when: str | None) -> date | None:
        return day_of(when, today=self.today) if when else None

    def association(self, row: Row, page: AssociationPage) -> None:
        _copy(row, page, "title acronym summary body kind rna languages website office_email office_phone founded")
        page.publish_contact, page.social_links = row["publish_contact"], row["social"]
        self._describe(row, page)
        self._locate(row, page)
        self._access(row, page)
        page.opening_hours = [
            OpeningHours(
                weekday=each["weekday"], opens=_time(each["opens"]), closes=_time(each["closes"]), note=each["note"]
            )
            for each in row["hours"]
        ]

    def mission(self, row: Row, page: MissionPage) -> None:
        _copy(row, page, "title summary context tasks offer good_to_know format commitment duration rhythm")
        _copy(row, page, "minimum_age open_to_minors public_transport wheelchair places acceptance signup_open")
        page.organiser = _association(row["organiser"])
        page.deadline = self.day(row["deadline"])
        period = row["period"] or {}
        page.period_start, page.period_end = self.day(period.get("from")), self.day(period.get("to"))
        self._describe(row, page)
        self._locate(row, page)
        page.skills = [self.skills[slug] for slug in row["skills"]]
        # A shift keeps its identity when its dates move along: sign-ups hang on it.
        uids = [shift.uid for shift in page.shifts.all()]
        page.shifts = [self._shift(each) for each in row["shifts"]]
        for shift, uid in zip(page.shifts.all(), uids, strict=False):
            shift.uid = uid

    def event(self, row: Row, page: EventPage) -> None:
        _copy(row, page, "title summary body status status_note attendance online_url is_free price")
        _copy(row, page, "age_min age_max audience registration_url")
        page.by_city = "city" in row["organisers"]
        self._describe(row, page)
        self._locate(row, page)
        self._access(row, page)
        page.organisers = list(AssociationPage.objects.filter(slug__in=row["organisers"]))
        page.dates = [self._date(each) for each in row["dates"]]

    def news(self, row: Row, page: NewsPage) -> None:
        page.title, page.summary, page.body = row["title"], row["intro"], row["body"]
        page.date = self.day(row["date"])
        self._describe(row, page)
        page.neighbourhoods = [self.neighbourhoods[slug] for slug in row["neighbourhoods"]]

    def _describe(self, row: Row, page: Any) -> None:
        page.image_id = self.images[row["picture"]]
        page.themes = [self.themes[slug] for slug in row["themes"]]

    def _locate(self, row: Row, page: Any) -> None:
        page.place_name, page.address = row.get("place_name") or "", row.get("address") or ""
        page.neighbourhood = self.neighbourhoods.get(row.get("neighbourhood"))
        if row.get("lat"):
            page.location = f"SRID=4326;POINT({row['lng']} {row['lat']})"
            page.postal_code, page.city = POSTCODE, TOWN

    def _access(self, row: Row, page: Any) -> None:
        for code in ACCESS_CODES:
            setattr(page, f"access_{code}", code in row["access"])
        page.access_note = row["access_note"]

    def _shift(self, row: Row) -> Shift:
        start, end = self._span(row)
        return Shift(start=start, end=end, places=row["places"], label=row.get("label") or "")

    def _date(self, row: Row) -> EventDate:
        return EventDate(
            first_day=self.day(row["when"]),
            last_day=self.day(row.get("end_when")),
            all_day=row["all_day"],
            start_time=_time(row["start"]),
            end_time=_time(row["end"]),
            frequency=row["frequency"],
            interval=row["interval"] or 1,
            weekdays=row["weekdays"],
            until=self.day(row["until"]),
            count=row["count"],
            skip_school_holidays=SCHOOL_ZONE if row["skip_school_holidays"] else "",
        )

    def _span(self, row: Row) -> tuple[datetime, datetime]:
        first, last = self.day(row["when"]), self.day(row.get("end_when") or row["when"])
        start, end = datetime.combine(first, _time(row["start"])), datetime.combine(last, _time(row["end"]))
        if end <= start:
            end += timedelta(days=1)
        return timezone.make_aware(start), timezone.make_aware(end)


def _copy(row: Row, page: Any, names: str) -> None:
    """Answers left open (null) keep the model's own default."""
    for name in names.split():
        if row[name] is not None:
            setattr(page, name, row[name])


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _association(slug: str) -> AssociationPage | None:
    return None if slug == "city" else AssociationPage.objects.get(slug=slug)
