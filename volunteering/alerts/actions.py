"""What is done to saved searches."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from volunteering.alerts.models import Frequency, SavedSearch
from volunteering.alerts.notifications import AlreadyFollowed, Confirmation, ManageLink, NothingFollowed
from volunteering.core.antispam.stamps import short_name, spend_stamp
from volunteering.core.outbox.actions import post


@transaction.atomic
def ask_to_follow(
    *, site: Site, kind: str, query: str, label: str, email: str, frequency: Frequency, language: str, stamp: str
) -> None:
    """Keep a search for an address until its owner confirms. One mail leaves, whatever we know of the address.

    Raises `Replayed` when the stamp was used before.
    """
    spend_stamp(stamp)
    now = timezone.now()
    search, is_new = SavedSearch.objects.get_or_create(
        site=site,
        kind=kind,
        query=query,
        email=email,
        user=None,
        defaults={"label": label, "frequency": frequency, "language": language, "asked_at": now},
    )
    if search.confirmed_at is None and not is_new:
        search.frequency, search.label, search.language, search.asked_at = frequency, label, language, now
        search.save(update_fields=["frequency", "label", "language", "asked_at"])
    letter = Confirmation if search.confirmed_at is None else AlreadyFollowed
    key = f"{letter.__name__}:{short_name(stamp)}"
    post(letter=letter, to=email, about={"search": str(search.pk)}, dedup_key=key, site=site, language=language)


@transaction.atomic
def follow(
    *, user: AbstractBaseUser, site: Site, kind: str, query: str, label: str, frequency: Frequency, language: str
) -> SavedSearch:
    """Keep a search in somebody's account: it needs no confirmation, the address of the account is theirs."""
    values = {"label": label, "frequency": frequency, "language": language, "is_paused": False}
    search, _is_new = SavedSearch.objects.update_or_create(
        user_id=user.pk,
        site=site,
        kind=kind,
        query=query,
        defaults=values,
        create_defaults=values | {"confirmed_at": timezone.now()},
    )
    return search


def confirm(*, search: SavedSearch) -> None:
    """Its owner read our mail and agrees. Confirming twice changes nothing."""
    SavedSearch.objects.unconfirmed().filter(pk=search.pk).update(confirmed_at=timezone.now())


def pause(*, search: SavedSearch) -> None:
    SavedSearch.objects.filter(pk=search.pk).update(is_paused=True)


def resume(*, search: SavedSearch) -> None:
    """What was published during the pause is not told."""
    paused = SavedSearch.objects.filter(pk=search.pk, is_paused=True)
    paused.update(is_paused=False, last_sent_at=timezone.now())


def change_frequency(*, search: SavedSearch, frequency: Frequency) -> None:
    SavedSearch.objects.filter(pk=search.pk).update(frequency=frequency)


def forget(*, search: SavedSearch) -> None:
    SavedSearch.objects.filter(pk=search.pk).delete()


def stop(*, search: SavedSearch) -> None:
    """No more mails of this search. An address is forgotten with it; in an account it is paused, and can be resumed."""
    if search.user_id is None:
        forget(search=search)
    else:
        pause(search=search)


@transaction.atomic
def stop_all(*, search: SavedSearch) -> None:
    """No more mails to the address that this search belongs to."""
    stop(search=search)
    for each in SavedSearch.objects.of_address(search.address):
        stop(search=each)


@transaction.atomic
def send_manage_link(*, email: str, site: Site, language: str, stamp: str) -> None:
    """One mail to this address: its searches, or that there are none. Raises `Replayed`."""
    spend_stamp(stamp)
    search = SavedSearch.objects.confirmed().of_address(email).first()
    about = {"search": str(search.pk)} if search else {}
    letter = ManageLink if search else NothingFollowed
    key = f"{letter.__name__}:{short_name(stamp)}"
    post(letter=letter, to=email, about=about, dedup_key=key, site=site, language=language)


def purge_alerts() -> int:
    """Forget the addresses of those who never confirmed. Returns how many searches went."""
    return SavedSearch.objects.abandoned().delete()[0]
