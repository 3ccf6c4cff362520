"""What missions overhear."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from volunteering.directory.models import AssociationPage
from volunteering.missions.capacity import count_open_missions, sync_capacities
from volunteering.missions.models import MissionPage
from volunteering.signals import mission_changed


@receiver(page_published, sender=MissionPage)
def follow_published_shifts(instance: MissionPage, **kwargs) -> None:
    sync_capacities(instance)


@receiver(page_unpublished, sender=MissionPage)
@receiver(mission_changed, sender=MissionPage)
def count_for_organiser(sender: type, **kwargs) -> None:
    mission = kwargs.get("instance") or kwargs["mission"]
    if mission.organiser_id:
        count_open_missions(associations=[mission.organiser_id])


@receiver(page_published, sender=AssociationPage)
def count_for_association(instance: AssociationPage, **kwargs) -> None:
    # The published revision carries an old figure.
    count_open_missions(associations=[instance.pk])
