"""What the directory overhears."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.directory.actions import note_published
from volunteering.directory.models import AssociationPage
from volunteering.directory.upkeep import is_confirmation, voices
from volunteering.moderation.actions import tell_who_answers
from volunteering.moderation.models import ReportDecision
from volunteering.signals import content_decided


@receiver(page_published)
def begin_the_next_year(instance: Page, **kwargs) -> None:
    """Whoever publishes a record has read it."""
    if isinstance(instance, AssociationPage):
        note_published(association=instance, is_confirmation=is_confirmation())


@receiver(content_decided)
def tell_association(page: Page, decision: ReportDecision, **kwargs: Any) -> None:
    if isinstance(page, AssociationPage):
        tell_who_answers(decision=decision, to=voices(page))
