"""manage.py import_openagenda FILE [--dry-run] [--draft] [--parent ID]"""

from typing import Any

from django.core.management.base import CommandParser

from volunteering.imports.openagenda import OpenAgendaImporter
from volunteering.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import events from the JSON export of OpenAgenda on the national open-data portal."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--draft", action="store_true", help="Leave new events unpublished.")

    def importer(self, **options: Any) -> OpenAgendaImporter:
        return OpenAgendaImporter()

    def publishes(self, **options: Any) -> bool:
        return not options["draft"]
