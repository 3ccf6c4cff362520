"""What the event editor says while one types."""

import pytest
from django.urls import reverse

from tests.admin import READER, plain, sign_in, soup, text

RULE = {
    "first_day": "10/03/2026",
    "start_time": "14:00",
    "end_time": "16:00",
    "frequency": "weekly",
    "interval": "1",
    "exceptions": "",
    "extra_dates": "",
}


@pytest.fixture(autouse=True)
def _today(clock):
    """Wednesday 4 March 2026."""


def ask(**changes):
    return sign_in().get(reverse("volunteering_desk:next_dates"), {**RULE, **changes})


def buttons(response):
    return soup(response).select("button")


def test_an_editor_reads_the_next_ten_dates():
    found = buttons(ask())
    assert len(found) == 10
    assert "10 mars" in plain(found[0])
    assert found[0]["data-line"] == "10/03/2026"


def test_a_date_taken_out_is_struck_and_can_be_put_back():
    second = buttons(ask(exceptions="17/03/2026"))[1]
    assert (second["aria-pressed"], second["data-line"], second["data-field"]) == ("true", "17/03/2026", "exceptions")
    assert second.select_one("s")


def test_an_added_date_stands_among_the_others_as_it_was_typed():
    added = [
        each for each in buttons(ask(extra_dates="12/03/2026 18:00 – 20:00")) if each["data-field"] == "extra_dates"
    ]
    assert [each["data-line"] for each in added] == ["12/03/2026 18:00 – 20:00"]


def test_school_holidays_are_skipped():
    dates = text(ask(skip_school_holidays="A", first_day="31/03/2026"))
    assert "7 avril" not in dates
    assert "31 mars" in dates


def test_an_event_that_is_over_says_so():
    assert buttons(ask(frequency="once", first_day="10/03/2025")) == []


def test_what_contradicts_itself_is_said_in_a_sentence():
    response = ask(until="01/01/2026")
    assert response.status_code == 200
    assert soup(response).select_one(".v-recurrence__errors li").get_text().strip().endswith(".")


@pytest.mark.parametrize(
    "changes",
    [{"first_day": "demain"}, {"interval": "0"}, {"interval": "x" * 400}, {"frequency": "hourly"}, {"weekdays": "XX"},
     {"exceptions": "32/13/2026"}, {"extra_dates": "12/03/2026 18:00 – 12/03/2026 09:00"}, {"count": "9999999999"},
     {"first_day": "10/03/9999"}, {"last_day": "01/01/2020"}],
)  # fmt: skip
def test_nonsense_is_answered_with_a_sentence(changes):
    response = ask(**changes)
    assert response.status_code == 200
    assert soup(response).select(".v-recurrence__errors li")
    assert not buttons(response)


def test_what_is_not_complete_yet_is_no_error():
    response = ask(first_day="", start_time="")
    assert response.status_code == 200
    assert not soup(response).select(".v-recurrence__errors")


def test_markup_in_a_line_is_shown_as_text():
    assert "<img" not in ask(exceptions="<img src=x onerror=alert(1)>").content.decode()


def test_asking_needs_the_admin_and_saves_nothing(client, django_assert_max_num_queries):
    assert client.get(reverse("volunteering_desk:next_dates"), RULE).status_code == 302
    reader = sign_in(READER)
    assert reader.post(reverse("volunteering_desk:next_dates"), RULE).status_code == 405
    with django_assert_max_num_queries(6):
        assert reader.get(reverse("volunteering_desk:next_dates"), RULE).status_code == 200
