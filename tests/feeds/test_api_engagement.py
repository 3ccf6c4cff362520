"""The XML for the national hub, checked against its rules; what it and JeVeuxAider refuse, in words."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.factories import AssociationFactory, MissionFactory, ThemeFactory, shift
from tests.feeds.reading import read
from tests.feeds.test_ical_text import KEPT
from volunteering.core.taxonomy import NationalDomain
from volunteering.feeds.api_engagement import department, document
from volunteering.feeds.national import NationalMission, Site, is_for_hub, refusals

NOW = datetime(2026, 3, 4, 8, tzinfo=UTC)
WELL = NationalMission(
    client_id="5f0c",
    title="Trier les dons",
    description="Une matinée. " * 30,
    application_url="https://ville.example/missions/trier/",
    domain="solidarite-insertion",
    organisation="Le Panier",
    organisation_id="77",
    posted_at=NOW - timedelta(days=1),
    start_at=NOW + timedelta(days=30),
    end_at=NOW + timedelta(days=60),
    city="Rivemont",
)

# The hub's rules as its import states them: element → may it be absent, what it may hold.
ISO = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"
ADDRESS = {"street": ".+", "postalCode": ".+", "city": ".+", "departmentCode": r"\d\d|2[AB]|9[78]\d", "country": "FR"}
SCHEMA = {
    "title": (True, r"(?!.*&#)\S+\s+\S.*"),
    "clientId": (True, r"\S+"),
    "description": (True, r"(?s).{1,20000}"),
    "applicationUrl": (True, r"https?://\S+"),
    "postedAt": (False, ISO),
    "startAt": (False, ISO),
    "endAt": (False, ISO),
    "domain": (False, "|".join(NationalDomain.values)),
    "schedule": (False, ".+"),
    "remote": (False, "no|possible|full|local"),
    "reducedMobilityAccessible": (False, "yes|no"),
    "closeToTransport": (False, "yes|no"),
    "openToMinors": (False, "yes|no"),
    "places": (False, r"[1-9]\d*"),
    "image": (False, r"https?://\S+"),
    "organizationName": (True, ".+"),
    "organizationClientId": (True, ".+"),
    "organizationRNA": (False, r"W\d{9}"),
    "organizationSiren": (False, r"\d{9}|\d{14}"),
    "organizationUrl": (False, r"https?://\S+"),
    "organizationDescription": (False, "(?s).+"),
}


def faults(text: str) -> list[str]:
    """Where the document breaks the rules."""
    root = ElementTree.fromstring(text.encode())
    found = [] if "<?xml" in text and root.tag == "source" else ["no declaration, or another root"]
    for mission in root:
        told = {child.tag: child.text or "" for child in mission}
        found += [f"<{mission.tag}>"] if mission.tag != "mission" else []
        found += [f"unknown {name}" for name in set(told) - set(SCHEMA) - {"addresses"}]
        found += [f"no {name}" for name, (needed, _form) in SCHEMA.items() if needed and not told.get(name)]
        found += [
            f"{name}: {told[name]}" for name, rule in SCHEMA.items() if name in told and not fits(told[name], rule)
        ]
        found += [f"twice {name}" for name in told if len(mission.findall(name)) > 1]
        for address in mission.findall("addresses/address"):
            found += address_faults(address)
    names = [each.text for each in root.iter("clientId")]
    return found + (["clientId twice"] if len(set(names)) < len(names) else [])


def fits(value: str, rule: tuple[bool, str]) -> bool:
    return bool(re.fullmatch(rule[1], value))


def address_faults(address: ElementTree.Element) -> list[str]:
    location = address.find("location")
    wrong = [
        child.tag for child in address if child is not location and not fits(child.text, (True, ADDRESS[child.tag]))
    ]
    if location is not None and [abs(float(each.text)) <= 180 for each in location] != [True, True]:
        wrong.append("location")
    return wrong


def a_mission(**fields):
    theme = ThemeFactory(domain="sport")
    organiser = AssociationFactory(rna="W423001234", siret="73282932000074")
    wanted = {"title": "Trier les dons", "organiser": organiser, "city": "Rivemont", "postal_code": "42990"}
    return MissionFactory(**{**wanted, "themes": [theme], "location": "SRID=4326;POINT(4.06 45.9)", **fields})


@pytest.mark.django_db
def test_the_xml_keeps_the_rules_of_the_hub(client):
    a_mission(children={"shifts": [shift(days=30)]}, wheelchair=True, rhythm="2 heures <par> semaine & plus")
    a_mission(organiser=None, remote=True, period_start=timezone.localdate())
    a_mission(places=3, open_to_minors=True, public_transport=True)

    text = read(client, "missions.xml")

    assert faults(text) == []
    assert len(ElementTree.fromstring(text.encode())) == 3


@pytest.mark.django_db
def test_a_mission_is_told_with_all_that_is_known(client):
    mission = a_mission(children={"shifts": [shift(days=30, places=5)]}, format="both", open_to_minors=True)

    told = ElementTree.fromstring(read(client, "missions.xml").encode())[0]

    assert told.findtext("clientId") == str(mission.translation_key)
    assert told.findtext("applicationUrl") == f"http://localhost{mission.url}"
    assert [told.findtext(name) for name in ("domain", "remote", "places", "openToMinors")] == [
        "sport",
        "possible",
        "5",
        "yes",
    ]
    assert told.findtext("organizationRNA") == "W423001234"
    assert told.findtext("addresses/address/departmentCode") == "42"
    assert float(told.findtext("addresses/address/location/lat")) == 45.9


@pytest.mark.django_db
@pytest.mark.parametrize("text", KEPT)
def test_hostile_text_breaks_nothing(client, text):
    mission = a_mission(title=f"Un titre {text}"[:250], summary=text[:300], tasks=f"<p>]]>&amp;#38; {text[:50]}</p>")

    found = faults(read(client, "missions.xml"))

    assert found == [], mission.title


@pytest.mark.django_db
def test_what_the_hub_refuses_is_left_out(client):
    a_mission(title="Trier")
    a_mission(organiser=AssociationFactory(draft=True, title="Secrète"))
    a_mission(themes=[ThemeFactory(domain="cuisine")])
    a_mission(signup_open=False)
    a_mission(title="Bien faite")

    text = read(client, "missions.xml")

    assert re.findall("<title>(.*?)</title>", text) == ["Bien faite"]
    assert "Secrète" not in text


def test_a_mission_without_fault_is_refused_by_nobody():
    assert refusals(WELL, now=NOW) == []
    assert faults("".join(document(iter([WELL])))) == []


@pytest.mark.parametrize(
    ("fault", "by", "code"),
    [
        ({"client_id": ""}, Site.HUB, "client-id"),
        ({"title": "Trier"}, Site.HUB, "title"),
        ({"title": "Trier &amp;#39; les dons"}, Site.HUB, "title-code"),
        ({"description": ""}, Site.HUB, "description"),
        ({"description": "a" * 20_001}, Site.HUB, "description-long"),
        ({"application_url": ""}, Site.HUB, "address"),
        ({"domain": "cuisine"}, Site.HUB, "domain"),
        ({"organisation": "", "organisation_id": ""}, Site.HUB, "organisation"),
        ({"description": "a" * 299}, Site.JEVEUXAIDER, "description-short"),
        ({"city": ""}, Site.JEVEUXAIDER, "city"),
        ({"posted_at": NOW - timedelta(days=190)}, Site.JEVEUXAIDER, "old"),
        ({"start_at": NOW + timedelta(days=6), "end_at": NOW + timedelta(days=20)}, Site.JEVEUXAIDER, "soon"),
    ],
)
def test_each_fault_is_named_and_kept_from_the_hub_when_the_hub_refuses_it(fault, by, code):
    mission = replace(WELL, **fault)

    assert [(refusal.by, refusal.code) for refusal in refusals(mission, now=NOW)] == [(by, code)]
    assert is_for_hub(mission) is (by != Site.HUB)
    assert ("<mission>" in "".join(document(iter([mission])))) is (by != Site.HUB)


@pytest.mark.parametrize(("days", "end"), [(8, 20), (6, 22)])
def test_a_mission_with_time_enough_is_not_too_soon(days, end):
    mission = replace(WELL, start_at=NOW + timedelta(days=days), end_at=NOW + timedelta(days=end))

    assert refusals(mission, now=NOW) == []


@pytest.mark.parametrize(
    ("postcode", "code"),
    [("42990", "42"), ("01000", "01"), ("97410", "974"), ("20000", "2A"), ("20200", "2B"), ("B-1000", ""), ("", "")],
)
def test_a_postcode_tells_its_department(postcode, code):
    assert department(postcode) == code


@pytest.mark.django_db
def test_the_command_lists_what_would_be_refused():
    a_mission(title="Trier")
    out = StringIO()

    call_command("national_missions", stdout=out)

    assert "Trier\tAPI Engagement\t" in out.getvalue()
    assert "1 missions take volunteers, 1 of them" in out.getvalue()


@pytest.mark.django_db
def test_the_command_writes_the_xml(tmp_path):
    a_mission()

    call_command("national_missions", xml=str(tmp_path / "missions.xml"), stdout=StringIO())

    assert faults((tmp_path / "missions.xml").read_text("utf-8")) == []
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("national_missions", xml=str(tmp_path), stdout=StringIO())
