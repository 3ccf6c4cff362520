"""A page leads back to itself: from paper always, on a screen when someone asks for its code."""

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
EVENT = "/agenda/cours-de-francais/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_resident_unfolds_the_code_of_a_page_with_the_keyboard(city, visitor, scripts):
    context, watch = visitor(java_script_enabled=scripts, color_scheme="dark", **PHONE)
    page = context.new_page()
    page.goto(f"{city}{EVENT}")
    expect(page.locator(".v-share__code")).to_be_hidden()
    page.locator(".v-share__fold > summary").press("Enter")
    expect(page.get_by_role("img", name="Code QR")).to_be_visible()
    assert watch.take() == []


def test_a_printed_page_leads_back_though_its_code_is_folded(city, visitor):
    context, watch = visitor(**PHONE)
    page = context.new_page()
    page.goto(f"{city}{EVENT}")
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name="Code QR")).to_be_visible()
    expect(page.locator(".v-share__address")).to_contain_text(EVENT)
    expect(page.locator(".v-share__fold, .v-share__link").first).to_be_hidden()
    assert watch.take() == []
