"""What another program understands of our JSON-LD: read by PyLD, an implementation of the W3C's JSON-LD 1.1."""

from datetime import date
from typing import Any

import pytest
from pyld import jsonld

from tests.factories import AssociationFactory, EventFactory, MissionFactory, NewsFactory, once, shift
from tests.pages import json_ld

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"
# The part of schema.org's own context that decides what our names mean; a test asks nobody outside.
CONTEXT = {"@vocab": SCHEMA, "url": {"@type": "@id"}, "image": {"@type": "@id"}, "sameAs": {"@type": "@id"}}
# Source: the pages of these types on schema.org, as far as we use them.
THING = "name description url image sameAs identifier alternateName potentialAction"
PROPERTIES = {
    "Event": f"{THING} startDate endDate previousStartDate eventStatus eventAttendanceMode location organizer"
    " isAccessibleForFree offers typicalAgeRange superEvent",
    "EventSeries": f"{THING} eventSchedule",
    "Schedule": "startDate endDate repeatCount repeatFrequency byDay byMonth byMonthDay startTime endTime"
    " scheduleTimezone exceptDate",
    "Offer": "price priceCurrency url availability",
    "Place": f"{THING} address geo",
    "VirtualLocation": THING,
    "PostalAddress": "streetAddress postalCode addressLocality",
    "GeoCoordinates": "latitude longitude",
    "Organization": THING,
    "NGO": f"{THING} foundingDate email telephone knowsLanguage address location",
    "RegisterAction": "target",
    "PropertyValue": "propertyID value",
    "NewsArticle": f"{THING} headline datePublished dateModified author publisher about",
}


@pytest.fixture(autouse=True)
def front(found_city, clock, db):
    return found_city


def load(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    assert url in (SCHEMA, SCHEMA.rstrip("/")), url
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def expanded(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return jsonld.expand(nodes, {"documentLoader": load})


def typed(value: Any) -> list[dict[str, Any]]:
    """Every node with a type in an expanded document, however deep."""
    if isinstance(value, list):
        return [node for each in value for node in typed(each)]
    if not isinstance(value, dict):
        return []
    inside = [node for each in value.values() for node in typed(each)]
    return [value, *inside] if "@type" in value and "@value" not in value else inside


def pages() -> dict[str, Any]:
    association = AssociationFactory(rna="W421000001", website="https://club.example", founded=1987)
    dates = [once(date(2026, 3, 10), frequency="weekly")]
    return {
        "association": association,
        "event": EventFactory(children={"dates": dates}, organisers=[association], price="6 €", age_min=6),
        "mission": MissionFactory(children={"shifts": [shift(places=2)]}, organiser=association),
        "news": NewsFactory(),
    }


def test_another_program_finds_only_types_and_properties_that_schema_org_has(client):
    for name, page in pages().items():
        found = typed(expanded(json_ld(client.get(page.url))))
        assert found, name
        for node in found:
            kind = node["@type"][0].removeprefix(SCHEMA)
            told = {key.removeprefix(SCHEMA) for key in node if not key.startswith("@")}
            assert told <= set(PROPERTIES[kind].split()), (name, kind)


def test_another_program_reads_when_where_and_by_whom(client):
    page = pages()["event"]
    first = expanded(json_ld(client.get(page.url)))[0]
    assert first[f"{SCHEMA}startDate"] == [{"@value": "2026-03-10T14:00:00+01:00"}]
    assert first[f"{SCHEMA}url"][0]["@id"].startswith(page.full_url)
    (organizer,) = first[f"{SCHEMA}organizer"]
    assert organizer["@type"] == [f"{SCHEMA}Organization"]
    assert {node["@type"][0].removeprefix(SCHEMA) for node in typed(first)} >= {"Event", "Offer", "EventSeries"}


def test_nothing_we_tell_is_lost_on_the_way_to_triples(client):
    for name, page in pages().items():
        nodes = json_ld(client.get(page.url))
        triples = jsonld.to_rdf(nodes, {"documentLoader": load})["@default"]
        assert len(triples) >= sum(leaves(node) for node in nodes), name


def leaves(value: Any) -> int:
    """How many values a description holds, its context and its own address aside."""
    if isinstance(value, dict):
        return sum(leaves(each) for key, each in value.items() if key not in ("@context", "@id"))
    return sum(map(leaves, value)) if isinstance(value, list) else 1
