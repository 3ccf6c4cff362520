"""What the national site would refuse, as editors read it."""

import pytest
from django.urls import reverse

from tests.admin import READER, sign_in, soup, text
from tests.factories import MissionFactory


def screen():
    return reverse("volunteering_desk:national")


def test_an_editor_reads_why_a_mission_would_be_refused_and_can_go_and_repair_it():
    mission = MissionFactory(title="Trier")

    response = sign_in().get(screen())

    assert "un seul mot" in text(response)
    assert soup(response).select_one(f'a[href="{reverse("wagtailadmin_pages:edit", args=[mission.pk])}"]')


def test_someone_who_only_reads_gets_no_link_to_the_editor():
    mission = MissionFactory(title="Trier")

    response = sign_in(READER).get(screen())

    assert "Trier" in text(response)
    assert not soup(response).select(f'a[href*="/pages/{mission.pk}/edit/"]')


def test_a_mission_that_takes_nobody_is_not_listed():
    MissionFactory(title="Trier", signup_open=False)

    assert "Trier" not in text(sign_in().get(screen()))


@pytest.mark.parametrize("page", ["1", "2", "garbage"])
def test_a_long_list_comes_in_pages(monkeypatch, page):
    monkeypatch.setattr("volunteering.desk.views.national.NationalMissions.paginate_by", 1)
    MissionFactory(title="Trier")
    MissionFactory(title="Porter")

    assert sign_in().get(screen(), {"p": page}).status_code in (200, 404)


def test_the_list_costs_the_same_queries_whatever_its_length(django_assert_num_queries):
    client = sign_in()
    MissionFactory(title="Trier")
    client.get(screen())
    with django_assert_num_queries(60, exact=False) as few:
        client.get(screen())
    for _number in range(3):
        MissionFactory(title="Porter")
    with django_assert_num_queries(len(few)):
        client.get(screen())
