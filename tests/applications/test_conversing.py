"""Both sides talk through the site: nobody's address leaves it, and whoever wants to be left alone is."""

import pytest

from tests.applications.journeys import OFFICE
from tests.factories import AssociationFactory, VolunteerFactory, apply, shift_of
from tests.mailbox import collect, link_with
from tests.pages import queries, soup, words
from volunteering.applications.actions import send_message
from volunteering.applications.links import applicant_link, my_thread_link
from volunteering.applications.models import ASSOCIATION, VOLUNTEER
from volunteering.core.contact_data import holds_contact_data
from volunteering.core.links import base_address
from volunteering.relay.models import Message

pytestmark = [pytest.mark.databases, pytest.mark.django_db]


@pytest.fixture
def application(clock, db):
    capacity = shift_of(organiser=AssociationFactory(with_office=True, title="Les Jardins"))
    written = apply(capacity, VolunteerFactory(email="kanari@people.example", first_name="Louise", last_name="Petit"))
    collect()
    return written


def mine(application):
    return my_thread_link(application).removeprefix(base_address())


def theirs(application):
    return applicant_link(application, OFFICE).removeprefix(base_address())


def say(client, page, text, **answers):
    return client.post(page, {"do": "write", "text": text, **answers}, follow=True)


def said(application):
    return list(application.conversation.messages.exclude(author=None).values_list("author__role", "text"))


def test_both_sides_write_and_read_on_the_site(client, application):
    say(client, theirs(application), "Venez avec des gants.")
    [message] = collect()
    assert message.to == ["kanari@people.example"]
    assert "gants" not in message.body + message.alternatives[0][0]
    page = words(client.get(link_with(message, "messages")))
    assert "Les Jardins" in page
    assert "Venez avec des gants." in page

    say(client, mine(application), "D’accord !")
    [message] = collect()
    assert message.to == [OFFICE]
    assert "Louise P." in message.body
    assert said(application) == [(ASSOCIATION, "Venez avec des gants."), (VOLUNTEER, "D’accord !")]


def test_several_messages_in_a_row_are_one_mail(client, clock, application):
    for text in ("Un", "Deux", "Trois"):
        say(client, mine(application), text)
    assert len(collect()) == 1
    clock.shift(600)
    say(client, mine(application), "Quatre")
    assert len(collect()) == 1


@pytest.mark.parametrize("text", ["Appelez le 06 12 34 56 78", "jeanne@people.example", "jeanne (at) people.example"])
def test_an_address_or_a_number_is_asked_about_before_it_is_sent(text, client, application):
    page = say(client, mine(application), text)
    assert soup(page).select_one("[name=text]").text.strip() == text
    assert not said(application)
    say(client, mine(application), text, is_sure="on")
    assert said(application) == [(VOLUNTEER, text)]


@pytest.mark.parametrize("text", ["Le 14 juin 2027 à 14 h 30", "Nous serons 12, de 9 h à 17 h", "Salle 3, 2e étage"])
def test_dates_hours_and_small_numbers_are_no_contact_data(text):
    assert not holds_contact_data(text)


def test_links_stay_words_until_both_have_written(client, application):
    say(client, theirs(application), "Voir https://piege.example/a?b=1&c=2 vite", is_sure="on")
    assert not soup(client.get(mine(application))).select(".v-thread a")
    say(client, mine(application), "Bonjour")
    [link] = soup(client.get(mine(application))).select(".v-thread a")
    assert (link["href"], link["rel"][0]) == ("https://piege.example/a?b=1&c=2", "nofollow")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", 'https://a.example/"onmouseover="x', "<img src=x>"])
def test_what_is_written_is_read_as_words(text, client, application):
    say(client, mine(application), text)
    say(client, theirs(application), "Bonjour")
    thread = soup(client.get(theirs(application))).select_one(".v-thread")
    assert text in thread.get_text()
    assert not thread.select("script, img, [onmouseover]")


def test_a_number_is_shown_in_one_conversation_and_taken_back(client, application):
    other = apply(shift_of(organiser=application.mission.organiser, days=20), application.volunteer)
    client.post(mine(application), {"do": "show_phone", "phone": "06 12 34 56 78"})
    assert "06 12 34 56 78" in words(client.get(theirs(application)))
    assert "06 12 34 56 78" not in words(client.get(theirs(other)))
    client.post(mine(application), {"do": "hide_phone"})
    assert "06 12 34 56 78" not in words(client.get(theirs(application)))


@pytest.mark.parametrize("phone", ["", "mon numéro", "12", "+999 1"])
def test_a_number_that_cannot_be_dialled_is_asked_again(phone, client, application):
    page = client.post(mine(application), {"do": "show_phone", "phone": phone})
    assert "06 12 34 56 78" in words(page, ".v-field__error")


def test_an_association_cannot_show_a_number_for_the_volunteer(client, application):
    assert client.post(theirs(application), {"do": "show_phone", "phone": "06 12 34 56 78"}).status_code == 404


def test_whoever_wants_to_be_left_alone_is_and_can_change_their_mind(client, application):
    client.post(mine(application), {"do": "block"})
    page = say(client, theirs(application), "Allô ?")
    assert "close" in words(page, ".v-hint")
    assert words(page, ".v-quote") == "Allô ?"
    assert not said(application)
    client.post(mine(application), {"do": "unblock"})
    say(client, theirs(application), "Allô ?")
    assert len(said(application)) == 1


def test_what_is_wrong_is_told_to_the_city_and_nothing_more_arrives(client, application):
    client.post(mine(application), {"do": "report", "words": "Il insiste."})
    application.conversation.refresh_from_db()
    assert (application.conversation.reported_by, application.conversation.report) == (VOLUNTEER, "Il insiste.")
    say(client, theirs(application), "Allô ?")
    assert not said(application)


def test_a_flood_of_messages_is_stopped(client, application):
    for number in range(20):
        send_message(application=application, role=VOLUNTEER, text=f"Message {number}")
    assert "Patientez" in words(say(client, mine(application), "Encore"), ".v-field__error")
    assert Message.objects.exclude(author=None).count() == 20


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_a_message_is_neither_empty_nor_endless(text, client, application):
    assert soup(say(client, mine(application), text)).select_one(".v-field__error")
    assert not said(application)


def test_nobody_reads_somebody_else_s_conversation(client, application):
    stranger = apply(shift_of())
    address = mine(stranger).replace(str(stranger.pk), str(application.pk))
    assert client.get(address).status_code == 404
    assert say(client, address, "Bonjour").status_code == 404


def test_a_conversation_costs_the_same_however_long(client, application):
    send_message(application=application, role=VOLUNTEER, text="Bonjour")
    few = queries(client, mine(application))
    for number in range(10):
        send_message(application=application, role=ASSOCIATION, text=f"Message {number}")
    assert queries(client, mine(application)) == few
