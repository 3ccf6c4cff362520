"""What missions overhear. Not by sender: a site's own subclass of a page type of ours sends under its own name."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from volunteering.directory.models import AssociationPage
from volunteering.missions.capacity import count_open_missions, sync_capacities
from volunteering.missions.models import MissionPage
from volunteering.signals import mission_changed


@receiver(page_published)
def follow_published_shifts(instance: Page, **kwargs) -> None:
    if isinstance(instance, MissionPage):
        sync_capacities(instance)


@receiver(page_unpublished)
def count_without_mission(instance: Page, **kwargs) -> None:
    if isinstance(instance, MissionPage):
        count_for_organiser(instance)


@receiver(mission_changed)
def count_for_organiser(mission: MissionPage, **kwargs) -> None:
    if mission.organiser_id:
        count_open_missions(associations=[mission.organiser_id])


@receiver(page_published)
def count_for_association(instance: Page, **kwargs) -> None:
    # The published revision carries an old figure.
    if isinstance(instance, AssociationPage):
        count_open_missions(associations=[instance.pk])
