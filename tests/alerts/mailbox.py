"""What someone does with the site and with their mailbox."""

from tests.mailbox import collect, link_with, stamp_on

JEANNE = "jeanne.canari@people.example"
SUBSCRIBE = "/engagement/alertes/{}/"
SENT = "/engagement/alertes/verifiez-vos-messages/"


def ask(client, clock, *, kind="events", email=JEANNE, **answers):
    """Fill in the form as a person does, ten seconds after it was shown."""
    page = SUBSCRIBE.format(kind)
    data = {"email": email, "frequency": "weekly", "query": "", "stamp": stamp_on(client, page), "website": ""}
    clock.shift(10)
    return client.post(page, data | answers)


def confirm(client, message):
    return client.post(link_with(message, "confirmer"))


def follow(client, clock, **answers):
    """The whole way in."""
    ask(client, clock, **answers)
    [message] = collect()
    confirm(client, message)
    return message
