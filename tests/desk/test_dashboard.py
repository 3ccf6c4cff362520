"""Our panels on the admin's home page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.admin import AGENT, EDITOR, MODERATOR, READER, plain, sign_in, soup, text
from tests.factories import (
    AssociationFactory,
    EventFactory,
    MissionFactory,
    NeighbourhoodFactory,
    VolunteerFactory,
    apply,
    once,
    shift,
    shift_of,
)
from volunteering.agenda.models import EventIndexPage
from volunteering.core.models import CitySettings
from volunteering.missions.models import Capacity
from volunteering.statements.models import AccessibilityStatementPage

HOME = "wagtailadmin_home"


def panel(client, name):
    return soup(client.get(reverse(HOME))).select_one(f"#volunteering-{name}-section")


def guide(client):
    """How many steps are done, out of how many; None when the guide is not there."""
    shown = panel(client, "guide")
    steps = shown.select("li") if shown else []
    return (len(shown.select(".v-guide__step--done")), len(steps)) if shown else None


def rows(client, name):
    return [plain(row) for row in panel(client, name).select("tbody tr")]


def listed(client, url):
    return len(soup(client.get(url)).select("tbody tr"))


# --- The first steps ---------------------------------------------------------------------------------------------


def test_the_guide_ticks_itself_and_disappears_when_all_is_done():
    client = sign_in()
    assert guide(client) == (2, 8)  # the pages, and a colleague in a group
    CitySettings.objects.update(name="Rivemont", helpline_number="04 65 71 12 12")
    NeighbourhoodFactory()
    AssociationFactory()
    EventFactory()
    assert guide(client) == (6, 8)
    MissionFactory()
    assert guide(client) == (7, 8)
    AccessibilityStatementPage.objects.get().get_latest_revision().publish()
    assert guide(client) is None


def test_an_unpublished_event_is_no_first_event():
    client = sign_in()
    EventFactory(draft=True)
    assert guide(client) == (2, 8)


def test_the_guide_leads_to_where_each_step_is_done():
    client = sign_in()
    links = [link["href"] for link in panel(client, "guide").select("ol a")]
    assert [client.get(link, follow=True).status_code for link in links] == [200] * len(links)
    assert len(links) == 6


def test_an_editor_dismisses_the_guide_for_good():
    client = sign_in()
    client.post(reverse("volunteering_desk:dismiss_guide"))
    assert guide(client) is None
    assert guide(sign_in()) == (2, 8)


@pytest.mark.parametrize("group", [MODERATOR, AGENT, READER])
def test_the_guide_is_for_those_who_run_the_site(group):
    assert guide(sign_in(group)) is None


def test_an_administrator_sets_everything_up_with_one_button():
    EventIndexPage.objects.get().delete()
    client = sign_in(is_superuser=True)
    button = panel(client, "guide").select_one("form button")
    assert button.find_parent("form")["action"] == reverse("volunteering_desk:setup")
    client.post(reverse("volunteering_desk:setup"))
    assert EventIndexPage.objects.exists()


def test_an_editor_cannot_run_the_setup():
    EventIndexPage.objects.get().delete()
    sign_in().post(reverse("volunteering_desk:setup"))
    assert not EventIndexPage.objects.exists()


# --- What waits ----------------------------------------------------------------------------------------------------


def submit(title):
    event = EventFactory(title=title, draft=True)
    event.get_workflow().start(event, sign_in(AGENT).user)
    return event.current_workflow_state.current_task_state


def test_a_moderator_reads_what_waits_the_oldest_first():
    submit("Récent")
    old = submit("Ancien")
    type(old).objects.filter(pk=old.pk).update(started_at=timezone.now() - timedelta(days=3))
    client = sign_in(MODERATOR)
    assert ["Ancien" in row for row in rows(client, "moderation")] == [True, False]
    assert "3" in rows(client, "moderation")[0]


def test_the_count_of_what_waits_leads_to_the_same_number_in_the_listing():
    submit("Un")
    submit("Deux")
    client = sign_in(MODERATOR)
    link = panel(client, "moderation").select_one("p a")
    assert "(2)" in link.get_text()
    assert listed(client, link["href"]) == 2


@pytest.mark.parametrize("group", [AGENT, READER, EDITOR])
def test_who_approves_nothing_has_no_list_of_what_waits(group):
    submit("Un")
    assert panel(sign_in(group), "moderation") is None


def test_the_list_of_what_waits_is_bounded():
    for number in range(10):
        submit(f"Event {number}")
    assert len(rows(sign_in(MODERATOR), "moderation")) == 8


# --- This week ---------------------------------------------------------------------------------------------------


def test_the_week_shows_the_published_dates_of_seven_days():
    today = timezone.localdate()
    for title, days in (("demain", 1), ("bientôt", 5), ("plus tard", 9), ("hier", -1)):
        EventFactory(title=title, children={"dates": [once(today + timedelta(days=days))]})
    EventFactory(title="brouillon", draft=True, children={"dates": [once(today + timedelta(days=2))]})
    shown = rows(sign_in(), "week")
    assert [title in row for title, row in zip(("demain", "bientôt"), shown, strict=True)] == [True, True]


def test_the_count_of_the_week_leads_to_the_same_number_in_the_listing():
    for days in (1, 2, 3, 20):
        EventFactory(children={"dates": [once(timezone.localdate() + timedelta(days=days))]})
    client = sign_in()
    link = panel(client, "week").select("p a")[-1]
    assert link.get_text().strip().startswith("3 ")
    assert listed(client, link["href"]) == 3


def test_an_empty_week_proposes_to_add_an_event():
    button = panel(sign_in(), "week").select_one("a.button")
    assert button["href"] == reverse("volunteering_events:choose_parent")
    assert panel(sign_in(READER), "week").select_one("a.button") is None


# --- Missions nobody answers ---------------------------------------------------------------------------------------


def test_a_mission_that_starts_soon_with_nobody_is_shown():
    MissionFactory(title="seule", children={"shifts": [shift(days=4)]})
    joined = MissionFactory(title="suivie", children={"shifts": [shift(days=4)]})
    Capacity.objects.filter(mission=joined).update(taken=1)
    MissionFactory(title="lointaine", children={"shifts": [shift(days=40)]})
    client = sign_in()
    assert ["seule" in row for row in rows(client, "lonely-missions")] == [True]
    link = panel(client, "lonely-missions").select("p a")[-1]
    assert listed(client, link["href"]) == 1


def test_no_lonely_mission_is_said_in_a_sentence():
    assert panel(sign_in(), "lonely-missions").select_one("p").get_text().strip()


# --- All of it -----------------------------------------------------------------------------------------------------


def crowd(number):
    for _each in range(number):
        EventFactory(children={"dates": [once(timezone.localdate() + timedelta(days=2))]})
        MissionFactory(children={"shifts": [shift(days=2)]}, organiser=AssociationFactory())


@pytest.mark.parametrize("group", [EDITOR, MODERATOR, AGENT, READER])
def test_the_dashboard_costs_the_same_on_a_full_site(group, django_assert_max_num_queries):
    client = sign_in(group)
    crowd(3)
    client.get(reverse(HOME))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse(HOME))
    crowd(4)
    with django_assert_max_num_queries(len(few)):
        assert text(client.get(reverse(HOME)))


# --- Volunteers who wait --------------------------------------------------------------------------------------------


def test_who_has_waited_for_a_week_stands_on_the_home_page_the_oldest_first(clock):
    apply(shift_of(days=60, title="Première"), VolunteerFactory(last_name="Ancien"))
    clock.shift(timedelta(days=2))
    apply(shift_of(days=60), VolunteerFactory(last_name="Suivante"))
    client = sign_in(AGENT)
    assert panel(client, "unanswered") is None
    clock.shift(timedelta(days=5, minutes=1))
    client = sign_in(AGENT)
    [row] = rows(client, "unanswered")
    assert "Ancien" in row
    assert "Première" in row
    clock.shift(timedelta(days=3))
    client = sign_in(AGENT)
    assert [("Ancien" in row, "Suivante" in row) for row in rows(client, "unanswered")] == [
        (True, False),
        (False, True),
    ]
    assert listed(client, panel(client, "unanswered").select("a")[-1]["href"]) == 2


def test_who_may_not_see_sign_ups_sees_no_names_of_volunteers(clock):
    apply(shift_of(days=60))
    clock.shift(timedelta(days=8))
    assert panel(sign_in(READER), "unanswered") is None
