"""Signing up without an account: what was typed waits until a link or a code that we mailed comes back."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from volunteering.applications.actions.signing_up import Outcome, sign_up
from volunteering.applications.models import Application, SignUp
from volunteering.applications.notifications import MyLink, NothingOfMine, ProveAddress
from volunteering.core.antispam.stamps import short_name, spend_stamp
from volunteering.core.outbox.actions import post
from volunteering.core.outbox.letters import Letter
from volunteering.missions.models import MISSION_ITSELF, Capacity, MissionPage
from volunteering.volunteers.actions import accept_charter, recognise
from volunteering.volunteers.models import Volunteer


@transaction.atomic
def ask_to_sign_up(
    *,
    mission: MissionPage,
    site: Site,
    shifts: list[UUID],
    first_name: str,
    last_name: str,
    email: str,
    people: int,
    message: str,
    charter_version: str,
    language: str,
    stamp: str,
) -> SignUp:
    """Keep it until its owner confirms. One mail leaves, whatever we know of the address. Raises `Replayed`."""
    spend_stamp(stamp)
    typed = SignUp.objects.create(
        mission=mission,
        site=site,
        shifts=[str(uid) for uid in shifts],
        first_name=first_name,
        last_name=last_name,
        email=email,
        people=people,
        message=message,
        charter_version=charter_version,
        language=language,
    )
    about = {"sign_up": str(typed.pk)}
    post(letter=ProveAddress, to=email, about=about, dedup_key=f"ProveAddress:{typed.pk}", site=site, language=language)
    return typed


@transaction.atomic
def confirm(*, typed: SignUp, user: AbstractBaseUser | None = None) -> tuple[Volunteer, list[Outcome]]:
    """The address is proven: sign them up. A second time gives the same applications and sends nothing.

    `user`: the account that is signed in, when the address is its own.
    """
    is_first = SignUp.objects.filter(pk=typed.pk, confirmed_at=None).update(confirmed_at=timezone.now())
    volunteer = recognise(
        email=typed.email,
        first_name=typed.first_name,
        last_name=typed.last_name,
        language=typed.language,
        user=user,
    )
    accept_charter(volunteer=volunteer, version=typed.charter_version)
    wanted = [UUID(uid) for uid in typed.shifts] or [MISSION_ITSELF]
    capacities = Capacity.objects.filter(mission=typed.mission_id, shift_uid__in=wanted).select_related("mission")
    if not is_first:
        return volunteer, _before(volunteer, capacities)
    outcomes = sign_up(
        volunteer=volunteer, capacities=capacities, people=typed.people, message=typed.message, user=user
    )
    return volunteer, outcomes


def _before(volunteer: Volunteer, capacities: Iterable[Capacity]) -> list[Outcome]:
    """What the first time led to, as it stands now: whoever has withdrawn since is not signed up again."""
    latest = {row.capacity_id: row for row in Application.objects.filter(volunteer=volunteer).order_by("asked_at")}
    known = [(capacity, latest.get(capacity.pk)) for capacity in capacities]
    return [Outcome(capacity=capacity, application=row, is_new=False) for capacity, row in known if row]


@transaction.atomic
def send_my_link(*, email: str, site: Site, language: str, stamp: str) -> None:
    """One mail to this address: the way to its sign-ups, or that there are none. Raises `Replayed`."""
    spend_stamp(stamp)
    volunteer = Volunteer.objects.of_address(email).filter(applications__isnull=False).first()
    letter: type[Letter] = MyLink if volunteer else NothingOfMine
    about = {"volunteer": str(volunteer.pk)} if volunteer else {}
    key = f"{letter.__name__}:{short_name(stamp)}"
    post(letter=letter, to=email, about=about, dedup_key=key, site=site, language=language)
