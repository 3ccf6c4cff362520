"""Migrations say everything the models say, in one line of descent."""

import re

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.codebase.sources import files, text

OURS = ("volunteering", "home")
# The last ones of Wagtail 7.4, the oldest version supported; makemigrations names those of the newest.
NEWEST_OF_OLDEST_WAGTAIL = {"wagtailcore": 97, "wagtailimages": 27}


@pytest.mark.django_db
def test_a_host_site_has_nothing_pending(capsys):
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, no_color=True)
    except SystemExit:
        pytest.fail(f"The models changed without a migration:\n{capsys.readouterr().out}", pytrace=False)


@pytest.mark.parametrize("app", OURS)
def test_migrations_end_in_one_leaf(app):
    leaves = MigrationLoader(None).graph.leaf_nodes(app)

    assert len(leaves) == 1, f"Run makemigrations --merge, or better, renumber: {leaves}"


def too_new(content):
    """What a migration asks of Wagtail that its oldest supported version does not have."""
    dependencies = re.findall(r"""["'](wagtail\w+)["'],\s*["'](\d{4})_\w+["']""", content)
    newer = [f"{app} {number}" for app, number in dependencies if int(number) > NEWEST_OF_OLDEST_WAGTAIL.get(app, 9999)]
    return newer + re.findall(r"settings\.WAGTAIL_\w+", content)


def test_a_city_on_the_oldest_supported_wagtail_can_migrate():
    migrations = [file for file in files() if file.parent.name == "migrations"]

    assert not {str(file): found for file in migrations if (found := too_new(text(file)))}


@pytest.mark.parametrize("planted", ["('wagtailcore', '0098_apitoken')", "to=settings.WAGTAIL_PAGE_MODEL"])
def test_a_migration_for_the_newest_wagtail_only_is_found(planted):
    assert too_new(planted)
