"""A message says what it must, to one person, and nothing anyone typed becomes a header."""

from email import message_from_bytes
from email.policy import default

import pytest
from django.core.exceptions import ValidationError
from django.core.mail.message import EmailMultiAlternatives
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Site

from tests.core.outbox.letters import JEANNE, Bulletin, Note, Titled
from volunteering.core.addresses import clean_address
from volunteering.core.city import CitySettings
from volunteering.core.outbox.composing import compose, one_line
from volunteering.core.outbox.models import OutgoingMail

HOSTILE = st.text(st.sampled_from("\r\n\t\0\x0b\x0c\x1c\x85\u2028\u2029 :;,<>@\"'éÀ🎉\u202eaB"), max_size=80)
INJECTIONS = [
    "x\r\nBcc: spy@evil.example",
    "x\nSubject: y\n\nbody",
    "x\u2028Bcc: spy@evil.example",
    "x\rTo: spy@evil.example",
]


@pytest.fixture
def site(db):
    site = Site.objects.get()
    CitySettings.objects.create(site=site, name="Rivemont & Cie", helpline_number="04 65 71 12 12")
    return site


def written(letter, site, *, to=JEANNE, **about) -> EmailMultiAlternatives:
    mail = OutgoingMail(
        letter=letter.path(), recipient=to, about=about, language="fr", site=site, is_bulk=letter.is_bulk
    )
    return compose(mail)


def parsed(message):
    return message_from_bytes(message.message().as_bytes(), policy=default)


def test_a_mail_is_text_and_html_and_needs_no_other_server(site):
    message = parsed(written(Note, site))
    html = message.get_body(("html",)).get_content()

    assert message.get_content_type() == "multipart/alternative"
    assert "04 65 71 12 12" in message.get_body(("plain",)).get_content()
    assert 'href="tel:+33465711212"' in html
    assert "Rivemont &amp; Cie" in html
    assert not any(sign in html for sign in ("<img", "<link", "<script", "src="))


def test_the_look_is_written_into_the_elements_and_the_dark_one_into_a_rule(site):
    html = parsed(written(Note, site)).get_body(("html",)).get_content()

    assert 'class="button"' in html
    assert "background: #00606b" in html.partition('class="button"')[2][:300]
    assert "prefers-color-scheme: dark" in html


def test_the_text_of_a_mail_is_not_escaped(site):
    assert "Rivemont & Cie" in written(Note, site).body


def test_a_bulk_mail_can_be_stopped_with_one_click_of_the_mail_program(site):
    message = parsed(written(Bulletin, site))

    assert message["List-Unsubscribe"] == "<https://city.example/stop/token/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "https://city.example/stop/token/" in message.get_body(("plain",)).get_content()


def test_a_mail_someone_asked_for_has_no_such_button(site):
    assert parsed(written(Note, site))["List-Unsubscribe"] is None


def test_links_lead_where_the_setting_says(site, settings):
    settings.VOLUNTEERING = {"BASE_URL": "https://www.ville.example/"}

    message = written(Note, site)
    assert "https://www.ville.example/" in message.body
    assert parsed(message)["Message-ID"].endswith("@www.ville.example>")


@pytest.mark.parametrize("title", INJECTIONS)
def test_a_title_cannot_add_a_header(site, title):
    message = parsed(written(Titled, site, title=title))

    assert (message["To"], message["Bcc"], message["Cc"]) == (JEANNE, None, None)
    assert len(message.get_all("Subject")) == len(message.get_all("To")) == 1


@given(HOSTILE)
def test_no_text_can_leave_the_line_of_its_header(text):
    line = one_line(text)
    message = EmailMultiAlternatives(subject=line, to=[JEANNE])
    headers = parsed(message)

    assert len(line.splitlines()) <= 1
    assert set(headers.keys()) <= {
        "Content-Type",
        "MIME-Version",
        "Content-Transfer-Encoding",
        "Subject",
        "From",
        "To",
        "Date",
        "Message-ID",
    }


@given(st.builds("{}@{}{}".format, HOSTILE, HOSTILE, st.sampled_from(["", ".fr", "example.org", "\nBcc: a@b.fr"])))
def test_whatever_passes_for_an_address_is_one_recipient(text):
    try:
        address = clean_address(text)
    except ValidationError:
        return
    message = EmailMultiAlternatives(to=[address])
    assert message.recipients() == [address]
    assert [found.addr_spec for found in parsed(message)["To"].addresses] == [address]
