"""A small city in which everything happens at once, and what of it a test looks for elsewhere."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Page

from tests.admin import EDITOR
from tests.factories import (
    AssociationFactory,
    EditorFactory,
    EventFactory,
    ImageFactory,
    MissionFactory,
    NewsFactory,
    once,
    shift_of,
)
from tests.privacy.lives import full_life
from volunteering.agenda.models import EventPage

PLAN = b"%PDF-1.7 plan"


class Town:
    archive: bytes
    without_people: bytes
    broken: list[str]

    def __init__(self) -> None:
        self.editor = EditorFactory(groups=[EDITOR])
        self.picture = ImageFactory(title="Le port")
        self.plan = Document.objects.create(title="Plan", file=ContentFile(PLAN, name="plan.pdf"))
        self.ball = EventFactory(
            title="Bal du port", image=self.picture, children={"dates": [once(frequency="weekly")]}
        )
        self.draft = self.edited(EventFactory(title="Brouillon", draft=True))
        self.scheduled = self.later(EventFactory(title="Bientôt", draft=True))
        self.waiting_words = self.edited(NewsFactory(title="Nouvelle"))
        self.places = shift_of(title="Ranger", automatic=True, organiser=AssociationFactory(with_office=True))
        MissionFactory(title="Sans créneau")
        self.volunteer = full_life()
        self.pages = Page.objects.count()

    def edited(self, page: Page) -> Page:
        page.title += " (nouveau)"
        page.save_revision(user=self.editor)
        return page

    def later(self, page: EventPage) -> EventPage:
        page.go_live_at = timezone.now() + timedelta(days=3)
        page.save_revision(user=self.editor).publish()
        return page
