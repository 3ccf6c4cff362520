"""Reads everything the public site leads to, as a search engine would, and remembers every byte."""

import re
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import reverse

HOST = "http://localhost"
# Where everything starts: what nothing links to, too.
AGENDA = ("/agenda/?month=2026-03", "/agenda/?week=2026-03-04&missions=1", "/agenda/?missions=1", "/agenda/?page=2")
SEEDS = ("/", "/sitemap.xml", "/no-such-page/", *AGENDA, "/missions/?page=2")
# Served by the web server from files, not by our code.
FILES = ("/static/", "/media/")
# The months before and after this one are endless: so many addresses of one path are enough.
QUERIES_PER_PATH = 8
# What marks a list that a script swaps in place.
SWAPPED = b"data-fragment"
# In other formats (calendars, tables) an address is cut by line folds and commas; they are read, not followed.
FOLLOWED = ("text/html", "application/xml")
ADDRESS = re.compile(rf"{HOST}[^\s\"'<>\\)]*")


@dataclass(frozen=True)
class Answer:
    address: str
    status: int
    content: bytes

    def __contains__(self, token: str) -> bool:
        return token.encode() in self.content


@dataclass
class Crawl:
    answers: dict[str, Answer] = field(default_factory=dict)
    # Which page led to each address.
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def dead_ends(self) -> list[str]:
        """Links of the site that lead nowhere."""
        wrong = [each for each in self.answers.values() if each.status >= 400 and each.address not in SEEDS]
        return [f"{each.address} ({each.status}), linked from {self.sources[each.address]}" for each in wrong]

    def saying(self, token: str) -> list[str]:
        return [answer.address for answer in self.answers.values() if token in answer]


class Links(HTMLParser):
    """Every value of an attribute that looks like an address."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value and (name in ("href", "src", "action") or value.startswith(("/", HOST))):
                self.found.append(value)


def public_seeds() -> list[str]:
    return [*SEEDS, reverse("volunteering:theme"), reverse("volunteering:base_map")]


def crawl(client: Client, *, seeds: Iterable[str] = ()) -> Crawl:
    """Follow every link from the seeds on; each address once, whole and as the fragment a script would swap in."""
    seen, per_path = Crawl(), Counter()
    waiting = deque(seeds or public_seeds())
    while waiting:
        address = waiting.popleft()
        path = urlsplit(address).path
        if address in seen.answers or path.startswith(FILES) or per_path[path] >= QUERIES_PER_PATH:
            continue
        per_path[path] += 1
        response = client.get(address)
        # Feeds are streamed.
        content = response.getvalue() + str(response.headers).encode()
        if SWAPPED in content:
            content += client.get(address, headers={"x-fragment": "1"}).content
        seen.answers[address] = Answer(address, response.status_code, content)
        followed = content if response.headers.get("Content-Type", "").startswith(FOLLOWED) else b""
        for link in links(address, followed.decode(errors="replace"), response.headers.get("Location", "")):
            seen.sources.setdefault(link, address)
            waiting.append(link)
    return seen


def links(address: str, text: str, location: str) -> list[str]:
    """Addresses on this site that an answer leads to, without their anchors."""
    written = [location] if location else []
    written += [*Links(text).found, *(found.rstrip(".,;") for found in ADDRESS.findall(unescape(text)))]
    full = (urljoin(f"{HOST}{address}", link) for link in written)
    return [_local(link) for link in full if link.startswith((f"{HOST}/", f"{HOST}?"))]


def _local(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
