"""`make demo`: the demo city, from nothing to served, in one process (starting Python again costs seconds)."""

import socket
from collections.abc import Callable

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Site

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Prepare the demo city (database, pages, people) and serve it on this machine."
    # The server checks the system itself, once everything is there.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="Port of 127.0.0.1 to serve on.")

    def handle(self, *args: str, port: int, **options: object) -> None:
        refuse_busy_port(port)
        migrate_if_needed(self.stdout.write)
        # It runs `setup` itself, once the home page stands where Wagtail's welcome page was.
        call_command("seed_demo", stdout=self.stdout)
        lead_back_to(port)
        # Without the reloader, which would start a second Python and take as long again.
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)


def lead_back_to(port: int) -> None:
    """What leaves the page (a QR code, a feed, a mail to a visitor or to an editor) leads to this very server."""
    Site.objects.filter(is_default_site=True).update(hostname=HOST, port=port)
    Site.clear_site_root_paths_cache()
    settings.WAGTAILADMIN_BASE_URL = f"http://{HOST}:{port}"


def refuse_busy_port(port: int) -> None:
    """Say so before the work, not after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used ({error.strerror}). Try: make demo PORT={port + 1}"
            ) from error


def migrate_if_needed(say: Callable[[str], object]) -> None:
    """Asking whether anything is pending is much quicker than migrating nothing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database (about half a minute, the first time only)…")
        call_command("migrate", verbosity=0, interactive=False)
