"""Run in a site that extends our event as docs/how-to/subclass.md says: from an empty database to a visitor's page.

Prints what it saw as one line of JSON.
"""

import io
import json
import os
import sys
import warnings
from datetime import time, timedelta

import django


def main(site: str, repository: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bare.settings.dev"
    sys.path[:0] = [site, repository]
    warnings.simplefilter("ignore")
    django.setup()
    from django.core.management import call_command

    told = io.StringIO()
    call_command("makemigrations", "city", stdout=told)
    call_command("migrate", verbosity=0, interactive=False)
    agenda, event = publish()
    call_command("setup", verbosity=0)
    call_command("check", stdout=told, fail_level="WARNING")
    sys.stdout.write("\n" + json.dumps(look_at(agenda, event)) + "\n")


def publish():
    """The city's own agenda with one event of its own type, as an editor would."""
    from city.models import CityAgenda, CityEvent
    from django.utils import timezone
    from wagtail.models import Site

    from volunteering.agenda.models import EventDate

    agenda = Site.objects.get().root_page.add_child(instance=CityAgenda(title="Agenda", slug="sorties"))
    event = CityEvent(title="Bal des pompiers", summary="On danse.", sponsor="La Boulangerie du Port")
    tomorrow = timezone.localdate() + timedelta(days=1)
    event.dates = [EventDate(first_day=tomorrow, start_time=time(20), end_time=time(23), frequency="weekly", count=3)]
    agenda.add_child(instance=event)
    for page in (agenda, event):
        page.save_revision().publish()
    return agenda, event


def look_at(agenda, event):
    from django.contrib.auth import get_user_model
    from django.test import Client

    from volunteering.agenda.models import EventIndexPage

    editor = Client()
    editor.force_login(get_user_model().objects.create_superuser("editor", "editor@city.example"))
    return {
        "dates": event.occurrences.count(),
        "agendas": EventIndexPage.objects.count(),
        "list": Client().get(agenda.url).content.decode(),
        "page": Client().get(event.url).status_code,
        "form": editor.get(f"/admin/pages/{event.pk}/edit/").content.decode(),
        "listing": editor.get("/admin/engagement/events/").content.decode(),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
