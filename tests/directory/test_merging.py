"""Two records of one association become one; nothing that hangs on the other is left behind."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry, Revision

from tests.admin import AGENT, MODERATOR, edit_url, sign_in, text
from tests.factories import AssociationFactory, EventFactory, MissionFactory, apply, shift_of
from tests.pages import words
from volunteering.agenda.models import EventPage
from volunteering.core.publishing import KeptOff
from volunteering.directory.actions import CannotMerge, appoint, merge_records, suspend
from volunteering.directory.models import AssociationPage, Claim, ClaimState, Invitation, Membership, Role
from volunteering.imports.models import Source, SourceRecord
from volunteering.missions.models import MissionPage
from volunteering.signals import associations_merged

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def kept(clock, found_city):
    return AssociationFactory(title="Les Jardins", revised=True)


@pytest.fixture
def other(clock, found_city):
    return AssociationFactory(title="Jardins (ancienne fiche)", slug="ancienne", revised=True)


def merge(kept, other):
    return merge_records(kept=kept, other=other, by=None)


def somebody(name):
    return get_user_model().objects.create_user(name, f"{name}@people.example")


def event_of(*associations):
    event = EventFactory()
    event.organisers = list(associations)
    event.save_revision().publish()
    return event


# What points at a record, and what becomes of it. One more relation is one more decision.
MOVED = {"missions", "events", "memberships", "invitations", "claims"}
# Part of the record itself.
STAYS = {"opening_hours"}


def test_every_relation_to_a_record_was_thought_of():
    relations = {
        relation.get_accessor_name()
        for relation in AssociationPage._meta.related_objects
        if relation.model is AssociationPage and not relation.hidden
    }
    assert relations == MOVED | STAYS


def test_all_that_hangs_on_the_other_moves(kept, other):
    application = apply(shift_of(organiser=other))
    MissionFactory(organiser=other, draft=True)
    event, shared = event_of(other), event_of(kept, other)
    appoint(association=other, user=somebody("manager"), role=Role.MANAGER, by=None)
    Invitation.objects.create(association=other, email="a@people.example")
    Claim.objects.create(association=other, user=somebody("claimant"), state=ClaimState.WAITING)
    merge(kept, other)
    assert {getattr(other, name).count() for name in MOVED} == {0}
    assert (kept.missions.count(), kept.events.count(), kept.memberships.count()) == (2, 2, 1)
    assert (kept.invitations.count(), kept.claims.count()) == (1, 1)
    for page in EventPage.objects.filter(pk__in=[event.pk, shared.pk]):
        assert list(page.organisers.all()) == [kept]
    application.refresh_from_db()
    assert application.mission.organiser == kept


def test_the_other_s_address_leads_to_the_one_that_is_kept(client, kept, other):
    address = other.url
    merge(kept, other)
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, kept.url)
    assert "Les Jardins" in words(client.get(kept.url))


def test_what_was_merged_before_leads_to_the_last_one(client, kept, other):
    first = AssociationFactory(title="Toute première", slug="premiere")
    addresses = first.url, other.url
    merge(other, first)
    merge(kept, other)
    assert [client.get(address)["Location"] for address in addresses] == [kept.url, kept.url]
    first.refresh_from_db()
    assert first.merged_into_id == kept.pk


def test_a_site_without_redirects_merges_all_the_same(client, kept, other, settings, monkeypatch):
    monkeypatch.setattr("volunteering.directory.actions.merging.can_redirect", lambda: False)
    merge(kept, other)
    assert not Redirect.objects.exists()
    assert client.get(other.url).status_code == 404


def test_the_open_missions_are_counted_anew(kept, other):
    shift_of(organiser=other)
    merge(kept, other)
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.open_missions, other.open_missions) == (1, 0)


def test_what_the_kept_one_lacks_is_taken_over_and_nothing_else(client, kept, other):
    AssociationPage.objects.filter(pk=other.pk).update(website="https://jardins.example/", acronym="LJ", founded=1974)
    AssociationPage.objects.filter(pk=kept.pk).update(acronym="LJR")
    merge(kept, other)
    kept.refresh_from_db()
    assert (kept.title, kept.acronym, kept.website, kept.founded) == (
        "Les Jardins",
        "LJR",
        "https://jardins.example/",
        1974,
    )
    assert kept.get_latest_revision_as_object().website == "https://jardins.example/"


@pytest.mark.parametrize(("published", "taken"), [(True, ""), (False, "office@asso.example")])
def test_an_office_that_stayed_private_is_not_published_by_merging(published, taken, kept, other):
    AssociationPage.objects.filter(pk=other.pk).update(office_email="office@asso.example")
    AssociationPage.objects.filter(pk=kept.pk).update(publish_contact=published)
    merge(kept, other)
    kept.refresh_from_db()
    assert kept.office_email == taken


def test_legal_fields_of_the_register_are_not_filled_from_elsewhere(kept, other):
    AssociationPage.objects.filter(pk=other.pk).update(siret="73282932000074", address="12 rue du Port")
    AssociationPage.objects.filter(pk=kept.pk).update(from_register=True)
    merge(kept, other)
    kept.refresh_from_db()
    assert (kept.siret, kept.address) == ("", "")


def test_who_belongs_to_both_keeps_the_greater_role(kept, other):
    both, manager = somebody("both"), somebody("manager")
    appoint(association=kept, user=manager, role=Role.MANAGER, by=None)
    appoint(association=kept, user=both, role=Role.MEMBER, by=None)
    appoint(association=other, user=both, role=Role.MANAGER, by=None)
    merge(kept, other)
    assert Membership.objects.get(user=both).role == Role.MANAGER
    assert Membership.objects.count() == 2


def test_of_two_claims_of_one_person_one_is_enough(kept, other):
    claimant = somebody("claimant")
    for record in (kept, other):
        Claim.objects.create(association=record, user=claimant, state=ClaimState.WAITING)
    merge(kept, other)
    assert Claim.objects.get().association_id == kept.pk


def test_the_rows_of_a_register_say_what_is_new_of_the_one_that_is_kept(kept, other):
    SourceRecord.objects.create(source=Source.RNA, source_id="W423001234", page_id=other.pk)
    merge(kept, other)
    assert SourceRecord.objects.get().page_id == kept.pk


def test_an_old_version_of_a_mission_does_not_bring_the_other_back(kept, other):
    mission = MissionFactory(organiser=other, revised=True)
    old = mission.save_revision()
    merge(kept, other)
    for revision in (old, Revision.objects.get(pk=old.pk)):
        revision.publish()
        assert MissionPage.objects.get(pk=mission.pk).organiser_id == kept.pk
    assert mission.get_latest_revision_as_object().organiser_id == kept.pk


def test_an_old_version_of_an_event_does_not_bring_the_other_back(kept, other):
    event = event_of(other, kept)
    old = Revision.objects.get(pk=event.revisions.latest("pk").pk)
    merge(kept, other)
    old.publish()
    assert list(EventPage.objects.get(pk=event.pk).organisers.all()) == [kept]


def test_the_other_is_published_by_nobody_any_more(kept, other):
    revision = other.save_revision()
    merge(kept, other)
    with pytest.raises(KeptOff):
        Revision.objects.get(pk=revision.pk).publish()


def lock(page):
    AssociationPage.objects.filter(pk=page.pk).update(locked=True)


def change(page):
    AssociationPage.objects.get(pk=page.pk).save_revision()


def take_down(page):
    AssociationPage.objects.get(pk=page.pk).unpublish()


def put_on_hold(page):
    suspend(association=page, reason="Non.", by=None)


@pytest.mark.parametrize("obstacle", [lock, change, take_down, put_on_hold])
def test_a_record_that_is_locked_changed_off_or_suspended_is_not_merged_into(obstacle, kept, other):
    obstacle(kept)
    with pytest.raises(CannotMerge):
        merge(kept, other)
    assert AssociationPage.objects.get(pk=other.pk).live


def test_a_record_is_not_merged_with_itself(kept):
    with pytest.raises(CannotMerge):
        merge(kept, kept)


def test_all_or_nothing(kept, other):
    mission = MissionFactory(organiser=other)

    def fail(**kwargs):
        raise RuntimeError

    associations_merged.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            merge(kept, other)
    finally:
        associations_merged.disconnect(fail)
    mission.refresh_from_db()
    assert (mission.organiser_id, AssociationPage.objects.get(pk=other.pk).live) == (other.pk, True)


# --- In the admin ------------------------------------------------------------------------------------------------


def desk_url(kept):
    return f"/admin/engagement/records/{kept.pk}/merge/"


def test_an_office_chooses_compares_and_merges(kept, other):
    client = sign_in(MODERATOR)
    assert desk_url(kept) in client.get(edit_url(kept)).content.decode()
    assert "côte à côte" in text(client.get(desk_url(kept)))
    both = client.get(desk_url(kept), {"other": other.pk})
    assert "Jardins (ancienne fiche)" in text(both)
    assert "Les deux fiches n’en font plus qu’une" in text(
        client.post(desk_url(kept), {"other": other.pk}, follow=True)
    )
    actions = PageLogEntry.objects.filter(action="volunteering.record.merge").values_list("page", flat=True)
    assert set(actions) == {kept.pk, other.pk}


def test_the_page_names_likely_duplicates(kept):
    AssociationFactory(title="Jardins")
    assert "Presque le même nom" in text(sign_in(MODERATOR).get(desk_url(kept)))


@pytest.mark.parametrize("typed", ["", "x", "999999", "\x00"])
def test_a_choice_that_is_none_merges_nothing(typed, kept, other):
    client = sign_in(MODERATOR)
    assert client.get(desk_url(kept), {"other": typed}).status_code == 200
    assert client.post(desk_url(kept), {"other": typed}).status_code == 200
    assert AssociationPage.objects.live().count() == 2


def test_what_stands_in_the_way_is_said_before_the_button(kept, other):
    lock(other)
    page = text(sign_in(MODERATOR).get(desk_url(kept), {"other": other.pk}))
    assert "verrouillée" in page
    assert "Fusionner les deux fiches" not in page


def test_an_agent_merges_nothing(kept, other):
    sign_in(AGENT).post(desk_url(kept), {"other": other.pk})
    assert AssociationPage.objects.live().count() == 2
