"""What missions overhear. Not by sender: a site's own subclass of a page type of ours sends under its own name."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from volunteering.directory.collectives import publish_collective
from volunteering.directory.models import AssociationPage
from volunteering.directory.upkeep import voices
from volunteering.missions.capacity import count_open_missions, sync_capacities
from volunteering.missions.merging import move_missions
from volunteering.missions.models import MissionPage
from volunteering.missions.submissions import InitiativeKind
from volunteering.missions.suspension import hold_missions, put_missions_back
from volunteering.moderation.actions import tell_who_answers
from volunteering.moderation.models import ReportDecision, Submission
from volunteering.signals import (
    association_restored,
    association_suspended,
    associations_merged,
    content_decided,
    mission_changed,
)


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


@receiver(association_suspended)
def hold(association: AssociationPage, by: Any, **kwargs) -> None:
    hold_missions(association=association, by=by)


@receiver(association_restored)
def put_back(association: AssociationPage, **kwargs) -> None:
    put_missions_back(association=association)


@receiver(associations_merged)
def follow_merged_record(kept: AssociationPage, other: AssociationPage, **kwargs) -> None:
    move_missions(kept=kept, other=other)
    count_open_missions(associations=[kept.pk, other.pk])


@receiver(page_published)
def count_for_association(instance: Page, **kwargs) -> None:
    # The published revision carries an old figure.
    if isinstance(instance, AssociationPage):
        count_open_missions(associations=[instance.pk])


@receiver(page_published)
def publish_its_collective(instance: Page, **kwargs: Any) -> None:
    """Residents who start something together: their record, read along with it, appears with it."""
    if not isinstance(instance, MissionPage) or not instance.organiser_id or instance.organiser.live:
        return
    if Submission.objects.of_page(instance).filter(kind=InitiativeKind.name).exists():
        publish_collective(instance.organiser)


@receiver(content_decided)
def tell_organiser(page: Page, decision: ReportDecision, **kwargs: Any) -> None:
    if isinstance(page, MissionPage) and page.organiser is not None:
        tell_who_answers(decision=decision, to=voices(page.organiser))
