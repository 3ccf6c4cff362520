"""One's missions in one's calendar: made and stopped by oneself, read by a program, and nobody else's business."""

import logging
from datetime import timedelta

import icalendar
import pytest
from django.contrib.auth import get_user_model
from django.test import override_settings
from django.utils import timezone

from tests.factories import AssociationFactory, MissionFactory, VolunteerFactory, apply, shift_of
from tests.pages import queries, soup, words
from volunteering.applications.actions import accept, cancel, close_calendar, decline, open_calendar, withdraw
from volunteering.applications.links import MINE, calendar_link
from volunteering.applications.models import Application, CalendarAddress
from volunteering.applications.notifications.to_volunteer import Accepted
from volunteering.applications.states import Actor, DeclineReason, State
from volunteering.core.links import base_address
from volunteering.core.outbox.composing import compose
from volunteering.core.outbox.models import OutgoingMail
from volunteering.privacy.actions import erase_person, export_person
from volunteering.relay.actions import start
from volunteering.volunteers.models import Volunteer

pytestmark = [pytest.mark.databases, pytest.mark.django_db]
BY = Actor.ASSOCIATION
MY_MISSIONS = "/engagement/mes-missions/"


@pytest.fixture(autouse=True)
def _clock(clock):
    """Time stands still."""


@pytest.fixture
def volunteer():
    return VolunteerFactory(first_name="Louise", last_name="Kanari", phone="06 12 34 56 78")


def feed_of(volunteer):
    return calendar_link(open_calendar(volunteer=volunteer)).removeprefix(base_address())


def entries(client, volunteer):
    answer = client.get(feed_of(volunteer))
    assert answer.status_code == 200, answer.status_code
    return {str(each["summary"]): each for each in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}


def test_each_stands_there_as_far_as_it_is_promised(client, volunteer):
    asked, accepted, cancelled, declined = (
        apply(shift_of(days=day, title=title), volunteer)
        for day, title in enumerate(("Demandée", "Acceptée", "Annulée", "Refusée"), start=2)
    )
    for application in (accepted, cancelled):
        accept(application=application, by=BY)
    cancel(application=cancelled, by=BY)
    decline(application=declined, reason=DeclineReason.OTHER, by=BY)
    told = {title: str(entry["status"]) for title, entry in entries(client, volunteer).items()}
    assert told == {"Demandée": "TENTATIVE", "Acceptée": "CONFIRMED", "Annulée": "CANCELLED"}
    assert entries(client, volunteer)["Demandée"].start == asked.capacity.start


def test_nothing_stands_there_without_a_date_or_on_the_waiting_list(client, volunteer):
    apply(MissionFactory(title="Sans date").capacities.get(), volunteer)
    full = shift_of(title="Complète", places=1)
    apply(full)
    apply(full, volunteer)
    assert entries(client, volunteer) == {}


def test_the_last_three_months_stand_there_and_no_more(client, clock, volunteer):
    accept(application=apply(shift_of(days=1, title="Passée"), volunteer), by=BY)
    clock.shift(timedelta(days=91))
    assert list(entries(client, volunteer)) == ["Passée"]
    clock.shift(timedelta(hours=4))
    assert entries(client, volunteer) == {}


def test_the_mail_and_the_feed_say_the_same_of_one_entry(client, clock, volunteer):
    application = apply(shift_of(place_name="Salle des fêtes"), volunteer)
    clock.shift(3600)
    application = accept(application=application, by=BY)
    about = {"application": str(application.pk)}
    mail = OutgoingMail(letter=Accepted.path(), recipient="a@b.fr", about=about, site=application.mission.get_site())
    [(_name, content, _kind)] = compose(mail).attachments
    [mailed] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    [fed] = entries(client, volunteer).values()
    for name in ("uid", "sequence", "summary", "location", "url", "status"):
        assert mailed[name] == fed[name]
    assert (mailed.start, mailed.end, int(fed["sequence"])) == (fed.start, fed.end, 3600)


def test_nobody_s_name_number_or_address_is_in_it(client, volunteer):
    organiser = AssociationFactory(with_office=True)
    application = apply(shift_of(organiser=organiser), volunteer, message="Je suis Louise Kanari, 06 12 34 56 78")
    apply(application.capacity, VolunteerFactory(last_name="Autrui"))
    content = client.get(feed_of(volunteer)).content.decode()
    telling = ("Louise", "Kanari", "06 12", volunteer.email, organiser.office_email, organiser.office_phone, "Autrui")
    assert not [word for word in telling if word in content]


