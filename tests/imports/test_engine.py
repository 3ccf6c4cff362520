"""What holds for every source: dry runs, local edits, permissions, the history."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import translation
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from tests.factories import EditorFactory, EventIndexFactory, site_root
from tests.imports.files import (
    REAL_EVENTS,
    REAL_REGISTER,
    agenda_file,
    association,
    calendar_file,
    event,
    import_calendar,
    import_events,
    import_register,
    register_file,
    timing,
    vevent,
    with_real_files,
)
from tests.trust.read_only import select_only
from volunteering.agenda.models import EventIndexPage, EventPage, Occurrence
from volunteering.directory.models import AssociationPage
from volunteering.imports.engine import NoIndex, default_parent
from volunteering.imports.models import SourceRecord
from volunteering.imports.openagenda import OpenAgendaImporter

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


def edit(page: Page, **changes) -> None:
    """An edit here, published."""
    page = page.specific
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def writer(*verbs: str) -> object:
    """Somebody with these page permissions on the whole site."""
    group = Group.objects.create(name="Writers")
    for verb in verbs:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.create(group=group, page=site_root(), permission=permission)
    return EditorFactory(groups=["Writers"])


@pytest.mark.parametrize("first", ["nothing", "everything"])
def test_a_dry_run_cannot_write_anything(tmp_path, first):
    EventIndexFactory()
    call = [
        lambda **options: import_events(agenda_file(tmp_path, event(), event(uid="2", title_fr="")), **options),
        lambda **options: import_register(register_file(tmp_path, association(), association(position="D")), **options),
        lambda **options: import_calendar(calendar_file(tmp_path, vevent("RRULE:FREQ=WEEKLY")), **options),
    ]
    for run in call:
        run(dry_run=first == "nothing")
        with select_only(allowed={}) as written:
            assert run(dry_run=True).rows
        assert not written


@with_real_files
def test_a_dry_run_on_the_real_files_tells_what_the_import_then_does():
    for run in (lambda **o: import_events(REAL_EVENTS, **o), lambda **o: import_register(REAL_REGISTER, "97611", **o)):
        promised = run(dry_run=True).counts
        assert run().counts == promised


def test_a_field_edited_here_is_kept_and_the_report_says_which(tmp_path):
    import_events(agenda_file(tmp_path, event(conditions_fr="5 €")))
    edit(EventPage.objects.get(), price="Prix libre")

    report = import_events(agenda_file(tmp_path, event(conditions_fr="6 €", description_fr="On chante.")))

    page = EventPage.objects.get()
    assert (page.price, page.summary) == ("Prix libre", "On chante.")
    assert (report.rows[0].outcome, report.rows[0].changed, report.rows[0].kept) == ("updated", ["summary"], ["price"])


def test_a_field_edited_here_is_kept_again_the_next_time(tmp_path):
    import_events(agenda_file(tmp_path, event(conditions_fr="5 €")))
    edit(EventPage.objects.get(), price="Prix libre")
    path = agenda_file(tmp_path, event(conditions_fr="6 €"))
    import_events(path)

    report = import_events(path)

    assert (report.rows[0].outcome, report.rows[0].kept) == ("unchanged", ["price"])


def test_a_field_whose_edit_was_taken_back_follows_the_source_again(tmp_path):
    import_events(agenda_file(tmp_path, event(conditions_fr="5 €")))
    edit(EventPage.objects.get(), price="Prix libre")
    import_events(agenda_file(tmp_path, event(conditions_fr="6 €")))
    edit(EventPage.objects.get(), price="5 €")

    import_events(agenda_file(tmp_path, event(conditions_fr="7 €")))

    assert EventPage.objects.get().price == "7 €"


def test_dates_follow_the_source_until_somebody_edits_them(tmp_path):
    import_events(agenda_file(tmp_path, event()))
    later = [timing("2027-06-19T20:00:00+02:00", "2027-06-19T22:00:00+02:00")]

    import_events(agenda_file(tmp_path, event(timings=later)))

    assert Occurrence.objects.get().start.day == 19


def test_a_page_being_edited_gets_the_news_as_a_draft(tmp_path):
    import_events(agenda_file(tmp_path, event()))
    page = EventPage.objects.get()
    page.summary = "En travaux"
    page.save_revision()

    import_events(agenda_file(tmp_path, event(conditions_fr="6 €")))

    page = EventPage.objects.get()
    assert (page.price, page.get_latest_revision_as_object().price) == ("", "6 €")
    assert page.get_latest_revision_as_object().summary == "En travaux"


def test_a_locked_page_is_left_alone(tmp_path):
    import_events(agenda_file(tmp_path, event()))
    EventPage.objects.update(locked=True)

    (row,) = import_events(agenda_file(tmp_path, event(conditions_fr="6 €"))).of("refused")

    assert "locked" in row.reason


def test_the_history_says_where_it_came_from_and_what_changed(tmp_path):
    import_events(agenda_file(tmp_path, event()))
    import_events(agenda_file(tmp_path, event(conditions_fr="6 €", location_city="Rivemont")))

    with translation.override("en"):
        told = [
            entry.formatter.format_message(entry) for entry in PageLogEntry.objects.filter(action="volunteering.import")
        ]
    assert sorted(told) == ["Imported from OpenAgenda", "Updated from OpenAgenda: town, price"]


def test_a_title_without_letters_still_gets_an_address(tmp_path):
    import_events(agenda_file(tmp_path, event(title_fr="🎉", uid="52614576")))

    assert EventPage.objects.get().slug == "openagenda-52614576"


def test_someone_who_may_only_write_drafts_cannot_publish_by_importing(tmp_path):
    import_events(agenda_file(tmp_path, event()), by=writer("add"))

    assert not EventPage.objects.get().live


def test_someone_who_may_not_change_a_page_cannot_by_importing(tmp_path):
    import_events(agenda_file(tmp_path, event()))

    (row,) = import_events(agenda_file(tmp_path, event(conditions_fr="6 €")), by=writer("add")).of("refused")

    assert "may not change" in row.reason


def test_someone_who_may_not_unpublish_cannot_by_importing(tmp_path):
    import_register(register_file(tmp_path, association()))

    (row,) = import_register(register_file(tmp_path, association(position="D")), by=writer("add", "change")).of(
        "refused"
    )

    assert "moderator" in row.reason
    assert AssociationPage.objects.get().live


def test_events_go_under_the_first_agenda_of_the_default_site():
    with pytest.raises(NoIndex, match="setup"):
        default_parent(OpenAgendaImporter())
    index = EventIndexFactory()

    assert default_parent(OpenAgendaImporter()) == EventIndexPage.objects.get(pk=index.pk)


def test_an_event_deleted_here_leaves_no_record_behind(tmp_path):
    import_events(agenda_file(tmp_path, event()))
    EventPage.objects.get().delete()

    assert not SourceRecord.objects.exists()


def test_the_number_of_queries_for_an_unchanged_event_stays_small(tmp_path, django_assert_max_num_queries):
    records = [event(uid=str(number)) for number in range(10)]
    import_events(agenda_file(tmp_path, *records))

    with django_assert_max_num_queries(10 * 8 + 12):
        import_events(agenda_file(tmp_path, *records))
