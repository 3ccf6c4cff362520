"""`make demo`: nothing to configure, everything on this machine."""

from config.settings.base import *  # noqa: F403 — Django's own way of layering settings
from config.settings.base import VAR
from config.settings.mail import mail_settings

DEBUG = True
# A key for 127.0.0.1 only; production takes its own from the environment.
SECRET_KEY = "demo-only-key-never-used-on-a-server"  # noqa: S105 — see above
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
vars().update(mail_settings("django.core.mail.backends.console.EmailBackend"))

# Where the demo's database and uploads go: SQLite makes the file, not the folder.
VAR.mkdir(exist_ok=True)
