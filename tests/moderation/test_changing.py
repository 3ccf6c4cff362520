"""A change of what is published: nothing of it is public before somebody has approved it."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests.factories import AssociationFactory, EventFactory, ImageFactory, MissionFactory, once, shift
from tests.mailbox import collect, link_with, stamp_on
from tests.moderation.proposing import at, step, the_one
from tests.moderation.test_reviewing import answer
from volunteering.core.antispam import stamps
from volunteering.directory.actions import appoint
from volunteering.directory.models import Role
from volunteering.moderation.models import Submission

pytestmark = pytest.mark.usefixtures("city")


@pytest.fixture
def association(city):
    return AssociationFactory(title="Les Jardins", slug="les-jardins", body="<p>Des <b>légumes</b>.</p>", revised=True)


@pytest.fixture
def member(association):
    user = get_user_model().objects.create_user("member", "member@people.example", first_name="Ana", last_name="Roy")
    appoint(association=association, user=user, role=Role.MANAGER, by=None)
    client = Client()
    client.force_login(user)
    return client


def change(client, page):
    """The draft it begins; None when the page asks to wait."""
    response = client.post(reverse("volunteering:change_page", args=[page.pk]))
    return the_one() if "/relire/" in response.get("Location", "") else None


def as_typed(submission, name):
    return {field: values[0] if len(values) == 1 else values for field, values in submission.answers[name].items()}


def test_a_change_shows_only_once_it_is_approved(member, association, moderator, client):
    submission = change(member, association)
    step(member, submission, "quoi", {**as_typed(submission, "quoi"), "summary": "Un potager ouvert à tous."})
    member.post(at("review_submission", submission))
    submission.refresh_from_db()
    assert "ouvert à tous" not in client.get(association.url).text

    answer(moderator, submission, "approve")
    assert "ouvert à tous" in client.get(association.url).text


def test_a_picture_that_is_replaced_leaves_the_public_one_as_it_is(member, association, client):
    public = ImageFactory()
    association.image = public
    association.save_revision().publish()
    size, before = public.file.size, client.get(association.url).content
    submission = change(member, association)
    step(member, submission, "image", {"description": "Une autre légende", "remove": ""})
    member.post(at("review_submission", submission))

    public.refresh_from_db()
    submission.refresh_from_db()
    assert (public.file.size, public.description) == (size, "A square of one colour")
    assert submission.picture_id != public.pk
    assert client.get(association.url).content == before


def test_a_picture_that_stays_is_not_described_again(member, association):
    association.image = ImageFactory()
    association.save_revision().publish()
    submission = change(member, association)
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert submission.state == "waiting"
    assert submission.page.get_latest_revision_as_object().image == association.image


def test_words_that_do_not_change_keep_how_an_editor_laid_them_out(member, association):
    submission = change(member, association)
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert submission.page.get_latest_revision_as_object().body == "<p>Des <b>légumes</b>.</p>"


def test_a_pin_that_stays_is_no_change(member, association):
    association.location = "SRID=4326;POINT(4.06 45.9)"
    association.save_revision().publish()
    submission = change(member, association)
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert submission.page.get_latest_revision_as_object().location == "SRID=4326;POINT(4.06 45.9)"


def test_what_the_national_register_says_is_changed_by_nobody(member, association):
    type(association).objects.filter(pk=association.pk).update(from_register=True, rna="W423001234")
    submission = change(member, association)
    step(member, submission, "papiers", {**as_typed(submission, "papiers"), "rna": "W423009999"})
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert submission.page.get_latest_revision_as_object().rna == "W423001234"


def test_dates_that_people_signed_up_for_stay_when_the_rest_changes(member, association):
    mission = MissionFactory(
        organiser=association, place_name="Salle des fêtes", children={"shifts": [shift(days=2), shift(days=9)]}
    )
    uids = {row.uid for row in mission.shifts.all()}
    submission = change(member, mission)
    step(member, submission, "quoi", {**as_typed(submission, "quoi"), "title": "Arroser le soir"})
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    version = submission.page.get_latest_revision_as_object()
    assert (version.title, {row.uid for row in version.shifts.all()}) == ("Arroser le soir", uids)


def test_dates_an_editor_added_beside_the_rule_stay(member, association):
    event = EventFactory(weekly=True, place_name="Salle des fêtes")
    event.organisers = [association]
    event.dates = [*event.dates.all(), once(date(2026, 7, 14))]
    event.save_revision().publish()
    submission = change(member, event)
    member.post(at("review_submission", submission))

    submission.refresh_from_db()
    assert submission.page.get_latest_revision_as_object().dates.count() == 2


def test_one_change_of_a_page_is_read_at_a_time(member, association):
    submission = change(member, association)
    member.post(at("review_submission", submission))

    assert change(member, association) is None
    assert Submission.objects.count() == 1


def test_a_page_an_editor_is_at_work_on_is_not_changed_under_their_hands(member, association, moderator):
    association.summary = "Brouillon de la mairie"
    association.save_revision(user=moderator.user)
    submission = change(member, association)
    response = member.post(at("review_submission", submission))

    assert "mairie travaille" in " ".join(response.text.split())
    assert Submission.objects.get().state == "draft"


def test_somebody_who_does_not_speak_for_a_page_cannot_change_it(association):
    stranger = Client()
    stranger.force_login(get_user_model().objects.create_user("stranger", "stranger@people.example"))

    address = reverse("volunteering:change_page", args=[association.pk])
    assert stranger.post(address).status_code == 404
    assert reverse("volunteering:ask_to_change", args=[association.pk]) in stranger.get(address).text
    assert Submission.objects.count() == 0


def test_last_years_edition_is_proposed_on_the_same_weekday(member, association, clock):
    event = EventFactory(title="Fête des jardins 2025")
    event.organisers, event.dates = [association], [once(date(2025, 6, 14))]
    event.save_revision().publish()
    page = member.get(reverse("volunteering:begin_submission", args=["evenement"]), {"depuis": event.pk}).text

    assert "Fête des jardins 2026" in page


def ask_for_the_link(client, page, clock):
    address = reverse("volunteering:ask_to_change", args=[page.pk])
    stamp = stamp_on(client, address)
    clock.shift(stamps.QUICKEST)
    return client.post(address, {"stamp": stamp, "website": ""})


def test_an_office_changes_its_record_with_a_link_and_without_an_account(association, client, clock):
    type(association).objects.filter(pk=association.pk).update(office_email="bureau@jardins.example")
    ask_for_the_link(client, association, clock)
    [message] = collect()
    link = link_with(message, "changer")
    assert message.to == ["bureau@jardins.example"]

    client.post(link)
    submission = the_one()
    step(client, submission, "vous", {"first_name": "Ana", "last_name": "Roy", "email": "bureau@jardins.example"})
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    assert (submission.state, submission.is_change) == ("waiting", True)


def test_whether_an_office_has_an_address_is_told_to_nobody(association, client, clock):
    known = ask_for_the_link(client, association, clock).text
    type(association).objects.filter(pk=association.pk).update(office_email="bureau@jardins.example")
    unknown = ask_for_the_link(client, association, clock).text

    assert known == unknown


def test_a_link_ends_when_the_office_reads_its_mails_elsewhere(association, client, clock):
    type(association).objects.filter(pk=association.pk).update(office_email="bureau@jardins.example")
    ask_for_the_link(client, association, clock)
    link = link_with(collect()[0], "changer")
    type(association).objects.filter(pk=association.pk).update(office_email="autre@jardins.example")

    assert [client.get(link).status_code, client.post(link).status_code] == [404, 404]
    assert Submission.objects.count() == 0


@pytest.mark.parametrize("end", ["refused", "withdrawn"])
def test_another_change_can_follow_one_that_came_to_nothing(member, association, moderator, clock, end):
    first = change(member, association)
    step(member, first, "quoi", {**as_typed(first, "quoi"), "summary": "Un essai."})
    member.post(at("review_submission", first))
    first.refresh_from_db()
    if end == "refused":
        answer(moderator, first, "refuse", "Pas encore.")
    else:
        member.post(at("follow_submission", first), {"do": "withdraw"})
    association.refresh_from_db()
    assert (association.has_unpublished_changes, association.get_latest_revision_as_object().summary) == (
        False,
        association.summary,
    )

    clock.shift(60)
    second = change(member, association)
    member.post(at("review_submission", second))
    second.refresh_from_db()
    assert second.state == "waiting"


@pytest.mark.parametrize("decision", ["approve", "refuse", "ask"])
def test_a_decision_about_a_change_is_taken_back_whole(member, association, moderator, client, decision):
    before = association.summary
    submission = change(member, association)
    step(member, submission, "quoi", {**as_typed(submission, "quoi"), "summary": "Un potager ouvert à tous."})
    member.post(at("review_submission", submission))
    submission.refresh_from_db()
    answer(moderator, submission, decision, "Voyons.")
    moderator.post(reverse("volunteering_submissions:read", args=[submission.pk]), {"do": "undo"})

    submission.refresh_from_db()
    association.refresh_from_db()
    assert (submission.state, association.live, association.summary) == ("waiting", True, before)
    assert association.get_latest_revision_as_object().summary == "Un potager ouvert à tous."
    assert association.current_workflow_state.status == "in_progress"
