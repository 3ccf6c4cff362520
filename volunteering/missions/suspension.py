"""What becomes of the missions of an association that the city suspends: off the site, and back again as they were."""

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.core.publishing import put_back, take_off
from volunteering.directory.models import AssociationPage
from volunteering.missions.models import HeldMission, MissionPage

HELD, PUT_BACK = "volunteering.mission.hold", "volunteering.mission.put_back"


def hold_missions(*, association: AssociationPage, by: AbstractBaseUser | None) -> None:
    """Those that are not over. Sign-ups stay as they are."""
    for mission in MissionPage.objects.live().not_past(timezone.now()).filter(organiser=association).order_by("pk"):
        HeldMission.objects.create(mission=mission, revision_id=take_off(mission))
        log(instance=mission, action=HELD, user=by)


def put_missions_back(*, association: AssociationPage) -> None:
    """Those that are still its own, and that no editor has published meanwhile."""
    rows = HeldMission.objects.filter(mission__organiser=association).select_related("mission", "revision")
    for held in rows.order_by("pk"):
        if not held.mission.live:
            put_back(held.mission, revision=held.revision, log_action=PUT_BACK)
        held.delete()
