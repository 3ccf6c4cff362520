"""Everything that is checked without running a test: style, types, import contracts (`make lint`, `make fmt`).

Each check says one line when it passes and everything when it fails; all of them run, whatever the first says.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
CODE = ("volunteering", "home", "site", "tests")
PROSE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs")


def templates() -> list[str]:
    folders = (REPOSITORY / "volunteering/templates", REPOSITORY / "home/templates", REPOSITORY / "templates")
    return sorted(str(file.relative_to(REPOSITORY)) for folder in folders for file in folder.rglob("*.html"))


@dataclass(frozen=True)
class Check:
    name: str
    command: tuple[str, ...]

    def run(self) -> tuple[bool, str]:
        """Whether it passed, and what to tell about it."""
        started = time.monotonic()
        environment = {**os.environ, "PYTHONPATH": "site:.", "NO_COLOR": "1"}
        program, *arguments = self.command
        done = subprocess.run(
            [PROGRAMS / program, *arguments],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        passed = done.returncode == 0
        told = f"{'passed' if passed else 'FAILED'}  {self.name} ({time.monotonic() - started:.1f} s)"
        return passed, told if passed else f"{told}\n{done.stdout}{done.stderr}"


def checks() -> list[Check]:
    prose = [name for name in PROSE if (REPOSITORY / name).exists()]
    return [
        Check("types (mypy)", ("mypy",)),
        Check("style (ruff check)", ("ruff", "check", "--output-format=concise", *CODE)),
        Check("shape (ruff format)", ("ruff", "format", "--check", "--output-format=concise", *CODE)),
        Check("templates (djade)", ("djade", "--check", "--target-version", "5.2", *templates())),
        Check("spelling (codespell)", ("codespell", "volunteering", "home", "site", "templates", "tests/rig", *prose)),
        Check("import contracts (import-linter)", ("lint-imports", "--no-logo", "--cache-dir", ".cache/import-linter")),
    ]


def fixes() -> list[Check]:
    return [
        Check("style (ruff check --fix)", ("ruff", "check", "--fix", *CODE)),
        Check("shape (ruff format)", ("ruff", "format", *CODE)),
        Check("templates (djade)", ("djade", "--target-version", "5.2", *templates())),
    ]


def run(wanted: list[Check], *, at_once: int) -> bool:
    """Run them, print what each says in the order given; whether all passed."""
    with ThreadPoolExecutor(at_once) as pool:
        results = []
        for passed, told in pool.map(Check.run, wanted):
            print(told, flush=True)
            results.append(passed)
    return all(results)


def main(arguments: list[str]) -> int:
    if "--fix" in arguments:
        return int(not run(fixes(), at_once=1))
    return int(not run([*checks(), Check("the codebase (pytest)", ("pytest", "-q", "tests/codebase"))], at_once=2))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
