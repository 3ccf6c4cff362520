#!/usr/bin/env python
"""Run the demo city's commands: `python site/manage.py <command>`."""

import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def main() -> None:
    # `site/` is a folder, not a package (Python's own module `site` would win): `config` is found beside
    # this file, `home` and `volunteering` one level up.
    sys.path.insert(1, str(REPOSITORY))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
