"""A conversation that somebody reported: the offices read it, which is noted, and settle it."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.admin import AGENT, EDITOR, MODERATOR, sign_in, text
from tests.factories import apply, shift_of
from volunteering.applications.actions import report, send_message
from volunteering.applications.models import ASSOCIATION, VOLUNTEER


@pytest.fixture
def application(clock, found_city):
    written = apply(shift_of(title="Désherber"))
    send_message(application=written, role=ASSOCIATION, text="Venez seule, ce soir.")
    report(application=written, role=VOLUNTEER, words="Il insiste.")
    return written


def url_of(application):
    return reverse("volunteering_applications:report", args=[application.pk])


def test_the_office_finds_what_was_reported(application):
    apply(shift_of(title="Autre"))
    page = sign_in(MODERATOR).get(reverse("volunteering_applications:index"), {"answer": "reported"})
    assert "Désherber" in text(page)
    assert "Autre" not in text(page)
    assert url_of(application) in page.content.decode()


def test_looking_shows_what_is_wrong_and_no_message(application):
    page = text(sign_in(EDITOR).get(url_of(application)))
    assert "Il insiste." in page
    assert "ce soir" not in page
    assert not ModelLogEntry.objects.filter(action="volunteering.application.read_reported").exists()


def test_reading_is_noted_and_kept_by_no_cache(application):
    response = sign_in(MODERATOR).post(url_of(application), {"do": "read"})
    assert "Venez seule, ce soir." in text(response)
    assert "no-store" in response["Cache-Control"]
    [entry] = ModelLogEntry.objects.filter(action="volunteering.application.read_reported")
    assert (entry.object_id, entry.user.groups.get().name) == (str(application.pk), MODERATOR)


def test_what_is_settled_is_read_by_nobody_any_more_and_whoever_reported_is_left_alone(application):
    client = sign_in(MODERATOR)
    client.post(url_of(application), {"do": "settle"})
    assert client.post(url_of(application), {"do": "read"}).status_code == 404
    application.conversation.refresh_from_db()
    assert (application.conversation.reported_at, application.conversation.report) == (None, "")
    assert application.conversation.parties.get(role=VOLUNTEER).blocked_at is not None


@pytest.mark.parametrize("do", ["", "delete"])
def test_there_are_no_other_buttons(do, application):
    assert sign_in(MODERATOR).post(url_of(application), {"do": do}).status_code == 404


def test_a_conversation_that_nobody_reported_is_nobody_s_business(application):
    assert sign_in(MODERATOR).get(url_of(apply(shift_of()))).status_code == 404


def test_the_reception_desk_does_not_read_it(application):
    assert "ce soir" not in text(sign_in(AGENT).post(url_of(application), {"do": "read"}, follow=True))


def test_a_settled_report_leads_back_to_the_list_with_its_filters(application):
    back = f"{reverse('volunteering_applications:index')}?answer=reported"
    done = sign_in(MODERATOR).post(f"{url_of(application)}?{urlencode({'next': back})}", {"do": "settle"})
    assert done["Location"] == back
