"""What each of the four groups may do in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Collection

from tests.admin import AGENT, EDITOR, MODERATOR, READER, add_url, edit_url, sign_in, text
from tests.factories import EventFactory, ImageFactory, NeighbourhoodFactory, NewsFactory
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.core.models import CitySettings

LISTINGS = [f"volunteering_{name}:index" for name in ("events", "missions", "associations")]
ALL = [EDITOR, MODERATOR, AGENT, READER]


@pytest.mark.parametrize("group", ALL)
@pytest.mark.parametrize("listing", LISTINGS)
def test_everyone_reads_the_listings(group, listing):
    event = EventFactory()
    response = sign_in(group).get(reverse(listing))
    assert response.status_code == 200
    assert (event.title in text(response)) == ("events" in listing)


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, True), (AGENT, False), (READER, False)])
def test_who_may_edit_an_event_of_somebody_else(group, may):
    assert (sign_in(group).get(edit_url(EventFactory())).status_code == 200) == may


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, True), (AGENT, True), (READER, False)])
def test_who_may_start_a_new_event(group, may):
    url = add_url(EventPage, EventIndexPage.objects.get())
    assert (sign_in(group).get(url).status_code == 200) == may


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, False), (AGENT, False), (READER, False)])
def test_who_may_edit_the_news(group, may):
    assert (sign_in(group).get(edit_url(NewsFactory())).status_code == 200) == may


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, True), (AGENT, False), (READER, False)])
def test_who_may_rename_a_neighbourhood(group, may):
    quarter = NeighbourhoodFactory()
    url = reverse(quarter.snippet_viewset.get_url_name("edit"), args=[quarter.pk])
    assert (sign_in(group).get(url).status_code == 200) == may


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, False), (AGENT, False), (READER, False)])
def test_who_may_change_the_city(group, may):
    site = CitySettings.objects.get().site_id
    url = reverse("wagtailsettings:edit", args=["volunteering", "citysettings", site])
    assert (sign_in(group).get(url).status_code == 200) == may


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, True), (AGENT, True), (READER, False)])
def test_who_may_choose_a_picture(group, may):
    image = ImageFactory(collection=Collection.get_first_root_node())
    response = sign_in(group).get(reverse("wagtailimages_chooser:choose_results"))
    assert (image.title in response.content.decode()) == may


def test_somebody_without_a_group_cannot_enter():
    client = sign_in("no such group")
    assert client.get(reverse(LISTINGS[0])).status_code == 302
