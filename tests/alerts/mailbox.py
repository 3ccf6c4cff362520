"""What someone does with the site and with their mailbox."""

import re

from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command

JEANNE = "jeanne.canari@people.example"
SUBSCRIBE = "/engagement/alertes/{}/"
SENT = "/engagement/alertes/verifiez-vos-messages/"
LINK = re.compile(r"https?://\S+")


def stamp_on(client, page="/engagement/alertes/events/"):
    """The stamp of a page that is shown now."""
    return BeautifulSoup(client.get(page).content, "html.parser").select_one("input[name=stamp]")["value"]


def ask(client, clock, *, kind="events", email=JEANNE, **answers):
    """Fill in the form as a person does, ten seconds after it was shown."""
    page = SUBSCRIBE.format(kind)
    data = {"email": email, "frequency": "weekly", "query": "", "stamp": stamp_on(client, page), "website": ""}
    clock.shift(10)
    return client.post(page, data | answers)


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


def confirm(client, message):
    return client.post(link_with(message, "confirmer"))


def follow(client, clock, **answers):
    """The whole way in."""
    ask(client, clock, **answers)
    [message] = collect()
    confirm(client, message)
    return message
