"""Wagtail's bar stands for those who may enter the admin, and costs the others nothing."""

import pytest
from django.contrib.auth import get_user_model

from tests.factories import EditorFactory, MissionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("who", "sees"), [("editor", True), ("resident", False)])
def test_only_who_may_enter_the_admin_sees_the_bar(client, found_city, who, sees):
    mission = MissionFactory()
    user = EditorFactory() if who == "editor" else get_user_model().objects.create_user(who)
    client.force_login(user)
    assert (b"wagtail-userbar" in client.get(mission.url).content) == sees


def test_who_may_enter_the_admin_no_longer_sees_no_bar(client, found_city):
    mission, user = MissionFactory(), EditorFactory()
    client.force_login(user)
    user.groups.clear()
    assert b"wagtail-userbar" not in client.get(mission.url).content
