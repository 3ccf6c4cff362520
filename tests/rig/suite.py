"""`make test`: the checks, then every test, with a PostgreSQL and a Redis of our own. Ends with pytest's closing line.

Two runs of pytest: what touches the database and what needs the servers on PostgreSQL, then everything on SQLite.
"""

import os
import sys

from tests.rig import checks, services

# Names the skipped tests: none should be.
PYTEST = (sys.executable, "-m", "pytest", "-n", "auto", "-rs")
# They run their own site, browser or processes: once is enough, on SQLite.
SQLITE_ONLY = ("browser", "plugin", "codebase")
# Their queries are Wagtail's, or those of the other tests: on PostgreSQL with `make test-long`.
POSTGRESQL_NOT_EVERY_DAY = ("trust", "desk", "home", "site", "reports")


def tests(*arguments: str, **variables: str) -> bool:
    """Whether this run of pytest passed."""
    print(flush=True)
    return services.run([*PYTEST, *arguments], variables) == 0


def markers(*, services: bool, long: bool) -> str:
    wanted = [] if services else ["not services"]
    return " and ".join(wanted if long else [*wanted, "not long"])


def everything(*, long: bool) -> bool:
    results = [checks.run(checks.checks(), at_once=2)]
    left_out = SQLITE_ONLY if long else (*SQLITE_ONLY, *POSTGRESQL_NOT_EVERY_DAY)
    elsewhere = [f"--ignore=tests/{folder}" for folder in left_out]
    with services.running() as addresses:
        on_postgresql = {**addresses, "VOLUNTEERING_TEST_DB": "postgresql"}
        results.append(tests(*elsewhere, "-m", markers(services=True, long=long), **on_postgresql))
        results.append(tests("-m", markers(services=False, long=long), VOLUNTEERING_TEST_DB="sqlite"))
    return all(results)


def units(*, long: bool) -> bool:
    """What depends on the versions of Python and Django."""
    return tests("--ignore=tests/browser", "--ignore=tests/codebase", "-m", markers(services=False, long=long))


def main(arguments: list[str]) -> int:
    services.leave_on_signals()
    long = "--long" in arguments
    if long:
        os.environ["HYPOTHESIS_PROFILE"] = "long"
    passed = units(long=long) if "--units" in arguments else everything(long=long)
    return int(not passed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
