"""Print what pyproject.toml asks for, one requirement per line: `python tests/rig/requirements.py demo test`.

Only names and lower bounds; the exact versions are in constraints.txt. Reading the file ourselves spares the
first run an upgrade of pip (`--group` needs 25.1) and a build of the project, which runs from its folder.
"""

import sys
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def requirements(*names: str) -> list[str]:
    """The project's own dependencies, and those of the extras and dependency groups called `names`."""
    pyproject = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    extras, groups = pyproject["project"]["optional-dependencies"], pyproject["dependency-groups"]
    found = list(pyproject["project"]["dependencies"])
    for name in names:
        if name not in extras and name not in groups:
            raise SystemExit(f"pyproject.toml has no extra and no dependency group called {name}.")
        found += extras.get(name, []) + groups.get(name, [])
    return found


if __name__ == "__main__":
    print("\n".join(requirements(*sys.argv[1:])))
