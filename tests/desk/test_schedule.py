"""Wagtail's own scheduling and comments, which a page type with tabs of its own must ask for."""

import pytest

from volunteering.models import AssociationPage, EventPage, MissionPage


@pytest.mark.parametrize("page_type", [AssociationPage, EventPage, MissionPage], ids=lambda each: each.__name__)
def test_an_editor_can_schedule_a_page_and_comment_on_it(page_type):
    form = page_type.get_edit_handler().get_form_class()

    assert {"go_live_at", "expire_at"} <= set(form.base_fields)
    assert "comments" in form.formsets
