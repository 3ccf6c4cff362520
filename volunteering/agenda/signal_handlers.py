"""What the agenda overhears."""

from django.dispatch import receiver
from wagtail.signals import page_published

from volunteering.agenda.materialise import materialise
from volunteering.agenda.models import EventPage


@receiver(page_published, sender=EventPage)
def follow_published_rules(instance: EventPage, **kwargs) -> None:
    materialise(instance)
