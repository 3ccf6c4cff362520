"""What may stand beneath what: editors find each kind of page in one place only."""

import pytest
from wagtail.models import Page

from home.models import HomePage, NewsIndexPage, NewsPage
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.directory.models import AssociationIndexPage, AssociationPage
from volunteering.missions.models import MissionIndexPage, MissionPage

HOMES = {
    EventPage: EventIndexPage,
    MissionPage: MissionIndexPage,
    AssociationPage: AssociationIndexPage,
    NewsPage: NewsIndexPage,
}


@pytest.mark.parametrize("model", HOMES)
def test_an_editor_can_add_a_page_beneath_its_list_only_and_nothing_beneath_it(model):
    assert model.allowed_parent_page_models() == [HOMES[model]]
    assert HOMES[model].allowed_subpage_models() == [model]
    assert model.allowed_subpage_models() == []


@pytest.mark.parametrize("model", HOMES)
def test_an_editor_cannot_add_a_page_elsewhere(model, found_city):
    for parent in (Page.objects.get(depth=1), found_city, *found_city.get_children().exclude(slug="actualites")):
        assert model.can_create_at(parent.specific) == (parent.specific_class == HOMES[model])


@pytest.mark.parametrize("index", HOMES.values())
def test_an_editor_cannot_add_a_second_list_beside_the_first(index, found_city):
    # Read anew: the page that `setup` was given does not know its children yet.
    assert not index.can_create_at(HomePage.objects.get(pk=found_city.pk))


def test_an_editor_cannot_add_a_second_front_door(found_city):
    assert not HomePage.can_create_at(Page.objects.get(depth=1))
