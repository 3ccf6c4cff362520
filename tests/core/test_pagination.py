import pytest
from django.core.paginator import EmptyPage

from tests.factories import ThemeFactory
from volunteering.core.models import Theme
from volunteering.core.pagination import BoundedPaginator

pytestmark = pytest.mark.django_db


@pytest.fixture
def themes():
    Theme.objects.all().delete()
    ThemeFactory.create_batch(5)
    return Theme.objects.order_by("pk")


def test_a_page_knows_whether_another_follows(themes):
    first, last = (BoundedPaginator(themes, per_page=3).page(number) for number in (1, 2))
    assert (len(first), first.previous, first.next) == (3, None, 2)
    assert (len(last), last.previous, last.next) == (2, 1, None)


def test_a_page_costs_one_query_and_the_count_another(themes, django_assert_num_queries):
    with django_assert_num_queries(2):
        page = BoundedPaginator(themes, per_page=3).page(1)
        assert page.paginator.count == 5


def test_a_page_past_the_end_does_not_exist(themes):
    with pytest.raises(EmptyPage):
        BoundedPaginator(themes, per_page=3).page(3)


def test_an_empty_list_has_a_first_page(db):
    assert len(BoundedPaginator(Theme.objects.none()).page(1)) == 0


def test_counting_stops_at_the_cap(themes, settings):
    settings.VOLUNTEERING = {"COUNT_CAP": 3}
    paginator = BoundedPaginator(themes)
    assert paginator.is_capped
    assert paginator.shown_count == 3
