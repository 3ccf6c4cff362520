"""What applications overhear."""

from collections.abc import Iterator

from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published

from volunteering.applications.actions.waiting import fill_freed_places
from volunteering.applications.models import Application
from volunteering.applications.notifications.sending import tell_everyone
from volunteering.applications.notifications.suspensions import MissionGoesOn, MissionHeld
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import MissionPage
from volunteering.signals import association_restored, association_suspended


@receiver(association_suspended)
def tell_that_it_is_on_hold(association: AssociationPage, **kwargs) -> None:
    tell_everyone(MissionHeld, _to_come(association), which=association.suspended_at.isoformat())


@receiver(association_restored)
def tell_that_it_goes_on(association: AssociationPage, **kwargs) -> None:
    tell_everyone(MissionGoesOn, _to_come(association), which=timezone.now().isoformat())


def _to_come(association: AssociationPage) -> Iterator[Application]:
    """Whoever has signed up for something of theirs that is not over."""
    rows = Application.objects.active().filter(capacity__mission__organiser=association)
    rows = rows.exclude(capacity__end__lte=timezone.now()).exclude(capacity__cancelled_at__isnull=False)
    return rows.told_whole().iterator(chunk_size=500)


@receiver(page_published)
def offer_new_places(instance: Page, **kwargs) -> None:
    """An editor gave a shift more places: those who wait come first."""
    if isinstance(instance, MissionPage):
        for capacity in instance.capacities.with_room().filter(waiting__gt=0):
            fill_freed_places(capacity=capacity)
