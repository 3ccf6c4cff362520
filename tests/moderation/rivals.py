"""What several people do at the same moment (tests/rig/race.py)."""

from uuid import uuid4

from django.db import IntegrityError
from wagtail.models import Site

from tests.moderation.proposing import ALL
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.moderation import actions
from volunteering.moderation.kinds import kind_of
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.questionnaire import Questionnaire


def begun(kind: str) -> Submission:
    """The first step of somebody who has not said who they are."""
    typed = {"quoi": {name: [value] for name, value in ALL[kind]["quoi"].items()}}
    return actions.begin(kind=kind_of(kind), site=Site.objects.get(), typed=typed, language="fr")


def submitted(kind: str, **answers: dict[str, str]) -> Submission:
    """Of somebody whose address is known; it waits for the office. `answers`: {step: {field: value}} of one's own."""
    whole = {step: {**known, **answers.get(step, {})} for step, known in ALL[kind].items()}
    typed = {step: {name: [value] for name, value in told.items()} for step, told in whole.items()}
    who = {name: values[0] for name, values in typed.pop("vous").items()}
    site, address = Site.objects.get(), f"{uuid4().hex}@people.example"
    draft = actions.begin(kind=kind_of(kind), site=site, typed=typed, language="fr", email=address)
    names = {name: who.get(name, "") for name in ("first_name", "last_name", "message")}
    # Agreed to, where the city has a charter.
    version = charter_version(CitySettings.for_site(site))
    draft = actions.keep_author(submission=draft, values=names, charter_version=version)
    return actions.send(submission=draft, kind=kind_of(kind), answers=Questionnaire(draft).answers())


def submit(kind: str) -> str:
    """The path of the page it became."""
    return submitted(kind).page.path


def add_without_waiting(kind: str) -> bool:
    """What the tree looks like to somebody who reads where to write before the others have written."""
    index = EventIndexPage.objects.get()
    last = index.get_last_child()
    path = last._inc_path() if last else index._get_path(index.path, index.depth + 1, 1)
    page = EventPage(title="Trop vite", slug=uuid4().hex, path=path, depth=index.depth + 1, summary=kind, live=False)
    page.set_url_path(index)
    try:
        page.save(clean=False)
    except IntegrityError:
        return False
    return True
