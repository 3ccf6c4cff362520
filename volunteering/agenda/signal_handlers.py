"""What the agenda overhears."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.agenda.materialise import materialise
from volunteering.agenda.merging import move_events
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage
from volunteering.directory.upkeep import voices
from volunteering.moderation.actions import tell_who_answers
from volunteering.moderation.models import ReportDecision
from volunteering.signals import associations_merged, content_decided


@receiver(page_published)
def follow_published_rules(instance: Page, **kwargs) -> None:
    # Not by sender: a site's own subclass of our page type sends under its own name.
    if isinstance(instance, EventPage):
        materialise(instance)


@receiver(associations_merged)
def follow_merged_record(kept: AssociationPage, other: AssociationPage, **kwargs) -> None:
    move_events(kept=kept, other=other)


@receiver(content_decided)
def tell_organisers(page: Page, decision: ReportDecision, **kwargs: Any) -> None:
    if isinstance(page, EventPage):
        for association in page.organisers.all():
            tell_who_answers(decision=decision, to=voices(association))
