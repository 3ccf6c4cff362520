"""What is there before the traffic: run with the environment of the server, as a process of its own.

    python -m tests.benchmarks.load.town FILE SIZE PEOPLE

writes to FILE, as JSON, what visitors have to know.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import django


def main(file: str, size: str, people: str) -> None:
    sys.path[:0] = ["site", "."]
    django.setup()
    # A town of one size for all: what is measured is what people do.
    from tests.benchmarks.one_database import prepare

    prepare(int(size), lists_only=False)
    Path(file).write_text(json.dumps(known(int(people))), "utf-8")


def known(people: int) -> dict:
    """Addresses, missions with their shifts, and sessions."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.urls import reverse

    from tests.benchmarks.sign_ups import session_of, volunteer
    from volunteering.agenda.models import EventPage
    from volunteering.core.taxonomy import Theme
    from volunteering.directory.models import AssociationPage
    from volunteering.missions.models import Capacity

    call_command("setup", verbosity=0)
    for command in ("refresh_missions", "refill_occurrences"):
        call_command(command, verbosity=0)
    # The places that were taken in bulk are nobody's.
    Capacity.objects.filter(applications=None).update(taken=0)
    office = get_user_model().objects.create_superuser("load-office", "load-office@city.example")
    persons = [volunteer(number) for number in range(people)]
    sessions = {session_of(person): person.user_id for person in persons}
    places = Capacity.objects.exclude(shift_uid=None).order_by("pk").select_related("mission")[:60]
    return {
        "missions": [{"pk": row.mission_id, "shift": str(row.shift_uid)} for row in places],
        "pages": [page.url for model in (EventPage, AssociationPage) for page in model.objects.live()[:60]]
        + [row.mission.url for row in places],
        "themes": list(Theme.objects.values_list("slug", flat=True)),
        "people": list(sessions),
        "users": sessions,
        "office": session_of(SimpleNamespace(user=office, user_id=office.pk)),
        "submissions": reverse("volunteering_submissions:index"),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    main(*sys.argv[1:])
