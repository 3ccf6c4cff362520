"""Wagtail's own scheduling and comments, which a page type with tabs of its own must ask for."""

import pytest
from django.utils.translation import override

from home.models import NewsPage
from volunteering.models import AssociationPage, EventPage, MissionPage

PAGE_TYPES = [AssociationPage, EventPage, MissionPage, NewsPage]


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda each: each.__name__)
def test_an_editor_can_schedule_a_page_and_comment_on_it(page_type):
    form = page_type.get_edit_handler().get_form_class()

    assert {"go_live_at", "expire_at"} <= set(form.base_fields)
    assert "comments" in form.formsets


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda each: each.__name__)
@pytest.mark.parametrize(("language", "expected"), [("fr", "d/m/Y H:i"), ("en", "Y-m-d H:i")])
def test_an_editor_writes_when_a_page_appears_as_their_language_does(page_type, language, expected):
    fields = page_type.get_edit_handler().get_form_class()(instance=page_type()).fields

    with override(language):
        configs = [fields[name].widget.get_config() for name in ("go_live_at", "expire_at")]

    assert [config["format"] for config in configs] == [expected] * 2
    assert {config["parentID"] for config in configs} == {"#schedule-publishing-dialog"}
