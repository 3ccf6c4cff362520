"""`manage.py setup`: what a city needs, once."""

from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.models import GroupPagePermission, Page, Site, Workflow, WorkflowPage

from tests.admin import EDITOR, MODERATOR
from volunteering.agenda.models import EventIndexPage
from volunteering.core.icons import icon_names
from volunteering.core.models import CitySettings, Skill, Theme
from volunteering.desk.setup.wording import every_name, languages, read
from volunteering.directory.models import AssociationIndexPage
from volunteering.help_requests.models import HelpKind
from volunteering.missions.models import MissionIndexPage

SLUGS = {EventIndexPage: "agenda", MissionIndexPage: "missions", AssociationIndexPage: "associations"}


def setup(**options):
    out = StringIO()
    call_command("setup", stdout=out, **options)
    return out.getvalue()


def row_counts():
    return {model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


@pytest.mark.parametrize("model", SLUGS)
def test_setup_publishes_the_index_page_under_the_root_of_the_site(model):
    page = model.objects.get()
    assert page.live
    assert (page.slug, page.get_parent().pk) == (SLUGS[model], Site.objects.get().root_page_id)


def test_setup_run_twice_changes_nothing():
    before, touched = row_counts(), list(Page.objects.values_list("pk", "latest_revision", "live_revision"))
    said = setup()
    assert row_counts() == before
    assert list(Page.objects.values_list("pk", "latest_revision", "live_revision")) == touched
    assert "nouveau\t" not in said


def test_setup_says_what_it_created():
    EventIndexPage.objects.get().delete()
    said = setup()
    assert "Agenda" in [line.split(": ")[-1] for line in said.splitlines() if line.startswith("nouveau")]


def test_setup_gives_a_new_agenda_its_permissions_workflow_and_menu_entry():
    EventIndexPage.objects.get().delete()
    setup()
    agenda = EventIndexPage.objects.get()
    assert GroupPagePermission.objects.filter(group__name=MODERATOR, page_id=agenda.pk).count() == 5
    assert agenda.get_workflow().name == "Validation par la vie associative"
    assert apps.get_model("wagtailmenus.MainMenuItem").objects.filter(link_page_id=agenda.pk).count() == 1


def test_setup_makes_twelve_themes_with_icon_colour_and_national_domain():
    themes = Theme.objects.all()
    assert len(themes) == 12
    assert {theme.icon for theme in themes} <= set(icon_names())
    assert all(theme.colour and theme.domain != "autre" for theme in themes)
    assert Skill.objects.count() == 20
    assert HelpKind.objects.count() == 9


def test_setup_leaves_a_city_its_own_list_of_themes():
    Theme.objects.exclude(slug="sport").delete()
    setup()
    assert Theme.objects.count() == 1


def test_setup_does_not_give_back_what_a_city_took_away():
    GroupPagePermission.objects.filter(group__name=EDITOR, permission__codename="publish_page").delete()
    WorkflowPage.objects.all().delete()
    apps.get_model("wagtailmenus.MainMenuItem").objects.filter(link_text="").first().delete()
    before = row_counts()
    setup()
    assert row_counts() == before


@override_settings(LANGUAGE_CODE="en")
def test_setup_in_english_recognises_what_was_made_in_french():
    before = row_counts()
    setup()
    assert row_counts() == before


@override_settings(LANGUAGE_CODE="en")
def test_setup_speaks_the_language_of_the_site():
    Group.objects.all().delete()
    Workflow.objects.all().delete()
    setup()
    assert set(Group.objects.values_list("name", flat=True)) == set(read("en")["groups"].values())
    assert Workflow.objects.get().name == read("en")["workflow"]["name"]


def test_setup_says_what_is_missing_when_there_is_no_site():
    Site.objects.all().delete()
    with pytest.raises(CommandError, match="site par défaut"):
        setup()


def test_setup_keeps_an_address_somebody_else_has():
    EventIndexPage.objects.get().delete()
    Page.objects.get(pk=Site.objects.get().root_page_id).add_child(instance=Page(title="Agenda", slug="agenda"))
    setup()
    assert EventIndexPage.objects.get().slug == "agenda-1"


def test_setup_makes_the_row_of_the_city():
    assert CitySettings.objects.filter(site__is_default_site=True).count() == 1


def test_every_language_names_the_same_things():
    assert {str(_keys(read(language))) for language in languages()} == {str(_keys(read("fr")))}
    assert len(every_name("groups", "editor")) == len(languages())


def _keys(tree):
    return {key: _keys(value) for key, value in tree.items()} if isinstance(tree, dict) else None
