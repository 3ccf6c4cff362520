"""Whom a command is about: an address that was typed on a command line, and what is held on it."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from volunteering.core.city import CitySettings
from volunteering.privacy.actions import Export, export_person


def add_email(parser: ArgumentParser) -> None:
    parser.add_argument("--email", required=True, help="required: the address of the person, proven to be theirs")


def held_on(email: str) -> Export:
    """Raises CommandError when it is no address, or when nothing is held on it. The message repeats it to no log."""
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise CommandError(_("This is no e-mail address. Give it like --email=jeanne@example.org.")) from error
    held = export_person(email=email)
    if not any(held.values()):
        raise CommandError(_("Nothing is held on this address. Look whether it is spelled as the person spells it."))
    return held


def the_city() -> CitySettings | None:
    """Whose history keeps what a command did; None before the city's row exists."""
    return CitySettings.objects.order_by("-site__is_default_site", "pk").first()
