"""Claiming a record: by a code that the office reads, or by asking the city.

Two people at once: the record's row is locked, so that the second finds a manager, and goes to the city.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from volunteering.core.accounts import address_of
from volunteering.core.city import CitySettings
from volunteering.core.outbox.actions import post
from volunteering.directory.actions.members import appoint
from volunteering.directory.models import AssociationPage, Claim, ClaimState, Membership, Role
from volunteering.directory.notifications import ClaimAccepted, ClaimCode, Claimed, ClaimRefused, ClaimWaits


class ClaimOver(Exception):
    """It was decided, or its code is too old."""


@transaction.atomic
def ask_for_code(*, association: AssociationPage, user: AbstractBaseUser, site: Site, language: str) -> Claim:
    """A code goes to the office's address, if there is one. A fresh one ends the one before.

    While the city looks at a claim of theirs, that one stays. Raises `ClaimOver` to the second of two at once.
    """
    claims = Claim.objects.filter(association=association, user_id=user.pk)
    if waits := claims.waiting().first():
        return waits
    claims.filter(state=ClaimState.CODE).delete()
    claim = _create(association=association, user_id=user.pk, site=site, language=language)
    if association.office_email:
        about = {"claim": str(claim.pk)}
        key = f"ClaimCode:{claim.pk}"
        post(letter=ClaimCode, to=association.office_email, about=about, dedup_key=key, site=site, language=language)
    return claim


@transaction.atomic
def prove_claim(*, claim: Claim) -> Membership | None:
    """The right code was typed. None when somebody else speaks for the association by now: the city decides.

    Raises `ClaimOver`.
    """
    association = _locked(claim)
    now = timezone.now()
    fresh = Claim.objects.open(now).filter(pk=claim.pk, state=ClaimState.CODE)
    if _others_speak(claim):
        if not fresh.update(state=ClaimState.WAITING, proven_at=now):
            raise ClaimOver
        _tell_the_city(claim, association)
        return None
    if not fresh.update(state=ClaimState.ACCEPTED, proven_at=now, decided_at=now):
        raise ClaimOver
    log(instance=association, action="volunteering.claim.prove")
    return appoint(association=association, user=claim.user, role=Role.MANAGER, by=None)


@transaction.atomic
def ask_the_city(
    *, association: AssociationPage, user: AbstractBaseUser, words: str, site: Site, language: str
) -> Claim:
    """Its managers, the city's office and whoever asks are told. Who asks twice has asked once."""
    claims = Claim.objects.filter(association=association, user_id=user.pk)
    if waits := claims.waiting().first():
        return waits
    claims.filter(state=ClaimState.CODE).delete()
    about = {"words": words, "site": site, "language": language, "state": ClaimState.WAITING}
    claim = _create(association=association, user_id=user.pk, **about)
    _tell_the_city(claim, association)
    return claim


@transaction.atomic
def accept_claim(*, claim: Claim, by: AbstractBaseUser) -> Membership:
    """Raises `ClaimOver`."""
    association = _locked(claim)
    _decide(claim, ClaimState.ACCEPTED)
    log(instance=association, action="volunteering.claim.accept", user=by)
    _tell_claimant(claim, ClaimAccepted)
    return appoint(association=association, user=claim.user, role=Role.MANAGER, by=by)


@transaction.atomic
def refuse_claim(*, claim: Claim, reason: str, by: AbstractBaseUser) -> None:
    """Raises `ClaimOver`."""
    _decide(claim, ClaimState.REFUSED, reason=reason)
    log(instance=claim.association, action="volunteering.claim.refuse", user=by)
    _tell_claimant(claim, ClaimRefused)


def purge_claims() -> int:
    """Forget codes nobody typed, and what was decided six months ago. Returns how many went."""
    return purge_codes() + purge_decided_claims()


def purge_codes() -> int:
    return Claim.objects.never_proven().delete()[0]


def purge_decided_claims() -> int:
    return Claim.objects.decided_over().delete()[0]


def _create(**values: object) -> Claim:
    """The database keeps one open claim of one person: of two requests at once, the second is too late."""
    try:
        with transaction.atomic():
            return Claim.objects.create(**values)
    except IntegrityError as error:
        raise ClaimOver from error


def _locked(claim: Claim) -> AssociationPage:
    return AssociationPage.objects.select_for_update(of=("self",)).get(pk=claim.association_id)


def _others_speak(claim: Claim) -> bool:
    return Membership.objects.managers().filter(association=claim.association_id).exclude(user=claim.user_id).exists()


def _decide(claim: Claim, state: ClaimState, **values: str) -> None:
    if not Claim.objects.waiting().filter(pk=claim.pk).update(state=state, decided_at=timezone.now(), **values):
        raise ClaimOver


def _tell_the_city(claim: Claim, association: AssociationPage) -> None:
    log(instance=association, action="volunteering.claim.ask")
    about, site = {"claim": str(claim.pk)}, claim.site or Site.objects.get(is_default_site=True)
    told = [*Membership.objects.managers().filter(association=association).select_related("user")]
    for number, address in enumerate(filter(None, (address_of(each.user) for each in told))):
        _post(Claimed, claim, address, key=f"Claimed:{claim.pk}:{number}")
    if office := CitySettings.for_site(site).office_email:
        post(letter=ClaimWaits, to=office, about=about, dedup_key=f"ClaimWaits:{claim.pk}", site=claim.site)


def _tell_claimant(claim: Claim, letter: type) -> None:
    if address := address_of(claim.user):
        _post(letter, claim, address, key=f"{letter.__name__}:{claim.pk}")


def _post(letter: type, claim: Claim, to: str, *, key: str) -> None:
    about = {"claim": str(claim.pk)}
    post(letter=letter, to=to, about=about, dedup_key=key, site=claim.site, language=claim.language)
