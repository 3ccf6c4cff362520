"""What several people do at the same moment (tests/rig/race.py)."""

from uuid import uuid4

from django.db import IntegrityError
from wagtail.models import Site

from tests.moderation.proposing import ALL
from volunteering.agenda.models import EventIndexPage, EventPage
from volunteering.moderation import actions
from volunteering.moderation.kinds import kind_of
from volunteering.moderation.submitting.questionnaire import Questionnaire


def submit(kind: str) -> str:
    """A whole submission of somebody whose address is known; the path of the page it became."""
    typed = {step: {name: [value] for name, value in answers.items()} for step, answers in ALL[kind].items()}
    who = typed.pop("vous")
    begun = actions.begin(kind=kind_of(kind), site=Site.objects.get(), typed=typed, language="fr", email=f"{uuid4().hex}@people.example")
    submission = actions.keep_author(
        submission=begun, values={"first_name": who["first_name"][0], "last_name": who["last_name"][0]}, charter_version=""
    )
    answers = Questionnaire(submission).answers()
    return actions.send(submission=submission, kind=kind_of(kind), answers=answers).page.path


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
