"""`make demo PORT=…`: the demo city where nobody expected it."""

import pytest
from wagtail.admin.utils import get_admin_base_url

from home.management.commands.demo import lead_back_to
from volunteering.core.links import absolute

pytestmark = pytest.mark.django_db


def test_what_is_mailed_leads_to_the_port_that_the_demo_is_served_on(settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"

    lead_back_to(8131)

    assert absolute("/agenda/") == "http://127.0.0.1:8131/agenda/"
    assert get_admin_base_url() == "http://127.0.0.1:8131"
