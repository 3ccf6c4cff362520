"""What applications overhear."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.applications.actions.waiting import fill_freed_places
from volunteering.missions.models import MissionPage


@receiver(page_published)
def offer_new_places(instance: Page, **kwargs) -> None:
    """An editor gave a shift more places: those who wait come first."""
    if isinstance(instance, MissionPage):
        for capacity in instance.capacities.with_room().filter(waiting__gt=0):
            fill_freed_places(capacity=capacity)
