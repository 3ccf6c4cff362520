"""The sprite, its names, and the tag that draws them."""

import xml.etree.ElementTree as ET

import pytest
from django.template import Context, Template, TemplateSyntaxError

from volunteering.core.icons import SPRITE_FILE, icon_names

THEME_ICONS = [
    "heart-handshake",
    "masks-theater",
    "ball-football",
    "leaf",
    "school",
    "stethoscope",
    "building-bank",
    "paw",
    "device-laptop",
    "home-heart",
    "lifebuoy",
    "world",
]
SVG = "{http://www.w3.org/2000/svg}"


def render(source, **context):
    return Template("{% load volunteering_icons %}" + source).render(Context(context))


def test_a_theme_can_wear_each_of_the_twelve_icons():
    assert set(THEME_ICONS) <= set(icon_names())


def test_every_symbol_of_the_sprite_takes_the_colour_of_the_text_and_has_its_own_name():
    symbols = ET.parse(SPRITE_FILE).getroot().findall(f"{SVG}symbol")

    assert sorted(symbol.get("id") for symbol in symbols) == list(icon_names())
    assert len(set(icon_names())) == len(symbols) > 90
    assert {symbol.get("viewBox") for symbol in symbols} == {"0 0 24 24"}
    assert {symbol.get("stroke") for symbol in symbols} == {"currentColor"}
    assert all(len(symbol) for symbol in symbols)


def test_a_screen_reader_cannot_hear_a_decorative_icon():
    html = render('{% icon "clock" %}')

    assert html.startswith('<svg class="v-icon"')
    assert 'aria-hidden="true"' in html
    assert 'focusable="false"' in html
    assert "aria-label" not in html
    assert html.endswith('volunteering/icons.svg#clock"/></svg>')


def test_a_screen_reader_can_hear_an_icon_with_a_label():
    html = render("{% icon name label=label %}", name="bus", label='By "bus"')

    assert 'role="img"' in html
    assert 'aria-label="By &quot;bus&quot;"' in html
    assert "aria-hidden" not in html


def test_a_theme_without_icon_draws_nothing():
    assert render("{% icon name %}", name="") == ""


def test_a_template_cannot_write_an_unknown_name():
    with pytest.raises(TemplateSyntaxError, match="No icon named"):
        render('{% icon "no-such-icon" %}')


@pytest.mark.parametrize("source", ["{% icon %}", '{% icon "clock" "bus" %}', '{% icon "clock" size="3" %}'])
def test_a_template_cannot_use_another_form_of_the_tag(source):
    with pytest.raises(TemplateSyntaxError):
        render(source)


def test_a_developer_cannot_draw_an_unknown_name_that_comes_from_data(settings):
    settings.DEBUG = True

    with pytest.raises(ValueError, match="no-such-icon"):
        render("{% icon name %}", name="no-such-icon")


def test_a_visitor_can_read_a_page_whose_icon_was_removed_from_the_sprite():
    with pytest.warns(RuntimeWarning, match="no-such-icon"):
        html = render("{% icon name %}", name="no-such-icon")

    assert html == ""
