"""What has come by mail, and where its links lead."""

import re

from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command

LINK = re.compile(r"https?://\S+")


def stamp_on(client, page):
    """The stamp of a page that is shown now."""
    return BeautifulSoup(client.get(page).content, "html.parser").select_one("input[name=stamp]")["value"]


def collect():
    """The mails that have come since one last looked."""
    mail.outbox.clear()
    call_command("deliver_mail", verbosity=0)
    return list(mail.outbox)


def links(message):
    """Paths of the links in the text of a mail, in order."""
    return [re.sub(r"^https?://[^/]+", "", link) for link in LINK.findall(message.body)]


def link_with(message, word):
    return next(link for link in links(message) if f"/{word}/" in link)


def plain(text):
    return " ".join(text.split())


def said(message):
    """Words and links of the text, words and links of the HTML."""
    page = BeautifulSoup(message.alternatives[0][0], "html.parser")
    links = [link["href"] for link in page.select("body a") if not link["href"].startswith("tel:")]
    return (
        plain(LINK.sub("", message.body)),
        sorted(LINK.findall(message.body)),
        plain(page.body.get_text(" ")),
        sorted(links),
    )


def letters_only(text):
    """Spaces between two elements are no words."""
    return re.sub(r"\s", "", text)
