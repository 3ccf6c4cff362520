"""What the agenda overhears."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.agenda.materialise import materialise
from volunteering.agenda.merging import move_events
from volunteering.agenda.models import EventPage
from volunteering.directory.models import AssociationPage
from volunteering.signals import associations_merged


@receiver(page_published)
def follow_published_rules(instance: Page, **kwargs) -> None:
    # Not by sender: a site's own subclass of our page type sends under its own name.
    if isinstance(instance, EventPage):
        materialise(instance)


@receiver(associations_merged)
def follow_merged_record(kept: AssociationPage, other: AssociationPage, **kwargs) -> None:
    move_events(kept=kept, other=other)
