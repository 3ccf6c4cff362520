"""Somebody who proposes something, step by step, as a browser without JavaScript would."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.mailbox import collect, link_with, stamp_on
from volunteering.core.antispam import stamps
from volunteering.moderation.links import FOLLOW
from volunteering.moderation.models import Submission

JEANNE = "jeanne@people.example"
WHO = {"first_name": "Jeanne", "last_name": "Verdier", "email": JEANNE}
EVENT = {
    "quoi": {"title": "Repas de quartier", "summary": "Chacun apporte un plat.", "body": "Dès midi.\n\nRue du Port."},
    "quand": {"first_day": "2031-06-15", "start_time": "12:00", "end_time": "17:00", "frequency": "once"},
    "ou": {"place_name": "Place du Marché"},
    "pour-qui": {"is_free": "on"},
    "image": {},
    "vous": WHO,
}
MISSION = {
    "quoi": {
        "title": "Servir la soupe",
        "summary": "Deux heures, en équipe.",
        "tasks": "Servir, puis manger ensemble.",
    },
    "quand": {
        "regularity": "dates",
        "first_day": "2031-06-15",
        "start_time": "11:00",
        "end_time": "14:00",
        "frequency": "once",
        "places": "4",
    },
    "ou": {"place_name": "Salle des fêtes"},
    "avec-qui": {},
    "image": {},
    "vous": WHO,
}
INITIATIVE = {**MISSION, "quoi": {**MISSION["quoi"], "collective": "Les voisins de la rue du Port"}}
ASSOCIATION = {
    "quoi": {"title": "Le Fil d'Or", "summary": "On recoud ensemble."},
    "ou": {},
    "contact": {"office_email": "bureau@fildor.example"},
    "papiers": {"rna": "W423001234"},
    "image": {},
    "vous": WHO,
}
NEWS = {
    "quoi": {"title": "La ludothèque déménage", "summary": "En mai.", "body": "Rue du Port."},
    "image": {},
    "vous": WHO,
}
ALL = {"evenement": EVENT, "mission": MISSION, "initiative": INITIATIVE, "association": ASSOCIATION, "actualite": NEWS}


def begin(kind, clock, client=None, **first):
    """Answer the first step; the client and where it was led."""
    client, address = client or Client(), reverse("volunteering:begin_submission", args=[kind])
    stamp = stamp_on(client, address)
    clock.shift(stamps.QUICKEST)
    answers = {**ALL[kind]["quoi"], **first}
    return client, client.post(address, {**answers, "stamp": stamp, "website": ""})


def the_one():
    return Submission.objects.latest("began_at")


def token_of(submission):
    return FOLLOW.sign(str(submission.pk))


def at(name, submission, **parts):
    return reverse(f"volunteering:{name}", kwargs={"token": token_of(submission), **parts})


def step(client, submission, name, answers, **go):
    return client.post(at("submission_step", submission, step=name), {**answers, **go})


def write(kind, clock, client=None, **changes):
    """A whole draft; `changes`: {step: {field: value}}."""
    client, _response = begin(kind, clock, client, **changes.get("quoi", {}))
    submission = the_one()
    for name, answers in list(ALL[kind].items())[1:]:
        response = step(client, submission, name, {**answers, **changes.get(name, {})})
        assert response.status_code == 302, (name, wrong(response))
    submission.refresh_from_db()
    return client, submission


def propose(kind, clock, client=None, **changes):
    """Written, sent, and its address confirmed: the office can read it."""
    client, submission = write(kind, clock, client, **changes)
    client.post(at("review_submission", submission))
    submission.refresh_from_db()
    if submission.state == "unconfirmed":
        message = next(each for each in collect() if "/confirmer/" in each.body)
        client.post(link_with(message, "confirmer"))
        submission.refresh_from_db()
    return client, submission


def wrong(response):
    """The sentences of what is to be repaired."""
    page = BeautifulSoup(response.content, "html.parser")
    return [" ".join(each.get_text(" ").split()) for each in page.select(".v-errors li, .v-errors__title")]
