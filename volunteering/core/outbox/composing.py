"""From a row to a message: text and HTML that say the same, and the headers that let receivers treat it well."""

from collections.abc import Mapping
from typing import Any

import css_inline
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Site

from volunteering.core.city import CitySettings
from volunteering.core.links import base_address, host_of
from volunteering.core.outbox.letters import Letter, find_letter
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.outbox.words.models import MailWords
from volunteering.core.outbox.words.speaking import spoken
from volunteering.core.theme import readable_on

# Many mail programs ignore a style sheet; those that read one also know what to do in the dark.
INLINER = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def compose(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The message, in the recipient's language. Raises `NothingToSay`, `UnknownLetter`."""
    letter = find_letter(mail.letter)
    with translation.override(mail.language):
        context = {**_frame(mail, letter), **letter.context(mail)}
        own = MailWords.objects.of(mail.letter, mail.language)
        message = _write(letter, {**spoken(letter, own, context), **context})
        message.to = [mail.recipient]
        message.extra_headers = _headers(mail, unsubscribe_url=context["unsubscribe_url"])
        for attachment in letter.attachments(mail):
            message.attach(*attachment)
        return message


def compose_example(letter: Letter, own: MailWords, *, site: Site | None) -> EmailMultiAlternatives:
    """The mail with these words, about invented things, to nobody."""
    mail = OutgoingMail(letter=letter.path(), language=own.language, site=site)
    with translation.override(own.language):
        frame = _frame(mail, letter)
        stop = {"unsubscribe_url": frame["home"] if letter.is_bulk else ""}
        context = {**frame, **stop, **letter.example(home=str(frame["home"]))}
        return _write(letter, {**spoken(letter, own, context), **context})


def _write(letter: Letter, context: Mapping[str, Any]) -> EmailMultiAlternatives:
    return EmailMultiAlternatives(
        subject=one_line(str(letter.subject) % context),
        body=render_to_string(letter.text_template, dict(context)).strip() + "\n",
        alternatives=[(INLINER.inline(render_to_string(letter.html_template, dict(context))), "text/html")],
    )


def one_line(text: str) -> str:
    """A header ends where its line ends: nothing in it may begin another."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _frame(mail: OutgoingMail, letter: Letter) -> dict[str, object]:
    city = CitySettings.for_site(mail.site or Site.objects.get(is_default_site=True))
    return {
        "city": city,
        "city_name": city.name or host_of(mail.site),
        "on_accent": readable_on(city.accent),
        "on_accent_dark": readable_on(city.accent_dark),
        "home": f"{base_address(mail.site)}/",
        "language": mail.language,
        "unsubscribe_url": letter.unsubscribe_url(mail) if mail.is_bulk else "",
    }


def _headers(mail: OutgoingMail, *, unsubscribe_url: str) -> dict[str, str]:
    headers = {"Message-ID": f"<{mail.pk}@{host_of(mail.site)}>", "Auto-Submitted": "auto-generated"}
    if unsubscribe_url:
        # RFC 2369 and RFC 8058: the button of the mail program.
        headers["List-Unsubscribe"] = f"<{unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        headers["Precedence"] = "bulk"
    return headers
