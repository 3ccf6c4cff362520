"""A city's own words stand in a mail as text and as HTML, and are never more than text; where there are none, ours."""

import pytest
from django.utils.translation import override
from wagtail.models import Site

from tests.core.outbox.letters import JEANNE, Titled
from tests.mailbox import letters_only, said
from volunteering.alerts.notifications import NothingFollowed
from volunteering.applications.notifications.to_volunteer import Accepted
from volunteering.core.city import CitySettings
from volunteering.core.outbox.composing import compose, compose_example
from volunteering.core.outbox.letters import Letter, registered_letters
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.placeholders import IN_BRACES, IN_PERCENT, LoneBrace, UnknownPlaceholder, shown, stored
from volunteering.core.outbox.words.models import MailWords

pytestmark = pytest.mark.django_db

LETTERS = [letter for _heading, letters in registered_letters() for letter in letters]
LANGUAGES = ["fr", "en"]
HOSTILE = '<script>alert("1")</script> & {city_name} {{ home }} %(home)s'


@pytest.fixture(autouse=True)
def city(db):
    return CitySettings.objects.create(site=Site.objects.get(), name="Rivemont", helpline_number="04 65 71 12 12")


def own(letter=NothingFollowed, **texts):
    return MailWords.objects.create(letter=letter.path(), **{"language": "fr", **texts})


def written(letter=NothingFollowed, *, language="fr", **about):
    return compose(OutgoingMail(letter=letter.path(), recipient=JEANNE, about=about, language=language))


def example(letter, language="fr", **texts):
    return compose_example(letter(), MailWords(letter=letter.path(), language=language, **texts), site=None)


# --- In a mail ---------------------------------------------------------------------------------------------------


def test_the_citys_own_words_stand_in_the_text_and_in_the_html():
    own(opening="Nous n’avons rien trouvé à {city_name}.\n\nVraiment rien.")
    text, _links, html, _html_links = said(written())

    assert "Nous n’avons rien trouvé à Rivemont. Vraiment rien." in text
    assert letters_only(text) == letters_only(html)
    assert "Elle n’en suit aucune" not in text + html


def test_a_mail_without_words_of_the_citys_own_is_as_delivered():
    before = written()
    own(opening="Autre chose", letter=Accepted)
    own(opening="Something else", language="en")

    assert (written().subject, written().body) == (before.subject, before.body)
    assert written().alternatives == before.alternatives
    assert "Quelqu’un, peut-être vous" in before.body


def test_each_language_has_its_own_words():
    own(opening="Bonne nouvelle.")

    assert "Bonne nouvelle." in written().body
    assert "Bonne nouvelle." in written(language="fr-ca").body
    assert "Bonne nouvelle." not in written(language="en").body


@pytest.mark.parametrize("texts", [{}, {"opening": "Bonne nouvelle."}])
def test_words_cost_one_query(texts, django_assert_num_queries):
    if texts:
        own(**texts)
    with django_assert_num_queries(5) as asked:
        written()

    assert sum("volunteering_mailwords" in query["sql"] for query in asked) == 1


def test_whatever_an_editor_types_stays_text():
    own(opening=HOSTILE)
    message = written()
    html = message.alternatives[0][0]

    assert '<script>alert("1")</script> & Rivemont {{ home }} %(home)s' in message.body
    assert "<script" not in html
    assert "&lt;script&gt;" in html


TITLE = {"title": "{city_name}<b>"}


def test_a_title_in_braces_is_not_taken_for_a_placeholder():
    message = example(Accepted, opening="Merci pour {title}.")
    hostile = type("Hostile", (Accepted,), {"example": lambda self, home: Accepted().example(home=home) | TITLE})
    assert "Merci pour Exemple de mission." in message.body
    assert "Merci pour {city_name}<b>." in example(hostile, opening="Merci pour {title}.").body


def test_words_that_name_a_value_which_is_gone_give_way_to_ours(caplog):
    own(opening="Merci pour {gone}.")

    assert "Quelqu’un, peut-être vous" in written().body
    assert "gone" in caplog.text


def test_a_letter_that_has_no_words_to_change_takes_none():
    own(Titled, closing="Un mot de trop")
    assert "Un mot de trop" not in written(Titled, title="x").body


# --- Every kind of mail ------------------------------------------------------------------------------------------


def kinds(letter=Letter):
    """Every class of ours that can be posted."""
    for below in letter.__subclasses__():
        yield from kinds(below)
        if below.__module__.startswith("volunteering.") and hasattr(below, "label"):
            yield below


def test_every_kind_of_mail_is_shown_to_editors():
    assert len(LETTERS) == len(set(LETTERS))
    assert set(LETTERS) == set(kinds())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS)
def test_every_kind_of_mail_has_an_example_that_says_the_same_twice(letter, language):
    message = example(letter, language)
    text, _links, html, _html_links = said(message)

    assert letters_only(text) == letters_only(html)
    assert not any(sign in message.subject + message.body for sign in ("%(", "{"))
    assert ("Bonjour," if language == "fr" else "Hello,") in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS)
def test_every_placeholder_of_a_mail_can_be_used(letter, language):
    with override(language):
        typed = " ".join(f"{each}" for each in letter.all_placeholders())
    with override(language):
        opening = stored(typed, letter.all_placeholders())
    body = example(letter, language, opening=f"Voici {opening}.").body

    assert "Voici " in body
    assert not IN_BRACES.search(body)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS)
def test_the_names_of_placeholders_differ_and_cover_what_ours_say(letter, language):
    with override(language):
        names = [str(each.name) for each in letter.all_placeholders()]
        ours = set(IN_PERCENT.findall(f"{letter.opening}{letter.closing}"))

    assert len(names) == len(set(names))
    assert ours <= {each.key for each in letter.all_placeholders()}


# --- Braces ------------------------------------------------------------------------------------------------------


def test_an_editor_reads_and_writes_words_of_their_language():
    with override("fr"):
        assert shown("%(organiser)s, {title}", Accepted.all_placeholders()) == "{association}, {mission}"
        assert stored("{association}, {mission}", Accepted.all_placeholders()) == "{organiser}, {title}"


@pytest.mark.parametrize("typed", ["{titre}", "{url}", "{home}", "{title}", "{Mission}"])
def test_another_word_in_braces_is_refused(typed):
    with override("fr"), pytest.raises(UnknownPlaceholder, match=typed):
        stored(f"Merci pour {typed} !", Accepted.all_placeholders())


@pytest.mark.parametrize("typed", ["{", "}", "{ mission }", "{mission", "{}", "{mission.x}", "{mission!r}", "{a{b}"])
def test_a_brace_that_holds_no_word_is_refused(typed):
    with override("fr"), pytest.raises((LoneBrace, UnknownPlaceholder)):
        stored(f"Merci {typed} à tous", Accepted.all_placeholders())
