import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from tests.factories import ThemeFactory
from volunteering.core.city import CitySettings
from volunteering.core.colours import CONTRAST_AA, contrast
from volunteering.core.theme import readable_on, theme_address

pytestmark = pytest.mark.django_db
ADDRESS = "/engagement/theme.css"


@pytest.fixture
def city() -> CitySettings:
    return CitySettings.for_site(Site.objects.get(is_default_site=True))


def test_a_browser_reads_the_city_s_colours_as_a_style_sheet(client, city):
    city.accent, city.accent_dark = "#8a1c4a", "#ff9ac0"
    city.save()
    response = client.get(ADDRESS)

    assert response["Content-Type"].startswith("text/css")
    assert "--v-accent-light: #8a1c4a; --v-on-accent-light: #ffffff;" in response.text
    assert "--v-accent-dark: #ff9ac0;" in response.text


def test_a_theme_gives_its_colour_to_its_pictures(client):
    ThemeFactory(slug="nature", colour="#3f7d20")

    assert ".v-theme-nature { --v-theme: #3f7d20; }" in client.get(ADDRESS).text


def test_a_colour_that_is_none_cannot_enter_the_style_sheet(client):
    ThemeFactory(slug="evil", colour="red}*{")

    assert "evil" not in client.get(ADDRESS).text


def test_an_unchanged_style_sheet_is_not_sent_again(client):
    first = client.get(ADDRESS)

    assert client.get(ADDRESS, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_new_colours_have_a_new_address(city):
    before = theme_address(city)
    city.accent = "#8a1c4a"

    assert theme_address(city) != before


@pytest.mark.parametrize("colour", ["#00606b", "#6fd3d0", "#ffc94d", "#767676", "#000000", "#ffffff"])
def test_words_on_the_accent_can_be_read(colour):
    assert contrast(readable_on(colour), colour) >= CONTRAST_AA


def test_nobody_can_post_to_the_style_sheet(client):
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("colour", ["red", "#12", "#gggggg"])
def test_an_editor_reads_how_a_theme_s_colour_is_written(colour):
    with pytest.raises(ValidationError, match="#00606b"):
        ThemeFactory.build(colour=colour).full_clean()
