"""What somebody says of themselves, and where."""

from django.contrib.auth import get_user_model

JEANNE = "jeanne.kanari@people.example"
PROFILE = "/engagement/mon-profil/"
NAMES = {"first_name": "Jeanne", "last_name": "Kanari"}


def resident(address=JEANNE):
    return get_user_model().objects.create_user(address.partition("@")[0], address)


def say(client, step, **answers):
    """Press the main button of a step; `go` is another one."""
    return client.post(f"{PROFILE}{step}/", answers)
