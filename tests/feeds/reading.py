"""Feeds as their readers get them."""

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import icalendar
from django.http import HttpResponseBase
from django.test import Client


def read(client: Client, name: str, **headers: str) -> str:
    """The whole text of a feed; `name` is its address beneath /engagement/."""
    response = client.get(f"/engagement/{name}", headers=headers)
    assert response.status_code == 200, response.status_code
    return whole(response)


def whole(response: HttpResponseBase) -> str:
    return response.getvalue().decode()


def calendar(client: Client, name: str = "agenda.ics") -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(read(client, name))


def vevents(client: Client, name: str = "agenda.ics") -> list[icalendar.Event]:
    return list(calendar(client, name).walk("VEVENT"))


def parsed(client: Client, name: str) -> Any:
    return json.loads(read(client, name))


def rows(client: Client, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(read(client, name).removeprefix("\ufeff"))))


def xml(client: Client, name: str) -> ElementTree.Element:
    """The root, namespaces left out of the names."""
    root = ElementTree.fromstring(read(client, name).encode())
    for element in root.iter():
        element.tag = re.sub(r"\{[^}]*\}", "", element.tag)
    return root
