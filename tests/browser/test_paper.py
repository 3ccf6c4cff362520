"""What is printed: the week on one side of A4."""

import re
from datetime import date, timedelta

import pytest

from tests.factories import EventFactory, once

MONDAY = date(2027, 3, 1)
PAGE = re.compile(rb"/Type\s*/Page[^s]")


@pytest.mark.parametrize("number", [28, 36, 44])
def test_a_week_of_many_events_fits_on_one_sheet_of_paper(city, visitor, number):
    for each in range(number):
        title = f"Ordinateur ou téléphone : on regarde ensemble {each}"
        day = MONDAY + timedelta(days=each % 7)
        EventFactory(
            title=title, place_name="Médiathèque des Tanneries, salle du conte", children={"dates": [once(day)]}
        )
    context, _watch = visitor(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{city}/agenda/?sheet={MONDAY}")
    assert page.locator(".v-sheet li").count() >= number
    assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1
