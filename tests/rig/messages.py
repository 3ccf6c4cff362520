"""Translations: `make messages` collects the texts into the .po files and compiles them into .mo files.

Each app has its own folder locale/; the city's shell (templates/) belongs to home. What is still wrong afterwards
(a text without translation, a fuzzy one, a stale .mo) is listed by `problems`, which the tests ask too.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCES = ("volunteering", "home", "templates", "site")
CATALOGUES = ("volunteering/locale/fr/LC_MESSAGES/django.po", "home/locale/fr/LC_MESSAGES/django.po")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    # The site's own settings: those of the tests need the tests, which are not among the sources.
    environment = {**os.environ, "LANGUAGE": "en", "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def collect(root: Path) -> None:
    """Write every text of the sources below `root` into its .po file, and the untranslated .pot beside it."""
    for po in CATALOGUES:
        (root / po).parent.mkdir(parents=True, exist_ok=True)
    options = ["--locale=fr", "--no-wrap", "--no-obsolete", "--add-location=file", "--keep-pot", "--ignore=tests/*"]
    done = run(sys.executable, "site/manage.py", "makemessages", *options, cwd=root)
    if done.returncode != 0:
        raise SystemExit(f"The texts could not be collected:\n{done.stderr}")


def compile_catalogue(po: Path, mo: Path) -> list[str]:
    """Complaints of msgfmt, which also compares the placeholders of a text with those of its translation."""
    done = run("msgfmt", "--check", "--output-file", mo, po, cwd=po.parent)
    return done.stderr.splitlines() if done.returncode != 0 else []


def untranslated(po: Path, pot: Path) -> list[str]:
    """Texts of `pot` that `po` does not know, does not translate, or translates without being sure (fuzzy)."""
    done = run("msgcmp", po, pot, cwd=po.parent)
    lines = [line for line in done.stderr.splitlines() if line.startswith((str(pot), str(po)))]
    # The warnings only repeat, for the .po, what was said of the .pot.
    return [line for line in lines if " warning: " not in line]


def stale(po: Path, scratch: Path) -> list[str]:
    """Whether the committed .mo says something else than its .po."""
    mo, fresh = po.with_suffix(".mo"), scratch / "fresh.mo"
    complaints = compile_catalogue(po, fresh)
    if complaints:
        return complaints
    if not mo.exists():
        return [f"{mo} is missing"]
    texts = [run("msgunfmt", file, cwd=scratch).stdout for file in (mo, fresh)]
    return [] if texts[0] == texts[1] else [f"{mo} is older than its .po"]


def problems(root: Path = REPOSITORY) -> list[str]:
    """Everything that keeps a French reader from reading French, one line each; changes nothing below `root`."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder).resolve()
        unwanted = shutil.ignore_patterns("*.po", "*.mo", "__pycache__")
        for source in SOURCES:
            shutil.copytree(root / source, scratch / source, ignore=unwanted)
        collect(scratch)
        found = []
        for name in CATALOGUES:
            po, pot = root / name, (scratch / name).parents[2] / "django.pot"
            if not pot.exists():
                continue
            found += untranslated(po, pot) + stale(po, scratch) if po.exists() else [f"{po} is missing"]
        return [line.replace(f"{scratch}/", "").replace(f"{root}/", "") for line in found]


def main() -> int:
    collect(REPOSITORY)
    for name in CATALOGUES:
        po = REPOSITORY / name
        po.parents[2].joinpath("django.pot").unlink(missing_ok=True)
        if po.exists():
            print("\n".join(compile_catalogue(po, po.with_suffix(".mo"))))
    left = problems()
    print("\n".join(left) or "Every text is translated and compiled.")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main())
