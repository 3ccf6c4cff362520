"""manage.py import_ical FILE [--dry-run] [--draft] [--parent ID]"""

from typing import Any

from django.core.management.base import CommandParser

from volunteering.imports.ical import ICalImporter
from volunteering.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import events from the iCalendar file (.ics) of an existing calendar."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--draft", action="store_true", help="Leave new events unpublished.")

    def importer(self, **options: Any) -> ICalImporter:
        return ICalImporter()

    def publishes(self, **options: Any) -> bool:
        return not options["draft"]
