"""The two sides of an application write to each other; the mail says that there is a message, and nothing of it."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from volunteering.applications.history import HIDE_PHONE, READ_REPORTED, REPORT, SETTLE, SHOW_PHONE, action_of
from volunteering.applications.models import VOLUNTEER, Application
from volunteering.applications.notifications.messages import AssociationWrote, VolunteerWrote
from volunteering.applications.recipients import voices
from volunteering.core.outbox.actions import post
from volunteering.relay import actions as relay
from volunteering.relay.models import Message

# Several messages in a row are one mail.
ROW = 10 * 60  # seconds


@transaction.atomic
def send_message(*, application: Application, role: str, text: str) -> Message:
    """`role`: `VOLUNTEER` or `ASSOCIATION`. Raises `Blocked`, `TooManyMessages`."""
    message = relay.write(conversation=application.conversation, role=role, text=text)
    stretch = int(timezone.now().timestamp()) // ROW
    about = {"application": str(application.pk)}
    key = f"message:{application.pk}:{role}:{stretch}"
    site = application.mission.get_site()
    if role == VOLUNTEER:
        for number, address in enumerate(voices(application.mission)):
            language, own = settings.LANGUAGE_CODE, f"{key}:{number}"
            post(letter=VolunteerWrote, to=address, about=about, dedup_key=own, site=site, language=language)
    elif application.volunteer and application.volunteer.email:
        to, language = application.volunteer.email, application.volunteer.language
        post(letter=AssociationWrote, to=to, about=about, dedup_key=key, site=site, language=language)
    return message


@transaction.atomic
def show_phone(*, application: Application, phone: str = "", user: AbstractBaseUser | None = None) -> None:
    """The association of this one application may read the volunteer's number, until they take it back."""
    if phone and application.volunteer:
        application.volunteer.phone = phone
        application.volunteer.save(update_fields=["phone"])
    relay.show_phone(conversation=application.conversation, role=VOLUNTEER)
    log(instance=application, action=action_of(SHOW_PHONE), user=user)


@transaction.atomic
def hide_phone(*, application: Application, user: AbstractBaseUser | None = None) -> None:
    relay.hide_phone(conversation=application.conversation, role=VOLUNTEER)
    log(instance=application, action=action_of(HIDE_PHONE), user=user)


@transaction.atomic
def report(*, application: Application, role: str, words: str, user: AbstractBaseUser | None = None) -> None:
    """The city looks at it; nothing more is written meanwhile."""
    relay.report(conversation=application.conversation, role=role, words=words)
    relay.block(conversation=application.conversation, role=role)
    log(instance=application, action=action_of(REPORT), user=user, data={"by": role})


@transaction.atomic
def read_reported(*, application: Application, user: AbstractBaseUser) -> None:
    """Somebody of the city reads what was reported: noted before they do."""
    log(instance=application, action=action_of(READ_REPORTED), user=user)


@transaction.atomic
def settle_report(*, application: Application, user: AbstractBaseUser) -> None:
    """Looked at and dealt with. Whoever wanted to be left alone still is."""
    relay.settle(conversation=application.conversation)
    log(instance=application, action=action_of(SETTLE), user=user)


def shown_phone(application: Application) -> str:
    """What the association may read of the volunteer's number; mostly nothing."""
    parties = application.conversation.parties.all()
    is_shown = any(party.role == VOLUNTEER and party.phone_shown_at for party in parties)
    return application.volunteer.phone if is_shown and application.volunteer else ""
