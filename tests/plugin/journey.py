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
    sys.stdout.write("\n" + json.dumps(seen) + "\n")


if __name__ == "__main__":
    main()
