"""What a page takes from whoever looks for hands: an association, or residents together."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from volunteering.core.recurrence import Frequency
from volunteering.directory.collectives import collective_called, is_run_by, lonely_draft
from volunteering.directory.models import AssociationPage
from volunteering.directory.speaking import associations_of, concerns_of, office_of, typed_organiser
from volunteering.directory.taking_charge import to_take_charge
from volunteering.missions.models import Acceptance, Commitment, Format, MissionPage, Shift
from volunteering.missions.submission_forms import CollectiveForm, MeetForm, NeedForm, ShiftsForm, WithWhomForm
from volunteering.moderation.concerns import register_concerns
from volunteering.moderation.kinds import Answers, Author, Duplicate, Kind, Typed, register_kind
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.place_form import typed_place, write_place
from volunteering.moderation.submitting.text import plain, rich
from volunteering.moderation.submitting.when_form import typed_when

SHORT_DESCRIPTION = "short_description"
# What API Engagement refuses: `feeds.national` says so of what is published, this of what is proposed.
NATIONAL_LENGTH = 300


class MissionKind(Kind):
    name = "mission"
    label = _("Mission")
    invitation = _("Look for volunteers")
    about = _("For associations: say what you need, when, and how many people; whoever has time signs up on the site.")
    icon = "users"
    order = 20
    model = MissionPage
    steps = (NeedForm, ShiftsForm, MeetForm, WithWhomForm)
    wanted = {"quoi": ("context", "themes", "skills"), "avec-qui": ("offer", "good_to_know")}

    def write(self, page: MissionPage, answers: Answers) -> None:
        what, where, whom = answers["quoi"], answers["ou"], answers["avec-qui"]
        page.title, page.summary = what["title"], what["summary"]
        for name in ("tasks", "context"):
            setattr(page, name, rich(what[name], getattr(page, name)))
        page.themes, page.skills = list(what["themes"]), list(what["skills"])
        page.organiser = self._organiser(what)
        write_place(page, where)
        page.format = Format.BOTH if where["from_home"] else Format.ON_SITE
        if where["from_home"] and not any(where[name] for name in ("place_name", "address", "neighbourhood")):
            page.format = Format.REMOTE
        page.public_transport, page.wheelchair = where["public_transport"], where["wheelchair"]
        for name in ("offer", "good_to_know"):
            setattr(page, name, rich(whom[name], getattr(page, name)))
        page.open_to_minors, page.minimum_age = whom["open_to_minors"], whom["minimum_age"]
        page.acceptance, page.group_size = whom["acceptance"] or Acceptance.MANUAL, whom["group_size"] or 1
        self._write_shifts(page, answers["quand"])

    def _organiser(self, what: dict[str, Any]) -> Any:
        return what["association"]

    def _write_shifts(self, page: MissionPage, when: dict[str, Any]) -> None:
        if when["regularity"] == ShiftsForm.KEPT:
            return
        flexible = when["regularity"] == ShiftsForm.FLEXIBLE
        page.rhythm, page.period_end = (when["rhythm"], when["period_end"]) if flexible else ("", None)
        page.places = when["places"] if flexible else None
        repeats = when["frequency"] != Frequency.ONCE
        page.commitment = Commitment.FLEXIBLE if flexible else Commitment.REGULAR if repeats else Commitment.ONE_OFF
        if flexible:
            page.shifts = []
            return
        # A shift keeps its identity as long as its day and hours stay: people may have signed up for it.
        known = {(row.start, row.end): row for row in page.shifts.all()}
        shifts = []
        for slot in when["slots"]:
            row = known.get((slot.start, slot.end)) or Shift(start=slot.start, end=slot.end)
            row.places = when["places"]
            shifts.append(row)
        page.shifts = shifts

    def typed_from(self, page: MissionPage, *, user: Any = None) -> Typed:
        what = {"title": [page.title], "summary": [page.summary]}
        texts = {name: [plain(getattr(page, name))] for name in ("tasks", "context")}
        ticks = {
            "themes": [str(each.pk) for each in page.themes.all()],
            "skills": [str(each.pk) for each in page.skills.all()],
        }
        whom = {name: [plain(getattr(page, name))] for name in ("offer", "good_to_know") if getattr(page, name)}
        whom |= {"acceptance": [page.acceptance], "group_size": [str(page.group_size)]}
        whom |= {"open_to_minors": ["on"]} if page.open_to_minors else {}
        whom |= {"minimum_age": [str(page.minimum_age)]} if page.minimum_age else {}
        return {
            "quoi": {**what, **texts, **ticks, **self._typed_organiser(page, user)},
            "quand": self._typed_when(page),
            "ou": {**typed_place(page), **self._typed_ticks(page)},
            "avec-qui": whom,
        }

    def _typed_organiser(self, page: MissionPage, user: Any) -> dict[str, list[str]]:
        return typed_organiser(page.organiser, user=user)

    @staticmethod
    def _typed_ticks(page: MissionPage) -> dict[str, list[str]]:
        held = {"public_transport": page.public_transport, "wheelchair": page.wheelchair}
        held["from_home"] = page.format != Format.ON_SITE
        return {name: ["on"] for name, holds in held.items() if holds}

    def _typed_when(self, page: MissionPage) -> dict[str, list[str]]:
        """The first date to come; several dates that no rule made stay in the page until somebody changes them."""
        rows = sorted(page.shifts.all(), key=lambda row: row.start)
        if not rows:
            return typed_when(
                {
                    "regularity": ShiftsForm.FLEXIBLE,
                    "rhythm": page.rhythm,
                    "period_end": page.period_end,
                    "places": page.places,
                }
            )
        first = next((row for row in rows if row.end > timezone.now()), rows[-1])
        start, end = timezone.localtime(first.start), timezone.localtime(first.end)
        told = {"regularity": ShiftsForm.DATES, "first_day": start.date(), "places": first.places}
        told |= {"start_time": start.time(), "end_time": end.time(), "frequency": Frequency.ONCE}
        if len(rows) > 1:
            told |= {"regularity": ShiftsForm.KEPT, "dates_known": True}
        return typed_when(told)

    def typed_again(self, page: MissionPage, *, user: Any = None) -> Typed:
        typed = self.typed_from(page, user=user)
        of_then = {"first_day", "period_end", "until", "dates_known"}
        when = {name: values for name, values in typed["quand"].items() if name not in of_then}
        if when["regularity"] == [ShiftsForm.KEPT]:
            when["regularity"] = [ShiftsForm.DATES]
        return {**typed, "quand": when}

    def may_change(self, user: Any, page: MissionPage) -> bool:
        return page.organiser_id in {each.pk for each in associations_of(user)}

    def office_address(self, page: MissionPage) -> str | None:
        return office_of(page.organiser)

    def likely_duplicates(self, page: MissionPage) -> Iterator[Duplicate]:
        """Of the same organiser, under the same title."""
        same = MissionPage.objects.live().filter(organiser=page.organiser_id, title__iexact=page.title.strip())
        for other in same.exclude(pk=page.pk).order_by("pk")[:5]:
            yield Duplicate(other, _("the same organiser and title"))

    def soonest(self, page: MissionPage) -> datetime | None:
        now = timezone.now()
        starts = sorted(row.start for row in page.shifts.all())
        return next((start for start in starts if start > now), starts[-1] if starts else None)

    def concerns(self, page: MissionPage, *, author: Author, answers: Answers) -> list[str]:
        described = " ".join(page.plain(name) for name in ("context", "tasks", "offer"))
        short = [SHORT_DESCRIPTION] if len(described) < NATIONAL_LENGTH else []
        return [*short, *concerns_of(answers["quoi"], user=author.user)]

    def public_texts(self, page: MissionPage) -> list[str]:
        names = ("tasks", "context", "offer", "good_to_know")
        return [page.title, page.summary, page.rhythm, *(page.plain(name) for name in names)]


class InitiativeKind(MissionKind):
    """A mission whose organiser is a collective of residents: its record is written along with it."""

    name = "initiative"
    label = _("Residents’ initiative")
    invitation = _("Start something with neighbours")
    about = _("For residents: a clean-up, a shared garden, a street party. No association is needed.")
    icon = "heart"
    order = 30
    steps = (CollectiveForm, ShiftsForm, MeetForm, WithWhomForm)

    def prepare(self, page: MissionPage, *, answers: Answers, site: Any, author: Author) -> None:
        what = answers["quoi"]
        what["association"] = collective_called(
            what["collective"], summary=what["summary"], site=site, user=author.user, known=page.organiser
        )

    def along_with(self, page: MissionPage) -> AssociationPage | None:
        return lonely_draft(page.organiser, besides=page)

    def _typed_organiser(self, page: MissionPage, user: Any) -> dict[str, list[str]]:
        return {"collective": [page.organiser.title]} if page.organiser else {}

    def may_change(self, user: Any, page: MissionPage) -> bool:
        return page.organiser is not None and is_run_by(user, page.organiser)

    def next_step(self, submission: Submission, token: str) -> tuple[str, Any] | None:
        return to_take_charge(submission, token)

    def concerns(self, page: MissionPage, *, author: Author, answers: Answers) -> list[str]:
        # The collective is the author's own.
        return [code for code in super().concerns(page, author=author, answers=answers) if code == SHORT_DESCRIPTION]


register_concerns(
    {SHORT_DESCRIPTION: _("The description has less than 300 characters: the national site will refuse the mission.")}
)
register_kind(MissionKind())
register_kind(InitiativeKind())
