"""An editor publishes an event that comes back every week; a resident finds it, with and without JavaScript."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from volunteering.core.moments import day_in_words

TITLE, SUMMARY = "Chorale du mardi et du jeudi", "On chante, on ne juge pas."


def dates(first: date) -> list[date]:
    """Tuesdays and Thursdays from this Tuesday on."""
    return [first + timedelta(weeks=week, days=day) for week in range(3) for day in (0, 2)]


def next_tuesday() -> date:
    today = timezone.localdate()
    return today + timedelta(days=(1 - today.weekday()) % 7 or 7)


@pytest.fixture
def published(city, visitor):
    """The event, published by an editor who took its second date out; gives the first date."""
    context, watch = visitor(viewport={"width": 1280, "height": 1000})
    desk, first = Desk(context.new_page(), city).sign_in("Éditeur"), next_tuesday()
    desk.new_event(title=TITLE, summary=SUMMARY)
    desk.add_weekly_date(first=first, start=time(18, 30), end=time(20), weekdays=["mardi", "jeudi"])
    expect(desk.sentence).to_contain_text("mardis et jeudis")
    expect(desk.next_dates).to_have_count(10)
    desk.next_dates.nth(1).click()
    expect(desk.next_dates.nth(1)).to_have_attribute("aria-pressed", "true")
    preview = desk.preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    desk.publish()
    assert watch.take() == []
    return first


def test_a_resident_finds_the_dates_that_an_editor_published(published, city, visitor):
    for scripts in (True, False):
        context, watch = visitor(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{city}/agenda/?since={published}")
        page.get_by_role("link", name=TITLE).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        assert listed(page) == [words(day) for day in (published, *dates(published)[2:5])], f"{scripts=}"
        assert watch.take() == [], f"{scripts=}"


def listed(page: Page) -> list[str]:
    return [text.partition(",")[0].lower() for text in page.locator(".v-slot__when").all_inner_texts() if text]


def words(day: date) -> str:
    return day_in_words(day, today=timezone.localdate()).lower()