def test_a_program_asks_again_and_is_told_that_nothing_changed(client, clock, volunteer):
    application = apply(shift_of(), volunteer)
    feed = feed_of(volunteer)
    etag = client.get(feed)["ETag"]
    clock.shift(600)
    again = client.get(feed, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
    withdraw(application=application)
    assert client.get(feed, headers={"If-None-Match": etag}).status_code == 200


def test_no_cache_no_search_engine_and_no_other_site_gets_hold_of_it(client, volunteer):
    for answer in (client.get(feed_of(volunteer)), client.get("/engagement/mon-calendrier/x.ics")):
        assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("private, no-cache", "noindex")
        assert answer["Referrer-Policy"] == "no-referrer"


def gone(client, feed):
    answer = client.get(feed)
    return answer.status_code, answer.content, {**answer.headers}


def test_an_address_that_is_over_and_one_that_never_was_are_answered_alike(client, volunteer):
    unknown = gone(client, "/engagement/mon-calendrier/aaaa.bbbb.ics")
    feed = feed_of(volunteer)
    assert unknown[0] == 404
    Volunteer.objects.update(is_paused=True)
    assert gone(client, feed) == unknown
    Volunteer.objects.update(is_paused=False)
    assert client.get(feed).status_code == 200
    close_calendar(volunteer=volunteer)
    assert gone(client, feed) == unknown
    assert feed_of(volunteer) != feed
    assert gone(client, feed) == unknown


def test_a_copy_of_the_database_opens_no_calendar(client, volunteer):
    feed, key = feed_of(volunteer), CalendarAddress.objects.get().pk
    signed = feed.rpartition("/")[2].removesuffix(".ics")
    forged = [str(key), key.hex, f"{key.hex}.{key.hex}", f"{signed[:-2]}__", signed.partition(".")[2]]
    for token in forged:
        assert client.get(f"/engagement/mon-calendrier/{token}.ics").status_code == 404
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        assert client.get(feed).status_code == 404


def test_an_address_asked_for_too_often_waits_and_others_do_not(client, volunteer):
    feed, other = feed_of(volunteer), feed_of(VolunteerFactory())
    assert {client.get(feed).status_code for _ in range(120)} == {200}
    assert client.get(feed).status_code == 429
    assert client.get(feed, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get(other).status_code == 200


def test_the_secret_is_in_no_log(client, volunteer, caplog):
    caplog.set_level(logging.DEBUG)
    feed = feed_of(volunteer)
    for _ in range(121):
        client.get(feed)
    close_calendar(volunteer=volunteer)
    client.get(feed)
    secret = feed.rpartition("/")[2].removesuffix(".ics")
    told = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert [line for line in told if "calendar" in line]
    assert not [line for line in told if secret in line]


def promised(volunteer, number):
    """So many dates, each of a mission of its own: more than one may ask for in a day."""
    for day in range(number):
        values = {"capacity": shift_of(days=day + 1), "conversation": start(roles=()), "state": State.ACCEPTED}
        Application.objects.create(volunteer=volunteer, **values)


def test_a_look_costs_the_same_for_one_sign_up_and_for_fifty(client, volunteer):
    promised(volunteer, 1)
    feed = feed_of(volunteer)
    few = queries(client, feed)
    promised(volunteer, 49)
    assert len(entries(client, volunteer)) == 50
    assert queries(client, feed) == few <= 5


@pytest.fixture(params=["account", "link"])
def mine(request, client):
    """The page of one's missions, and where its button is posted to."""
    user = get_user_model().objects.create_user("resident", "louise@people.example")
    volunteer = VolunteerFactory(user=user, email=user.email)
    if request.param == "account":
        client.force_login(user)
        return MY_MISSIONS
    return f"{MY_MISSIONS}{MINE.sign(str(volunteer.pk))}/"


def shown(page):
    link, field = page.select_one(".v-own-calendar a"), page.select_one(".v-own-calendar input[readonly]")
    return (link["href"], field["value"]) if link else None


def test_the_address_is_made_shown_again_and_stopped_with_buttons(client, mine):
    assert shown(soup(client.get(mine))) is None
    assert not CalendarAddress.objects.exists()
    made = client.post(f"{mine}calendrier/", {"do": "open"}, follow=True)
    webcal, address = shown(soup(made))
    assert (webcal.partition("://")[0], webcal.partition("://")[2]) == ("webcal", address.partition("://")[2])
    assert client.get(address).status_code == 200
    assert shown(soup(client.get(mine))) == (webcal, address)
    client.post(f"{mine}calendrier/", {"do": "close"})
    assert shown(soup(client.get(mine))) is None
    assert client.get(address).status_code == 404


def test_pressing_twice_makes_one_address(client, mine):
    for _ in range(2):
        client.post(f"{mine}calendrier/", {"do": "open"})
    assert CalendarAddress.objects.count() == 1
    assert client.post(f"{mine}calendrier/", {"do": "garbage"}).status_code == 404


def test_the_profile_offers_it_too(client):
    user = get_user_model().objects.create_user("resident", "louise@people.example")
    open_calendar(volunteer=VolunteerFactory(user=user))
    client.force_login(user)
    assert shown(soup(client.get("/engagement/mon-profil/")))


def test_whoever_pauses_reads_why_the_calendar_is_empty(client, mine):
    client.post(f"{mine}calendrier/", {"do": "open"})
    Volunteer.objects.update(is_paused=True)
    assert "en pause" in words(client.get(mine), ".v-own-calendar")


def test_a_link_to_an_address_that_nobody_proved_makes_no_calendar(client):
    volunteer = VolunteerFactory(confirmed_at=None)
    page = f"{MY_MISSIONS}{MINE.sign(str(volunteer.pk))}/"
    assert not soup(client.get(page)).select(".v-own-calendar")
    assert client.post(f"{page}calendrier/", {"do": "open"}).status_code == 403
    assert not CalendarAddress.objects.exists()


def test_one_reads_that_there_is_an_address_and_not_which(volunteer):
    calendar = open_calendar(volunteer=volunteer)
    told = export_person(email=volunteer.email)
    assert told["sign_ups"] == [{"calendar": timezone.now()}]
    assert calendar.pk.hex not in str(told).replace("-", "")


def test_it_goes_with_whoever_is_erased(client, volunteer):
    feed = feed_of(volunteer)
    erase_person(email=volunteer.email)
    assert client.get(feed).status_code == 404
    assert not CalendarAddress.objects.exists()
