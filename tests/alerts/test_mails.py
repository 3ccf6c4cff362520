"""Every mail of saved searches: the same in text and in HTML, readable, in French, and without a stranger's address."""

import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from tests.factories import EventFactory, SavedSearchFactory
from tests.mailbox import letters_only, said
from volunteering.alerts.notifications import AlreadyFollowed, Confirmation, Digest, ManageLink, NothingFollowed
from volunteering.core.city import CitySettings
from volunteering.core.outbox.composing import compose
from volunteering.core.outbox.models import OutgoingMail

pytestmark = pytest.mark.django_db

LETTERS = [Confirmation, AlreadyFollowed, ManageLink, NothingFollowed, Digest]


@pytest.fixture
def message(clock, db):
    """Writes a letter as it would leave."""
    CitySettings.objects.create(
        site=Site.objects.get(), name="Rivemont", helpline_number="04 65 71 12 12", helpline_hours="9 h – 12 h"
    )

    def write(letter, *, language="fr"):
        search = SavedSearchFactory(confirmed_at=None if letter is Confirmation else "2026-03-01T08:00Z")
        events = [EventFactory(title="Chant & « danse » : l’été"), EventFactory(title="Jardin")]
        section = {"search": str(search.pk), "items": [event.pk for event in events], "total": 12}
        about = {"search": str(search.pk), "sections": [section]}
        mail = OutgoingMail(
            letter=letter.path(), recipient="a@b.fr", about=about, language=language, is_bulk=letter.is_bulk
        )
        return compose(mail)

    return write


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_says_the_same_as_text_and_as_html(message, letter):
    text, text_links, html, html_links = said(message(letter))

    assert letters_only(text) == letters_only(html)
    assert set(text_links) == set(html_links)
    assert len(text) > 100


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_can_be_read_as_plain_text(message, letter):
    body = message(letter).body

    assert not re.search(r"<\w|&\w+;|\{[{%]", body)
    assert "\n\n\n\n" not in body
    assert body.startswith("Bonjour,")
    assert "04 65 71 12 12" in body


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_names_the_city_in_its_subject_and_never_its_reader(message, letter):
    written = message(letter)

    assert written.subject.endswith("– Rivemont")
    assert "a@b.fr" not in written.body + written.alternatives[0][0]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mail_has_one_button_for_each_thing_to_do(message, letter):
    page = BeautifulSoup(message(letter).alternatives[0][0], "html.parser")

    assert len(page.select("a.button")) == 1
    assert page.html["lang"] == "fr"
    assert not page.select("img, link, script, form")


def test_only_the_news_can_be_stopped_by_the_mail_program(message):
    assert [letter for letter in LETTERS if "List-Unsubscribe" in message(letter).extra_headers] == [Digest]


def test_a_reader_of_english_reads_english(message):
    assert message(Confirmation, language="en").body.startswith("Hello,")
