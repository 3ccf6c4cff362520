"""The index itself: made, repaired, and found out of date."""

import contextlib

import pytest
from django.core.management import call_command
from django.db import connection

from home.models import NewsPage
from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory
from volunteering.checks import search_knows_the_pages
from volunteering.search import actions
from volunteering.search.actions import build_index, indexed_together
from volunteering.search.models import SearchEntry, SearchPosting, SearchSpelling, SearchStem, SearchWord

pytestmark = [pytest.mark.databases, pytest.mark.django_db]

TABLES = (SearchEntry, SearchStem, SearchWord, SearchSpelling, SearchPosting)


def warned() -> list[str]:
    return [message.id for message in search_knows_the_pages(None, databases=["default"])]


def postings() -> set[tuple]:
    return set(SearchPosting.objects.values_list("page", "stem__text", "kind__model", "weight"))


@pytest.fixture
def pages(clock):
    return [factory(title="Guitare") for factory in (AssociationFactory, MissionFactory, EventFactory, NewsFactory)]


def test_the_index_made_anew_is_the_one_that_publishing_made(pages):
    kept = postings()
    for model in reversed(TABLES):
        model.objects.all().delete()
    assert build_index().written == 4
    assert postings() == kept


def test_making_it_again_changes_nothing(pages):
    build_index()
    kept = postings()
    report = build_index()
    assert (report.read, report.written, report.removed) == (4, 0, 0)
    assert postings() == kept


def test_what_was_written_behind_its_back_is_repaired(pages):
    NewsPage.objects.update(title="Poterie")
    assert build_index().written == 1
    assert SearchPosting.objects.filter(stem__text="poteri").exists()


def test_what_is_over_is_taken_out_with_the_words_nobody_uses_any_more(clock):
    MissionFactory(title="Xylophone", past=True)
    assert SearchWord.objects.filter(form="xylophone").exists()
    assert build_index().removed == 1
    assert not SearchWord.objects.filter(form="xylophone").exists()


def test_how_frequent_a_word_is_gets_counted(pages):
    build_index()
    assert SearchStem.objects.get(text="guitar").pages == 4


def test_publishing_again_writes_nothing_when_no_word_changed(pages, django_assert_num_queries):
    page = pages[0]
    entry = SearchEntry.objects.get(pk=page.pk)
    kept = postings()
    page.save_revision().publish()
    assert (SearchEntry.objects.get(pk=page.pk).fingerprint, postings()) == (entry.fingerprint, kept)


def test_an_installer_is_warned_of_pages_the_search_does_not_know(pages):
    assert warned() == []
    SearchEntry.objects.first().delete()
    assert warned() == ["volunteering.W002"]
    call_command("setup_search", verbosity=0)
    assert warned() == []


def test_an_installer_is_warned_when_words_are_read_in_a_new_way(pages, monkeypatch):
    monkeypatch.setattr(actions, "READING", "2:")
    assert warned() == ["volunteering.W002"]
    assert build_index().written == 4
    assert warned() == []


def test_the_check_waits_for_the_first_migration(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert warned() == []


def test_the_command_says_what_it_does(pages, capsys):
    SearchEntry.objects.all().delete()
    call_command("setup_search")
    told = capsys.readouterr().out
    assert "associations: 1 of 1 read, 1 written" in told
    assert "4 pages: 4 written, 0 taken out." in told


def test_pages_published_together_are_found_when_the_block_ends(db):
    with indexed_together():
        page = AssociationFactory(title="Boule bretonne")
        assert not SearchEntry.objects.filter(pk=page.pk).exists()
    assert SearchEntry.objects.filter(pk=page.pk).exists()


def test_pages_published_before_a_failure_are_found_all_the_same(db):
    with contextlib.suppress(RuntimeError), indexed_together():
        page = AssociationFactory(title="Boule bretonne")
        raise RuntimeError
    assert SearchEntry.objects.filter(pk=page.pk).exists()


def test_a_long_import_does_not_wait_for_its_end(db, monkeypatch):
    monkeypatch.setattr("volunteering.search.actions.PAGES", 2)
    with indexed_together():
        pages = [AssociationFactory() for _each in range(3)]
        assert SearchEntry.objects.filter(pk__in=[page.pk for page in pages]).count() == 2


def test_an_event_and_its_dates_are_read_once_when_it_is_published(clock, monkeypatch):
    read = []
    index_pages = actions.index_pages

    def counted(*, pages, **kwargs):
        read.extend(pages.values_list("title", flat=True))
        index_pages(pages=pages, **kwargs)

    monkeypatch.setattr(actions, "index_pages", counted)
    event = EventFactory(title="Choir")
    assert read == ["Choir"]
    assert SearchEntry.objects.filter(pk=event.pk).exists()
