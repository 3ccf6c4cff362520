"""A city whose every secret is a canary: what is not published yet, or no more, or to some only."""

from collections.abc import Callable
from datetime import time, timedelta

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import NewsPage, StandardPage
from tests import city
from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory, once, shift, site_root
from tests.moderation.proposing import ALL
from tests.moderation.rivals import submitted
from tests.trust.canaries import Canaries
from volunteering.agenda.models import EventPage, Occurrence
from volunteering.core.models import Theme
from volunteering.directory.models import AssociationPage, OpeningHours
from volunteering.missions.models import MissionPage
from volunteering.moderation.models import Report

POINT = "SRID=4326;POINT(4.06 45.9)"
LISTS = ("next_events", "missions", "associations")


def standard_page(*, slug: str, **fields) -> StandardPage:
    page = StandardPage(title="Infos pratiques", slug=slug, live=False, **fields)
    Page.objects.get(pk=site_root().pk).add_child(instance=page)
    return page


MAKERS: dict[type[Page], Callable[..., Page]] = {
    AssociationPage: lambda **fields: AssociationFactory(draft=True, **fields),
    MissionPage: lambda **fields: MissionFactory(draft=True, **fields),
    EventPage: lambda **fields: EventFactory(draft=True, **fields),
    NewsPage: lambda **fields: NewsFactory(draft=True, **fields),
    StandardPage: standard_page,
}


class Flock:
    """`public`: pages that everyone may read; `hidden`: those nobody may, each tied to public ones."""

    def __init__(self) -> None:
        self.canaries = Canaries()
        self.hidden: list[Page] = []
        self.home = city.found(body=[(name, _block()) for name in LISTS] + [("map", _map())])
        self.theme = Theme.objects.first()
        self.association: AssociationPage | None = None
        self.association = publish(self._make(AssociationPage, "public-association"))
        self.public = [self.association, *(publish(self._make(model, f"public-{name(model)}")) for model in others())]
        for model in MAKERS:
            self._hide(model)
        call_command("publish_scheduled", verbosity=0)
        self._let_hidden_associations_organise()
        self._keep_to_the_office()
        self._edit_without_publishing()
        self._take_submissions()
        self._take_reports()

    def _make(self, model: type[Page], slug: str, *, organiser: AssociationPage | None = None) -> Page:
        """A draft of this type, tied to the association as closely as its type allows."""
        page, organiser = MAKERS[model](slug=slug), organiser or self.association
        if isinstance(page, MissionPage):
            page.organiser, page.shifts = organiser, [shift(days=2, label="matin")]
        if isinstance(page, EventPage):
            page.organisers, page.dates = [organiser], [once(frequency="weekly")]
        if isinstance(page, AssociationPage):
            page.opening_hours = [OpeningHours(weekday=0, opens=time(9), closes=time(12), note="au fond")]
        if hasattr(page, "themes"):
            page.themes = [self.theme]
        if hasattr(page, "location"):
            page.location = POINT
        return page

    def _hide(self, model: type[Page]) -> None:
        """One page of this type in each state that the public must not see."""
        self._draft(model, "draft").save_revision()
        publish(self._draft(model, "unpublished")).unpublish()
        scheduled = self._draft(model, "scheduled")
        scheduled.go_live_at = timezone.now() + timedelta(days=1)
        scheduled.save_revision().publish()
        expired = publish(self._draft(model, "expired"))
        model.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
        private = publish(self._draft(model, "private"))
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    def _draft(self, model: type[Page], state: str) -> Page:
        page = self.canaries.fill(self._make(model, f"hidden-{state}-{name(model)}"), state=state)
        page.save()
        self.hidden.append(page)
        return page

    def _let_hidden_associations_organise(self) -> None:
        """Public missions and events whose organiser nobody may read about; words about dates of hidden events."""
        for association in (page for page in self.hidden if isinstance(page, AssociationPage)):
            for model in (MissionPage, EventPage):
                page = self._make(model, f"public-{name(model)}-by-{association.slug}", organiser=association)
                self.public.append(publish(page))
        for date in Occurrence.objects.filter(event__in=[page.pk for page in self.hidden]):
            date.note, date.reason = self.canaries.word("hidden date.note"), self.canaries.word("hidden date.reason")
            date.save()

    def _keep_to_the_office(self) -> None:
        """A contact whose association did not tick, and who in the town hall wrote the page."""
        names = {part: self.canaries.word(f"user.{part}") for part in ("username", "first_name", "last_name")}
        email = self.canaries.word("user.email")
        owner = get_user_model().objects.create_superuser(email=f"{email}@city.example", **names)
        self.association.office_email = f"{self.canaries.word('association.office_email')}@asso.example"
        self.association.office_phone = self.canaries.word("association.office_phone")
        self.association.owner = owner
        self.association.save()
        self.association.save_revision(user=owner).publish(user=owner)

    def _edit_without_publishing(self) -> None:
        """Every public page has newer words that wait for publication."""
        for page in self.public:
            edited = page.get_latest_revision_as_object()
            self.canaries.fill(edited, state="unpublished edit of").save_revision()

    def _take_submissions(self) -> None:
        """One of each kind waits for the office: what it says, and who says it."""
        for kind, steps in ALL.items():
            words = {name: self.canaries.word(f"submitted {kind}.{name}") for name in steps["quoi"]}
            who = {
                name: self.canaries.word(f"submitted {kind}.{name}") for name in ("first_name", "last_name", "message")
            }
            soon = {"quand": {"first_day": f"{timezone.localdate() + timedelta(days=90)}"}} if "quand" in steps else {}
            submission = submitted(kind, quoi=words, vous=who, **soon)
            self.hidden.append(submission.page.specific)

    def _take_reports(self) -> None:
        """Somebody says of every public page what is not right there."""
        for page in self.public:
            words, email = (self.canaries.word(f"report of {page.slug}.{part}") for part in ("words", "email"))
            told = {"reason": "wrong", "words": words, "email": f"{email}@people.example"}
            Report.objects.create(page=page, site=page.get_site(), title=page.title, **told)


def others() -> list[type[Page]]:
    return [model for model in MAKERS if model is not AssociationPage]


def name(model: type[Page]) -> str:
    return model._meta.model_name.removesuffix("page")


def publish(page: Page) -> Page:
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def _block() -> dict:
    return {"title": "En ce moment", "theme": None, "neighbourhood": None, "number": 12}


def _map() -> dict:
    return {"title": "Près de chez vous", "theme": None, "neighbourhood": None, "subject": "events"}
