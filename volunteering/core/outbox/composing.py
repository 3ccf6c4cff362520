"""From a row to a message: text and HTML that say the same, and the headers that let receivers treat it well."""

import css_inline
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Site

from volunteering.core.city import CitySettings
from volunteering.core.links import base_address, host_of
from volunteering.core.outbox.letters import Letter, find_letter
from volunteering.core.outbox.models import OutgoingMail
from volunteering.core.theme import readable_on

# Many mail programs ignore a style sheet; those that read one also know what to do in the dark.
INLINER = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def compose(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The message, in the recipient's language. Raises `NothingToSay`, `UnknownLetter`."""
    letter = find_letter(mail.letter)
    with translation.override(mail.language):
        context = {**_frame(mail, letter), **letter.context(mail)}
        message = EmailMultiAlternatives(
            subject=one_line(str(letter.subject) % context),
            body=render_to_string(letter.text_template, context).strip() + "\n",
            to=[mail.recipient],
            headers=_headers(mail, unsubscribe_url=context["unsubscribe_url"]),
            alternatives=[(INLINER.inline(render_to_string(letter.html_template, context)), "text/html")],
        )
        for attachment in letter.attachments(mail):
            message.attach(*attachment)
        return message


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
