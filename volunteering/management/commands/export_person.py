"""`manage.py export_person`: what is held on somebody who asks the data protection officer."""

import os
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from volunteering.privacy.asking import add_email, held_on, the_city
from volunteering.privacy.files import FORMATS
from volunteering.privacy.history import EXPORTED, note


class Command(BaseCommand):
    help = "Write all that is held on a person, as they would take it along from “My data”."

    def add_arguments(self, parser: CommandParser) -> None:
        add_email(parser)
        parser.add_argument("--format", choices=sorted(FORMATS), default="json", help="default: json")
        parser.add_argument("--output", default="", help="a file that does not exist yet; default: the terminal")

    def handle(self, *args: Any, email: str, format: str, output: str, **options: Any) -> None:
        write, _content_type = FORMATS[format]
        content = write(held_on(email))
        if output:
            save(Path(output), content)
        else:
            self.stdout.write(content)
        if city := the_city():
            note(EXPORTED, city=city, email=email)


def save(path: Path, content: str) -> None:
    """For whoever asked for it alone. Raises CommandError."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        why = {"file": path, "reason": error.strerror}
        raise CommandError(_("The file %(file)s cannot be written: %(reason)s. Choose another.") % why) from error
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(content)
