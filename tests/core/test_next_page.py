"""Where a decision in the admin leads."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from volunteering.core.next_page import next_page

LIST = "volunteering_claims:index"


@pytest.mark.parametrize(
    "carried", ["", "0000-00-00", "list.html", "//elsewhere.example", "https://elsewhere.example/"]
)
def test_what_is_no_path_of_this_site_leads_to_the_list(carried):
    request = RequestFactory().post("/", {"next": carried})
    assert next_page(request, otherwise=LIST) == reverse(LIST)


def test_a_path_of_this_site_is_where_one_goes_on():
    request = RequestFactory().post("/", {"next": "/admin/?state=waiting"})
    assert next_page(request, otherwise=LIST) == "/admin/?state=waiting"
