"""The harnesses object: each is shown the fault it is there for."""

import pytest
from django.db import connection

from tests.trust import table
from tests.trust.canaries import Canaries
from tests.trust.crawl import crawl
from tests.trust.read_only import Wrote, select_only
from tests.trust.roles import Role, browser
from tests.trust.routes import routes, unlisted
from tests.trust.visits import Walk, differences, look, walk
from tests.trust.world import build, standard_page
from volunteering.core.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.trust.planted")]


def test_an_address_that_is_not_in_the_table_is_found():
    assert "planted_unlisted" in unlisted(routes(), {row.route for row in table.ROWS})


def test_an_answer_that_the_table_does_not_expect_is_told():
    row = table.Row("planted_unlisted", table.NOBODY)
    seen = walk(browser(Role.VISITOR), [row], world=None)
    assert differences(Role.VISITOR, seen) == ["planted_unlisted : 200, not 404"]


def test_a_rule_cannot_forget_a_role():
    with pytest.raises(ValueError, match="8 roles, 2 answers"):
        table.rule("200 404")


@pytest.mark.parametrize(("name", "got"), [("writing", "wrote"), ("hiding", "200")])
def test_a_look_that_writes_is_found_even_when_the_view_hides_it(name, got):
    seen = Walk()
    assert look(browser(Role.VISITOR), f"/planted/{name}/", seen) == got
    assert "volunteering_theme" in seen.writes[0]
    assert not Theme.objects.filter(slug="visit").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM volunteering_theme",
        "UPDATE volunteering_theme SET name = 'x'",
        "WITH old AS (SELECT 1) DELETE FROM volunteering_theme",
        "DROP TABLE volunteering_theme",
    ],
)
def test_no_statement_that_writes_passes_the_guard(statement):
    with pytest.raises(Wrote), select_only(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_statement_that_is_allowed_passes_the_guard():
    with select_only({'UPDATE "volunteering_theme"': "for this test"}) as written:
        Theme.objects.update(sort_order=2)
    assert not written


def test_a_list_that_shows_drafts_is_heard():
    canaries = Canaries()
    page = build().draft_event
    page.title = canaries.word("draft event.title")
    page.save()
    site = crawl(browser(Role.VISITOR), seeds=["/planted/leaking/"])
    assert [site.saying(word) for word in canaries] == [["/planted/leaking/"]]


def test_a_link_that_leads_nowhere_is_told():
    standard_page(title="Lost", slug="lost", body=[("text", '<p><a href="/nowhere/">there</a></p>')])
    assert crawl(browser(Role.VISITOR), seeds=["/lost/"]).dead_ends == ["/nowhere/ (404), linked from /lost/"]
