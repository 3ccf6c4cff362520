"""What the directory overhears."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.directory.actions import note_published
from volunteering.directory.models import AssociationPage
from volunteering.directory.upkeep import is_confirmation


@receiver(page_published)
def begin_the_next_year(instance: Page, **kwargs) -> None:
    """Whoever publishes a record has read it."""
    if isinstance(instance, AssociationPage):
        note_published(association=instance, is_confirmation=is_confirmation())
