"""Once a year: is your record still right? One click, two notices, then off the site; a click brings it back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import PageLogEntry, Revision

from tests.factories import AssociationFactory, EditorFactory
from tests.mailbox import collect, link_with
from tests.pages import queries, soup, words
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.directory.actions import NotOnTheSite, appoint, check_records, confirm_record
from volunteering.directory.models import AssociationPage, Role
from volunteering.directory.upkeep import no_confirmation, unreachable

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
YEAR, MONTH = timedelta(days=365), timedelta(days=30)


@pytest.fixture
def association(clock, found_city):
    return AssociationFactory(title="Les Jardins", with_office=True, revised=True)


def nights(clock, *spans):
    """What check_records did after each of these spans, with all mails delivered."""
    told = []
    for span in spans:
        clock.shift(span)
        told.append(tuple(check_records().values()))
        collect()
    return told


def retired(clock, association):
    nights(clock, YEAR, MONTH, MONTH)
    association.refresh_from_db()
    assert association.retired_at
    return association


def test_nobody_is_asked_within_the_year_and_everybody_once_after_it(clock, association):
    assert nights(clock, YEAR - timedelta(seconds=1)) == [(0, 0, 0)]
    clock.shift(timedelta(seconds=1))
    assert check_records()["asked"] == 1
    assert check_records()["asked"] == 0
    [message] = collect()
    assert (message.to, "Les Jardins" in message.subject) == (["office@asso.example"], True)


def test_a_year_that_begins_on_the_29th_of_february_ends(clock, found_city):
    clock.move_to(datetime(2028, 2, 29, 12, tzinfo=UTC))
    AssociationFactory(with_office=True)
    clock.move_to(datetime(2029, 2, 28, 11, tzinfo=UTC))
    assert check_records()["asked"] == 0
    clock.move_to(datetime(2029, 2, 28, 12, tzinfo=UTC))
    assert check_records()["asked"] == 1


def test_managers_are_asked_instead_of_the_office(clock, association):
    manager = get_user_model().objects.create_user("manager", "manager@people.example")
    appoint(association=association, user=manager, role=Role.MANAGER, by=None)
    clock.shift(YEAR)
    check_records()
    assert [message.to for message in collect()] == [["manager@people.example"]]


def test_looking_changes_nothing_and_one_click_confirms(client, clock, association):
    clock.shift(YEAR)
    check_records()
    [message] = collect()
    link = link_with(message, "fiche")
    assert "Les Jardins" in words(client.get(link))
    association.refresh_from_db()
    assert association.notices == 1
    client.post(link)
    association.refresh_from_db()
    assert (association.notices, association.confirmed_at - association.published_at) == (0, YEAR)
    assert nights(clock, MONTH, MONTH) == [(0, 0, 0), (0, 0, 0)]


def test_a_month_later_the_page_and_the_card_say_that_nobody_confirmed(client, clock, association):
    assert nights(clock, YEAR, MONTH) == [(0, 0, 1), (0, 1, 0)]
    for address in (association.url, "/associations/"):
        assert "Non confirmée depuis mars 2026" in words(client.get(address))
    confirm_record(association=association)
    for address in (association.url, "/associations/"):
        assert "Non confirmée" not in words(client.get(address))


def test_two_months_later_it_leaves_the_site_and_a_click_brings_the_same_version_back(client, clock, association):
    nights(clock, YEAR, MONTH)
    draft = AssociationPage.objects.get(pk=association.pk)
    draft.title = "Brouillon"
    draft.save_revision()
    clock.shift(MONTH)
    assert check_records()["retired"] == 1
    assert client.get(association.url).status_code == 404
    [message] = collect()
    assert "un clic la remet en ligne" in message.body
    client.post(link_with(message, "fiche"))
    assert "Les Jardins" in words(client.get(association.url))
    association.refresh_from_db()
    assert (association.title, association.has_unpublished_changes, association.notices) == ("Les Jardins", True, 0)
    assert association.get_latest_revision_as_object().title == "Brouillon"


def test_each_step_is_in_the_history(clock, association):
    retired(clock, association)
    confirm_record(association=association)
    actions = PageLogEntry.objects.filter(page=association.pk, action__startswith="volunteering.record")
    assert [entry.action.rpartition(".")[2] for entry in actions.order_by("pk")] == ["stale", "retire", "put_back"]


def test_a_record_without_any_revision_comes_back_too(client, clock, found_city):
    association = retired(clock, AssociationFactory(title="Import", with_office=True))
    confirm_record(association=association)
    assert "Import" in words(client.get(association.url))


def test_what_an_editor_took_off_is_not_brought_back_by_a_click(client, clock, association):
    clock.shift(YEAR)
    check_records()
    [message] = collect()
    AssociationPage.objects.get().unpublish()
    page = client.post(link_with(message, "fiche"), follow=True)
    assert "Appelez-nous" in words(page, ".site-messages")
    with pytest.raises(NotOnTheSite):
        confirm_record(association=association)


def test_a_mail_that_never_left_takes_no_record_off_the_site(clock, association):
    nights(clock, YEAR, MONTH)
    OutgoingMail.objects.filter(letter__endswith="RecordStale").update(status=Status.FAILED)
    assert nights(clock, MONTH, MONTH) == [(0, 0, 0), (0, 0, 0)]
    association.refresh_from_db()
    assert association.live


def test_a_record_without_any_address_is_listed_and_stays(clock, found_city):
    association = AssociationFactory()
    assert nights(clock, YEAR, MONTH, MONTH) == [(0, 0, 0)] * 3
    assert list(unreachable()) == [association]


def test_an_address_that_goes_away_meanwhile_takes_nothing_off(clock, association):
    nights(clock, YEAR, MONTH)
    AssociationPage.objects.update(office_email="")
    assert nights(clock, MONTH) == [(0, 0, 0)]


def test_thousands_that_were_imported_on_one_day_are_asked_night_by_night(clock, found_city, settings):
    settings.VOLUNTEERING = {**settings.VOLUNTEERING, "RECORD_CHECKS_PER_NIGHT": 2}
    AssociationFactory.create_batch(5, with_office=True)
    day = timedelta(days=1)
    assert [night[2] for night in nights(clock, YEAR, day, day, day)] == [2, 2, 1, 0]


def test_publishing_a_record_confirms_it_and_a_draft_does_not(clock, association):
    nights(clock, YEAR)
    page = AssociationPage.objects.get()
    revision = page.save_revision()
    page.refresh_from_db()
    assert page.notices == 1
    revision.publish()
    page.refresh_from_db()
    assert (page.notices, page.noticed_at) == (0, None)


def test_what_an_import_publishes_over_a_record_confirms_nothing(clock, association):
    nights(clock, YEAR)
    with no_confirmation():
        AssociationPage.objects.get().save_revision().publish()
    association.refresh_from_db()
    assert association.notices == 1


def test_no_old_revision_and_no_copy_brings_the_facts_back(clock, association):
    old = association.save_revision()
    nights(clock, YEAR, MONTH)
    assert Revision.objects.get(pk=old.pk).as_object().notices == 2
    copy = AssociationPage.objects.get().copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    assert (copy.notices, copy.confirmed_at) == (0, None)


def test_the_link_of_somebody_who_is_asked_no_more_opens_nothing(client, clock, association):
    clock.shift(YEAR)
    check_records()
    [message] = collect()
    AssociationPage.objects.update(office_email="other@asso.example")
    link = link_with(message, "fiche")
    assert client.get(link).status_code == 404
    assert client.post(link).status_code == 404
    association.refresh_from_db()
    assert association.notices == 1


def test_a_member_confirms_in_the_space(client, clock, association):
    member = get_user_model().objects.create_user("member", "member@people.example")
    appoint(association=association, user=member, role=Role.MANAGER, by=None)
    clock.shift(YEAR)
    client.force_login(member)
    client.post(f"/engagement/mon-association/{association.pk}/fiche/")
    assert "fiche confirmée le 4 mars 2027" in words(client.get("/engagement/mon-association/"))
    client.force_login(EditorFactory(groups=["nobody"]))
    assert client.post(f"/engagement/mon-association/{association.pk}/fiche/").status_code == 404


def test_the_command_says_what_it_did(clock, association, capsys):
    clock.shift(YEAR)
    call_command("check_records")
    assert capsys.readouterr().out == "1 asked, 0 reminded, 0 retired.\n"


def test_a_stale_list_costs_no_more(client, clock, association):
    AssociationFactory.create_batch(3, with_office=True)
    before = queries(client, "/associations/")
    nights(clock, YEAR, MONTH)
    assert len(soup(client.get("/associations/")).select(".v-chip--warn")) == 4
    assert queries(client, "/associations/") == before
