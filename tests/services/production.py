"""The demo city as docs/how-to/server.md starts it: its environment, and its command."""

import os
import secrets
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WORKERS = 2


def settings(database_url: str, redis_url: str, email_url: str, folder: Path) -> dict[str, str]:
    """The environment of the server, with nothing of the tests' own settings."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "VOLUNTEERING"))}
    return ours | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "https://city.example",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "EMAIL_URL": email_url,
        "VOLUNTEERING_VAR": str(folder),
        "ERASURE_LEDGER": str(folder / "erasures.ledger"),
    }


def gunicorn(port: int) -> list[str]:
    command = [sys.executable, "-m", "gunicorn", "--chdir", "site", "config.wsgi", "--no-control-socket"]
    return [*command, "--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}"]
