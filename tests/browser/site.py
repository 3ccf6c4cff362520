"""The whole demo city on a server of its own, in a folder that is thrown away: for pictures of it."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.rig.services import free_port

REPOSITORY = Path(__file__).resolve().parents[2]
MANAGE = (sys.executable, str(REPOSITORY / "site" / "manage.py"))
SECONDS_TO_START = 600


class NotServed(Exception):
    """The demo did not answer; the text is the end of what it said."""


@contextlib.contextmanager
def demo_city() -> Iterator[str]:
    """Migrate, seed and serve; gives its address. `manage.py demo` does it all, as `make demo` would."""
    with tempfile.TemporaryDirectory(prefix="volunteering-") as folder:
        environment = {**os.environ, "VOLUNTEERING_VAR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
        log, port = Path(folder) / "demo.log", free_port()
        with log.open("w") as output:
            process = subprocess.Popen(
                [*MANAGE, "demo", "--port", str(port)], env=environment, stdout=output, stderr=output
            )
        try:
            wait_until_served(process, f"http://127.0.0.1:{port}", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def wait_until_served(process: subprocess.Popen, address: str, log: Path) -> None:
    """Migrating and seeding take their time. Raises `NotServed`."""
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/engagement/theme.css", timeout=5).close()
            return
        time.sleep(0.5)
    raise NotServed(log.read_text(errors="replace")[-3000:])
