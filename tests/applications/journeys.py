"""What somebody does with the site to give a hand, and what the association does."""

from tests.mailbox import collect, link_with, stamp_on

JEANNE = "jeanne.kanari@people.example"
OFFICE = "office@asso.example"


def form_of(mission):
    return f"/engagement/missions/{mission.pk}/participer/"


def sign_up(client, clock, capacity, *, shifts=None, **answers):
    """Fill in the form as a person does, twenty seconds after it was shown."""
    page = form_of(capacity.mission)
    data = {
        "shifts": [str(capacity.shift_uid)] if shifts is None else shifts,
        "first_name": "Jeanne",
        "last_name": "Kanari",
        "email": JEANNE,
        "message": "",
        "age": "on",
        "charter": "on",
        "stamp": stamp_on(client, page),
        "website": "",
    }
    clock.shift(20)
    return client.post(page, data | answers)


def prove(client, message):
    return client.post(link_with(message, "confirmer"))


def join(client, clock, capacity, **answers):
    """The whole way in: the answer of the last page, and the mails that left because of it."""
    collect()
    sign_up(client, clock, capacity, **answers)
    [message] = collect()
    page = prove(client, message)
    return page, collect()


def mail_to(messages, address):
    [message] = [each for each in messages if each.to == [address]]
    return message
