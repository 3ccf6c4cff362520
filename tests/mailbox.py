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
