"""Migrations say everything the models say, in one line of descent."""

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

OURS = ("volunteering", "home")


@pytest.mark.django_db
def test_a_host_site_has_nothing_pending(capsys):
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, no_color=True)
    except SystemExit:
        pytest.fail(f"The models changed without a migration:\n{capsys.readouterr().out}")


@pytest.mark.parametrize("app", OURS)
def test_migrations_end_in_one_leaf(app):
    leaves = MigrationLoader(None).graph.leaf_nodes(app)

    assert len(leaves) == 1, f"Run makemigrations --merge, or better, renumber: {leaves}"
