"""manage.py import_rna FILE --commune INSEE [INSEE…] [--publish] [--dry-run] [--parent ID]"""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from volunteering.imports.registry import read_communes
from volunteering.imports.rna import RnaImporter
from volunteering.management.importing import ImportCommand


class Command(ImportCommand):
    help = "Import the associations of some communes from the national register (file RNA_Waldec of a department)."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--commune", nargs="+", required=True, metavar="INSEE", help="INSEE codes, no postcodes.")
        parser.add_argument("--publish", action="store_true", help="Publish new associations (default: drafts).")

    def importer(self, **options: Any) -> RnaImporter:
        try:
            return RnaImporter(communes=read_communes(options["commune"]))
        except ValueError as error:
            raise CommandError(_("“%(code)s” is not an INSEE code.") % {"code": error}) from error

    def publishes(self, **options: Any) -> bool:
        return options["publish"]
