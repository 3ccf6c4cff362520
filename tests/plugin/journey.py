"""Run by the bare site's own Python, in one process: from an empty database to a visitor's first pages.

Prints what it saw as one line of JSON.
"""

import io
import json
import os
import sys
import warnings

import django


def run(*command, **options):
    """Exit code and output of a management command."""
    from django.core.management import CommandError, call_command

    told = io.StringIO()
    try:
        call_command(*command, stdout=told, stderr=told, **options)
    except SystemExit as stopped:
        return stopped.code, told.getvalue()
    except CommandError as error:
        return 1, f"{told.getvalue()}{error}"
    return 0, told.getvalue()


def look_at(model):
    """The one index page of this type, as a visitor's browser gets it."""
    from django.test import Client

    page = model.objects.live().get()
    answer = Client().get(page.url)
    return {"status": answer.status_code, "html": answer.content.decode(), "title": page.title}


def fill():
    """One association, one mission and one event, published."""
    from datetime import timedelta

    from django.utils import timezone

    from volunteering import models

    date = models.EventDate(first_day=timezone.localdate() + timedelta(days=3), all_day=True)
    pages = {
        models.AssociationIndexPage: models.AssociationPage(title="Les Jardins du Port", summary="On jardine."),
        models.MissionIndexPage: models.MissionPage(
            title="Tenir la buvette", summary="On sert.", tasks="<p>Servir.</p>"
        ),
        models.EventIndexPage: models.EventPage(title="Bal du Port", summary="On danse.", dates=[date]),
    }
    for index, page in pages.items():
        page.location = "SRID=4326;POINT(4.06 45.9)"
        index.objects.get().add_child(instance=page)
        page.save_revision().publish()


def look_at_blocks():
    """A page of the city's own with every block that its StreamField offers, each under its own heading."""
    from django.test import Client
    from wagtail.models import Site

    from home.models import TownPage

    more = {"call_to_action": {"button": "Venez", "url": "https://port.example/"}}
    names = [name for name in TownPage.body.field.stream_block.child_blocks if name != "text"]
    page = TownPage(title="La ville", slug="ville")
    page.body = [(name, {"title": f"Titre {name}", **more.get(name, {})}) for name in names]
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    page.save_revision().publish()
    answer = Client().get(page.url)
    return {"status": answer.status_code, "html": answer.content.decode(), "names": names}


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "bare.settings.dev"
    sys.path.insert(0, sys.argv[1])
    warnings.simplefilter("ignore")
    django.setup()
    import volunteering
    from volunteering import models

    seen = {"installed": volunteering.__file__, "check": run("check", fail_level="WARNING")}
    seen["migrate"] = run("migrate", verbosity=0, interactive=False)
    seen["pending"] = run("makemigrations", check_changes=True, dry_run=True)
    seen["setup"], seen["again"] = run("setup"), run("setup")
    seen["static"] = run("collectstatic", interactive=False, verbosity=0)
    indexes = (models.AssociationIndexPage, models.EventIndexPage, models.MissionIndexPage)
    seen["pages"] = {model.__name__: look_at(model) for model in indexes}
    fill()
    seen["blocks"] = look_at_blocks()
    sys.stdout.write("\n" + json.dumps(seen) + "\n")


if __name__ == "__main__":
    main()
