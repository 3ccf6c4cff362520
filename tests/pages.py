"""A public page as its readers get it: words for people, tags for search engines and shared links."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext


def soup(response: HttpResponse) -> BeautifulSoup:
    assert response.status_code == 200, response.status_code
    return BeautifulSoup(response.content, "html.parser")


def words(response: HttpResponse, selector: str = "main") -> str:
    """What this part of the page says, in one line with ordinary spaces."""
    return " ".join(" ".join(part.get_text(" ") for part in soup(response).select(selector)).split())


def json_ld(response: HttpResponse) -> list[dict[str, Any]]:
    """The schema.org descriptions in the page."""
    scripts = soup(response).select('script[type="application/ld+json"]')
    found = [json.loads(script.string) for script in scripts]
    return [node for each in found for node in (each if isinstance(each, list) else [each])]


def meta(response: HttpResponse) -> dict[str, str]:
    """Content of the <meta> tags by name or property."""
    tags = soup(response).select("meta[content]")
    return {tag.get("property") or tag.get("name"): tag["content"] for tag in tags}


def cost(client: Client, address: str) -> int:
    """Queries of this one visit."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def queries(client: Client, address: str) -> int:
    """Of the third visit: the first makes the pictures' renditions, the second fills the caches."""
    client.get(address)
    client.get(address)
    return cost(client, address)
