"""The programs the tests need beside Python: what is missing is installed (Debian, as root) or named.

Standard library only: it runs before anything else is installed.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """Path of a Chromium to drive; the variable CHROMIUM names another one."""
    names = (os.environ["CHROMIUM"],) if "CHROMIUM" in os.environ else CHROMIUM
    return next(filter(None, map(shutil.which, names)), None)


def postgresql_programs() -> Path | None:
    """Folder of the newest initdb. Debian keeps it outside PATH, one folder per major version."""
    debian = Path("/usr/lib/postgresql")
    folders = sorted(debian.glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


# Debian's package, and how to know that it is there.
PARTS: dict[str, Callable[[], object]] = {
    "chromium": chromium,
    "postgresql": postgresql_programs,
    "redis-server": lambda: shutil.which("redis-server"),
    "gettext": lambda: shutil.which("xgettext") and shutil.which("msgfmt"),
    "libpango-1.0-0": lambda: ctypes.util.find_library("pango-1.0"),
    "libpangoft2-1.0-0": lambda: ctypes.util.find_library("pangoft2-1.0"),
}


def missing() -> list[str]:
    return [package for package, is_there in PARTS.items() if not is_there()]


def install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", "--quiet", *command], check=True, env=quiet, stdin=subprocess.DEVNULL)


def main() -> int:
    absent = missing()
    if absent and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(absent)}…", flush=True)
        install(absent)
        absent = missing()
    if absent:
        print(f"Missing for the tests: {', '.join(absent)} (Debian's names). Install them, then run this again.")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
