"""Each promise is broken on purpose, behind the back of our own code, and is found; a sound world keeps them all."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.images import get_image_model

from tests.factories import (
    AssociationFactory,
    EventFactory,
    ImageFactory,
    MissionFactory,
    VolunteerFactory,
    apply,
    shift,
    shift_of,
)
from tests.hands import HelpRequestFactory, matched, offer_of
from tests.moderation.rivals import submitted
from volunteering.agenda.actions import cancel_occurrence, move_occurrence
from volunteering.agenda.models import Occurrence
from volunteering.applications.actions import accept, withdraw
from volunteering.applications.models import VOLUNTEER, Application, SignUp
from volunteering.applications.states import Actor, State
from volunteering.core import invariants
from volunteering.core.outbox.models import OutgoingMail, Status
from volunteering.core.uploads.folders import file_columns
from volunteering.directory.models import AssociationPage, Claim, Invitation, Membership
from volunteering.help_requests.models import ASKER, HelpRequest
from volunteering.missions.models import Capacity
from volunteering.moderation.models import Report, ReportDecision, Submission
from volunteering.relay.models import Conversation, Party

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
LONG_AGO = timedelta(days=400)


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def oversell():
    """No INSERT of ours could: a dump put back by hand might."""
    if connection.vendor == "postgresql":
        # No table is altered while references wait to be looked at.
        connection.check_constraints()
        run("ALTER TABLE volunteering_capacity DROP CONSTRAINT capacity_never_oversold")
    else:
        run("PRAGMA ignore_check_constraints = ON")
    Capacity.objects.filter(places=1).update(taken=2)
    if connection.vendor != "postgresql":
        run("PRAGMA ignore_check_constraints = OFF")


def orphan():
    """References are looked at when the transaction ends: this one is taken back before."""
    run("UPDATE volunteering_membership SET association_id = 999999")


def outbox(**values):
    OutgoingMail.objects.filter(pk=OutgoingMail.objects.order_by("pk").first().pk).update(**values)


def lose_a_file():
    (Path(settings.MEDIA_ROOT) / get_image_model().objects.first().file.name).unlink()


def leave_a_file():
    """What an upload leaves whose row never came, long ago."""
    left = Path(settings.MEDIA_ROOT) / "original_images" / "nobody-s.jpg"
    left.write_bytes(b"...")
    long_ago = (timezone.now() - timedelta(days=3)).timestamp()
    os.utime(left, (long_ago, long_ago))


def past(model, **moments):
    model.objects.update(**{name: timezone.now() - ago for name, ago in moments.items()})


BREAKS = {
    "never_oversold": oversell,
    "places_as_published": lambda: run("DELETE FROM volunteering_capacity WHERE places = 77"),
    "places_as_held": lambda: Capacity.objects.filter(places=5).update(taken=3),
    "waiting_as_listed": lambda: Capacity.objects.filter(places=5).update(waiting=3),
    "nobody_waits_beside_a_free_place": lambda: Capacity.objects.filter(places=1).update(places=2),
    "offers_end": lambda: Application.objects.filter(state=State.OFFERED).update(
        until=timezone.now() - timedelta(days=1)
    ),
    "both_sides_talk": lambda: Party.objects.filter(role=VOLUNTEER).delete(),
    "no_conversation_of_nothing": lambda: Conversation.objects.create(),
    "sign_ups_forgotten": lambda: (
        past(Application, changed_at=LONG_AGO) or past(Capacity, start=LONG_AGO, end=LONG_AGO)
    ),
    "mails_leave": lambda: outbox(status=Status.WAITING, not_before=timezone.now() - timedelta(hours=3)),
    "mails_are_settled": lambda: outbox(status=Status.SENT, settled_at=None),
    "mails_forgotten": lambda: outbox(status=Status.SENT, settled_at=timezone.now() - timedelta(days=10)),
    "uploads_are_there": lose_a_file,
    "uploads_are_named": leave_a_file,
    "dates_as_ruled": lambda: Occurrence.objects.order_by("-start")[5].delete(),
    "members_have_a_manager": lambda: Membership.objects.update(role="member"),
    "members_are_somebody": orphan,
    "invitations_forgotten": lambda: past(Invitation, invited_at=timedelta(days=20)),
    "claims_forgotten": lambda: past(Claim, decided_at=LONG_AGO),
    "reports_have_a_page": lambda: Report.objects.update(page=None),
    "reports_forgotten": lambda: past(ReportDecision, at=LONG_AGO),
    "retired_records_are_off": lambda: AssociationPage.objects.update(retired_at=timezone.now()),
    "help_matched_by_one_offer": lambda: HelpRequest.objects.filter(state="matched").update(state="open"),
    "help_offers_end": lambda: HelpRequest.objects.filter(state="open").update(
        state="withdrawn", closed_at=timezone.now()
    ),
    "help_both_sides_talk": lambda: Party.objects.filter(role=ASKER).delete(),
    "help_requests_end": lambda: past(HelpRequest, expires_at=timedelta(days=1)),
    "help_requests_forgotten": lambda: HelpRequest.objects.update(state="done", closed_at=timezone.now() - LONG_AGO),
    "submissions_have_a_page": lambda: Submission.objects.update(page=None),
    "submissions_are_proven": lambda: Submission.objects.update(confirmed_at=None),
    "approvals_are_dated": lambda: Submission.objects.update(state="approved", decided_at=None),
    "submissions_forgotten": lambda: (
        Submission.objects.update(state="refused") and past(Submission, changed_at=LONG_AGO)
    ),
}
REPAIRED = {invariant.name for invariant in invariants.registered() if invariant.repair}


@pytest.fixture
def world(clock, db, settings, tmp_path):
    """Every promise has something to hold."""
    settings.MEDIA_ROOT = tmp_path
    association = AssociationFactory(with_office=True, logo=ImageFactory())
    user = get_user_model().objects.create_user("manager", "manager@asso.example")
    Membership.objects.create(association=association, user=user, role="manager")
    Invitation.objects.create(association=association, email="a@b.fr")
    Claim.objects.create(association=association, user=user, state="refused", decided_at=timezone.now())
    EventFactory(weekly=True)
    MissionFactory(children={"shifts": [shift(places=77), shift(days=9, places=None)]})
    accept(application=apply(shift_of(organiser=association)), by=Actor.AGENT)
    small = shift_of(places=1)
    apply(small)
    apply(small)
    freed = shift_of(places=3)
    holders = [apply(freed) for _ in range(3)]
    apply(freed)
    withdraw(application=holders[0])
    reported = {"page": association, "site": association.get_site(), "title": association.title}
    decision = ReportDecision.objects.create(outcome="keep", **reported)
    Report.objects.create(reason="wrong", **reported)
    Report.objects.create(reason="wrong", decision=decision, **reported)
    SignUp.objects.create(mission=small.mission, site=small.mission.get_site(), email="a@b.fr")
    offer_of(HelpRequestFactory(shown=True))
    matched()
    submitted("evenement")


def broken():
    return {finding.invariant.name for finding in invariants.check() if finding.keys}


def test_a_sound_world_keeps_every_promise(world):
    assert broken() == set()


def test_every_promise_is_broken_here():
    assert set(BREAKS) == {invariant.name for invariant in invariants.registered()}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_promise_is_found(world, name):
    BREAKS[name]()
    found = broken()
    Membership.objects.all().delete()
    assert name in found
    # What follows from it may be broken too; what has nothing to do with it is not.
    assert len(found) <= 4


@pytest.mark.parametrize("name", sorted(REPAIRED))
def test_what_an_action_can_put_right_is_put_right(world, name):
    BREAKS[name]()
    invariants.check(repair=True)
    assert name not in broken()


def test_the_command_is_content_with_a_sound_world(world, capsys):
    call_command("check_invariants")
    told = capsys.readouterr().out
    assert len(told.splitlines()) == len(invariants.registered())
    assert "Personne n’attend" in told
    call_command("check_invariants", verbosity=0)
    assert capsys.readouterr().out == ""


def test_the_command_names_rows_and_nobody(world, capsys):
    person = VolunteerFactory(first_name="Louise", last_name="Kanari", email="kanari@people.example")
    application = apply(shift_of(), person)
    Party.objects.filter(conversation=application.conversation, role=VOLUNTEER).delete()
    with pytest.raises(CommandError, match="1 promesse") as refusal:
        call_command("check_invariants", repair=True)
    told = capsys.readouterr().out
    assert str(application.pk) in told
    assert not [word for word in ("Louise", "Kanari", "kanari") if word in told + str(refusal.value)]


def test_the_command_says_what_it_repaired_and_ends_well(world, capsys):
    Occurrence.objects.order_by("-start")[5].delete()
    with pytest.raises(CommandError):
        call_command("check_invariants")
    call_command("check_invariants", repair=True)
    assert "Réparé : " in capsys.readouterr().out.replace("\u00a0", " ")
    call_command("check_invariants", verbosity=0)


def test_what_lies_outside_our_reach_is_not_repaired(world):
    Capacity.objects.filter(places=5).update(taken=3)
    invariants.check(repair=True)
    assert broken() == {"places_as_held"}


def test_looking_costs_the_same_for_a_small_town_and_a_large_one(world, django_assert_num_queries):
    # Of each kind of upload: how many there are, tonight's part, and where they lie.
    others, uploads = len(invariants.registered()) - 2, 3 * len(file_columns())
    with django_assert_num_queries(others + 3 + uploads) as few:
        invariants.check()
    for _ in range(3):
        EventFactory(weekly=True)
        apply(shift_of(organiser=AssociationFactory()))
    with django_assert_num_queries(len(few)):
        invariants.check()


def test_dates_changed_by_hand_break_no_promise(world, clock):
    first, second, third = Occurrence.objects.order_by("start")[:3]
    sooner = timezone.now() + timedelta(days=1)
    move_occurrence(occurrence=first, start=sooner, end=sooner + timedelta(hours=1), by=None)
    cancel_occurrence(occurrence=second, reason="Neige", by=None)
    move_occurrence(occurrence=third, start=third.start, end=third.end + timedelta(hours=1), by=None)
    assert broken() == set()
    clock.shift(timedelta(days=2))
    assert "dates_as_ruled" not in broken()


def test_an_upload_that_is_on_its_way_breaks_no_promise(world):
    leave_a_file()
    just_now = timezone.now().timestamp()
    os.utime(Path(settings.MEDIA_ROOT) / "original_images" / "nobody-s.jpg", (just_now, just_now))
    assert broken() == set()


def test_what_somebody_keeps_beside_the_uploads_breaks_no_promise(world):
    leave_a_file()
    uploads = Path(settings.MEDIA_ROOT) / "original_images"
    (uploads / "nobody-s.jpg").rename(uploads.parent / "robots.txt")
    assert broken() == set()


def test_every_row_and_every_file_comes_round(world, clock, monkeypatch):
    monkeypatch.setattr("volunteering.core.uploads.invariants.SAMPLE", 1)
    for _ in range(3):
        ImageFactory()
        leave_a_file()
    lost = Path(settings.MEDIA_ROOT) / get_image_model().objects.last().file.name
    lost.unlink()
    seen = []
    for _night in range(4):
        seen += [finding.keys for finding in invariants.check() if finding.invariant.name.startswith("uploads_")]
        clock.shift(timedelta(days=1))
    assert sorted(key.rpartition("/")[2] for keys in seen for key in keys if "jpg" in key) == ["nobody-s.jpg"]
    assert sum("wagtailimages.image.file" in key for keys in seen for key in keys) == 1


def test_places_an_editor_lowered_below_what_was_taken_break_no_promise(world):
    full = shift_of(places=2)
    apply(full)
    apply(full)
    mission = full.mission
    mission.shifts = [shift(uid=full.shift_uid, places=1)]
    mission.save_revision().publish()
    full.refresh_from_db()
    assert (full.places, broken()) == (2, set())
