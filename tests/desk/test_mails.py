"""The communication office makes the words of the mails its own, looks at them first, and takes ours again."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.admin import AGENT, EDITOR, MODERATOR, READER, errors, plain, sign_in, soup, text
from volunteering.applications.notifications.proving import MyLink
from volunteering.applications.notifications.to_volunteer import Accepted
from volunteering.core.models import MailWords

INDEX = reverse("volunteering_desk:mails")
LABEL = " ".join(str(Accepted.label).split())
OURS = "C’est entendu : {association} vous attend."


def words_of(letter=Accepted, language="fr"):
    return reverse("volunteering_desk:mail_words", args=[letter.path(), language])


def reset_of(letter=Accepted, language="fr"):
    return reverse("volunteering_desk:reset_mail_words", args=[letter.path(), language])


def shown_mail(response):
    """What one reads in the frame."""
    return plain(BeautifulSoup(soup(response).select_one("iframe[sandbox]")["srcdoc"], "html.parser").body)


@pytest.fixture
def editor():
    return sign_in(EDITOR)


def test_the_list_says_which_mails_have_words_of_the_citys_own(editor, django_assert_max_num_queries):
    MailWords.objects.create(letter=Accepted.path(), language="fr", opening="Venez !")
    with django_assert_max_num_queries(15):
        page = soup(editor.get(INDEX))

    rows = {plain(row.th): [plain(cell) for cell in row.select("td")] for row in page.select("tbody tr")}
    assert [plain(heading) for heading in page.select("h2.w-h3")][:2] == ["Aux bénévoles", "Aux associations"]
    assert len(rows) > 25
    assert ["Mots de la ville" in cell for cell in rows[LABEL]] == [True, False]


def test_an_editor_starts_from_the_delivered_words_and_sees_the_mail(editor):
    page = editor.get(words_of())
    assert soup(page).select_one("textarea[name=opening]").text.strip().replace("\u00a0", " ") == OURS
    assert "Association Exemple vous attend" in shown_mail(page)
    assert "{mission}" in text(page)


def test_what_an_editor_saves_is_in_the_mail_and_in_the_history(editor):
    editor.post(words_of(), {"opening": "Venez, {association} vous attend à {ville} !", "closing": ""})
    own = MailWords.objects.get()
    entry = ModelLogEntry.objects.get(content_type__model="mailwords")

    assert (own.opening, own.closing) == ("Venez, {organiser} vous attend à {city_name} !", "")
    assert "Venez, Association Exemple vous attend" in shown_mail(editor.get(words_of()))
    assert (entry.action, entry.user, entry.label) == ("volunteering.mail_words.reword", editor.user, str(own))
    assert LABEL in text(editor.get(reverse("wagtailadmin_reports:site_history")))


def test_an_editor_can_look_before_saving(editor):
    page = editor.post(words_of(), {"opening": "Venez à <b>{mission}</b> !", "closing": "", "preview": "1"})

    assert "Venez à <b>Exemple de mission</b> !" in shown_mail(page).replace("\u00a0", " ")
    assert soup(page).select_one("textarea[name=opening]").text.strip() == "Venez à <b>{mission}</b> !"
    assert not MailWords.objects.exists()


@pytest.mark.parametrize("typed", ["Merci pour {titre} !", "Merci pour {mission !", "{ mission }", "{}"])
@pytest.mark.parametrize("button", [{}, {"preview": "1"}])
def test_a_word_in_braces_that_the_mail_does_not_know_is_refused_and_nothing_typed_is_lost(editor, typed, button):
    page = editor.post(words_of(), {"opening": typed, "closing": "À bientôt", **button})
    [error] = errors(page)

    assert "{mission}, {date}, {association}, {ville}" in error
    assert soup(page).select_one("textarea[name=opening]").text.strip() == typed
    assert soup(page).select_one("textarea[name=closing]").text.strip() == "À bientôt"
    assert not MailWords.objects.exists()


def test_a_text_that_is_too_long_is_refused(editor):
    assert errors(editor.post(words_of(), {"opening": "x" * 1001}))
    assert not MailWords.objects.exists()


def test_saving_the_delivered_words_keeps_nothing(editor):
    editor.post(words_of(), {"opening": OURS, "closing": ""})
    assert not MailWords.objects.exists()


def test_saving_twice_leaves_one_entry(editor):
    for _time in range(2):
        editor.post(words_of(), {"opening": "Venez !"})
    assert ModelLogEntry.objects.filter(content_type__model="mailwords").count() == 1


def test_a_mail_that_has_no_closing_words_offers_none(editor):
    page = editor.get(words_of(MyLink))
    assert not soup(page).select("textarea[name=closing]")
    editor.post(words_of(MyLink), {"opening": "Voici vos inscriptions.", "closing": "Rien"})
    assert MailWords.objects.get().closing == ""


def test_an_editor_can_take_the_delivered_words_again(editor):
    editor.post(words_of(), {"opening": "Venez !"})
    assert "Venez !" in text(editor.get(reset_of()))
    assert MailWords.objects.exists()

    editor.post(reset_of())
    assert not MailWords.objects.exists()
    assert "Venez !" not in shown_mail(editor.get(words_of()))
    assert ModelLogEntry.objects.get(action="volunteering.mail_words.reset").data["opening"] == "Venez !"


def test_words_in_english_are_edited_in_english(editor):
    editor.post(words_of(language="en"), {"opening": "Do come, {association}!"})
    assert MailWords.objects.get().language == "en"
    assert errors(editor.post(words_of(language="en"), {"opening": "{ville}"}))
    assert "Do come" not in shown_mail(editor.get(words_of()))


@pytest.mark.parametrize(("group", "may"), [(EDITOR, True), (MODERATOR, False), (AGENT, False), (READER, False)])
def test_who_may_change_the_words_of_the_mails(group, may):
    client = sign_in(group)
    client.post(words_of(), {"opening": "Venez !"})
    assert MailWords.objects.exists() == may
    assert (INDEX in client.get("/admin/").content.decode()) == may


def test_a_mail_that_does_not_exist_has_no_words(editor):
    wrong = [("django.core.mail.EmailMessage", "fr"), (Accepted.path(), "xx"), ("os.system", "fr")]
    answers = [editor.get(reverse("volunteering_desk:mail_words", args=each)).status_code for each in wrong]
    assert answers == [404, 404, 404]
