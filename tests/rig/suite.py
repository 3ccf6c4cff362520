"""`make test`: the checks, then every test, with a PostgreSQL and a Redis of our own. Ends with pytest's closing line.

Two runs of pytest: on PostgreSQL what needs the servers and what asks the database in ways of our own (marked
`databases`), then everything on SQLite; of what takes long, `every_day` names what is asked. `make test-long` leaves
nothing out, and asks PostgreSQL everything too.
"""

import os
import sys

from tests.rig import checks, services

# One process more than there are cores: while some wait for a browser or a server, the others work.
PROCESSES = (os.cpu_count() or 1) + 1
# Names the skipped tests: none should be.
PYTEST = (sys.executable, "-m", "pytest", "-n", str(PROCESSES), "-rs")
# They run their own site, browser or processes: once is enough, on SQLite.
SQLITE_ONLY = ("browser", "plugin", "codebase")


def tests(*arguments: str, **variables: str) -> bool:
    """Whether this run of pytest passed."""
    print(flush=True)
    return services.run([*PYTEST, *arguments], variables) == 0


def markers(wanted: str, *, long: bool) -> str:
    return wanted if long else f"({wanted}) and not long"


def everything(*, long: bool) -> bool:
    results = [checks.run(checks.checks(), at_once=2)]
    elsewhere = [f"--ignore=tests/{folder}" for folder in SQLITE_ONLY]
    wanted = "services or not services" if long else "services or databases"
    with services.running() as addresses:
        on_postgresql = {**addresses, "VOLUNTEERING_TEST_DB": "postgresql"}
        results.append(tests(*elsewhere, "-m", markers(wanted, long=long), **on_postgresql))
        results.append(tests("-m", markers("not services", long=long), VOLUNTEERING_TEST_DB="sqlite"))
    return all(results)


def units(*, long: bool) -> bool:
    """What depends on the versions of Python and Django."""
    return tests("--ignore=tests/browser", "--ignore=tests/codebase", "-m", markers("not services", long=long))


def main(arguments: list[str]) -> int:
    services.leave_on_signals()
    long = "--long" in arguments
    if long:
        os.environ["HYPOTHESIS_PROFILE"] = "long"
    else:
        os.environ["VOLUNTEERING_EVERY_DAY"] = "1"
    passed = units(long=long) if "--units" in arguments else everything(long=long)
    return int(not passed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
