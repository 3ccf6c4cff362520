"""What the agenda overhears."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.agenda.materialise import materialise
from volunteering.agenda.models import EventPage


@receiver(page_published)
def follow_published_rules(instance: Page, **kwargs) -> None:
    # Not by sender: a site's own subclass of our page type sends under its own name.
    if isinstance(instance, EventPage):
        materialise(instance)
