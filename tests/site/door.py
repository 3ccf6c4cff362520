"""What the tests of signing in do: ask for a code, read it in the mail, type it."""

import re

from django.contrib.auth import get_user_model
from django.core import mail

ADDRESS, UNKNOWN = "jeanne@people.example", "nobody@people.example"
SIGN_IN, CODE = "/compte/connexion/", "/compte/connexion/code/"
SIGN_UP, SIGN_UP_CODE, SIGN_OUT = "/compte/inscription/", "/compte/inscription/code/", "/compte/deconnexion/"
PAGES = (SIGN_IN, CODE, SIGN_UP, SIGN_UP_CODE, SIGN_OUT, "/compte/suspendu/", "/compte/", "/compte/adresse/")
DIGITS = re.compile(r"\b\d{4}-\d{4}\b")


def ask_for_code(client, address=ADDRESS, **query):
    return client.post(SIGN_IN, {"login": address}, query_params=query)


def code_of_last_mail():
    return DIGITS.search(mail.outbox[-1].body)[0]


def sign_in(client, address=ADDRESS, **query):
    step = ask_for_code(client, address, **query)
    return client.post(step["Location"], {"code": code_of_last_mail()})


def signed_in_as(client):
    return get_user_model().objects.filter(pk=client.session.get("_auth_user_id")).first()
