"""The form of an event on a laptop: the pin stands where one put it, and no field hides behind the preview."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from volunteering.agenda.models import EventPage

# How far the pin's tip is from the middle of the map, in pixels: a click takes the map there.
AWAY = """() => {
  const map = document.querySelector(".leaflet-container").getBoundingClientRect();
  const pin = document.querySelector(".leaflet-marker-icon").getBoundingClientRect();
  return Math.hypot(pin.x + pin.width / 2 - map.x - map.width / 2, pin.bottom - map.y - map.height / 2);
}"""


@pytest.fixture
def editor(city, visitor) -> Desk:
    context, _watch = visitor(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    desk = Desk(context.new_page(), city).sign_in("Éditeur")
    event = EventPage.objects.get(slug="cours-de-francais")
    desk.page.goto(f"{city}/admin/pages/{event.pk}/edit/")
    desk.page.get_by_role("tab", name="Pratique").click()
    return desk


def test_an_editor_sees_the_pin_where_the_map_was_clicked(editor):
    page, canvas = editor.page, editor.page.locator(".leaflet-container")
    canvas.click(position={"x": 120, "y": 90})
    expect(page.locator(".v-location__status")).to_have_text("Le repère est placé. Faites-le glisser pour le corriger.")
    page.wait_for_function(f"() => ({AWAY})() < 3")


def test_a_pin_put_back_is_no_longer_said_to_be_removed(editor):
    page, status = editor.page, editor.page.locator(".v-location__status")
    page.get_by_role("button", name="Retirer le repère").click()
    expect(status).to_have_text("Le repère est retiré.")
    page.locator(".leaflet-container").click(position={"x": 300, "y": 200})
    expect(status).not_to_have_text("Le repère est retiré.")
    expect(page.locator(".leaflet-marker-icon")).to_be_in_viewport()


def test_an_editor_can_read_all_fields_of_a_date_beside_the_preview(editor):
    editor.preview().locator("h1").wait_for()
    edge = editor.page.locator("[data-side-panel-toggle=preview]").first.evaluate(
        "() => document.querySelector('[data-form-side]').getBoundingClientRect().left"
    )
    for name in ("first_day", "start_time", "end_time", "frequency"):
        box = editor.field(name).bounding_box()
        assert box["x"] + box["width"] < edge, name
