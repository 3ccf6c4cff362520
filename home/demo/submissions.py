"""What residents and associations of the demo propose: some to read, one with something to look at, one change."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Site

from home.demo import ground
from home.demo.help_requests import ADDRESS
from home.demo.sign_ups import ANSWERING
from volunteering.core.charter import charter_version
from volunteering.core.city import CitySettings
from volunteering.core.outbox.models import OutgoingMail
from volunteering.directory.models import AssociationPage
from volunteering.moderation import actions
from volunteering.moderation.kinds import Typed, kind_of
from volunteering.moderation.models import Submission
from volunteering.moderation.submitting.questionnaire import Questionnaire

LETTERS = "volunteering.moderation."
PLACE = {"ou": {"place_name": ["Place du Marché"]}}
# Kind, answers, who, their word for the office. {day} is a Saturday in a few weeks.
ROWS: tuple[tuple[str, Typed, str, str], ...] = (
    (
        "evenement",
        {
            "quoi": {
                "title": ["Vide-grenier des Tanneries"],
                "summary": ["Soixante exposants, une buvette, et de bonnes affaires toute la matinée."],
                "body": ["Installation dès 6 h.\n\nRenseignements : videgrenier@tanneries.example"],
            },
            "quand": {"first_day": ["{day}"], "start_time": ["08:00"], "end_time": ["13:00"], "frequency": ["once"]},
            **PLACE,
            "pour-qui": {"is_free": ["on"]},
        },
        "Noa P",
        "C’est notre troisième édition. Merci de nous lire !",
    ),
    (
        "mission",
        {
            "quoi": {
                "title": ["Tenir la buvette du vide-grenier"],
                "summary": ["Deux heures à servir des cafés, en équipe."],
                "tasks": ["On accueille, on sert, on encaisse à deux. Quelqu’un vous montre tout à l’arrivée."],
            },
            "quand": {
                "regularity": ["dates"],
                "first_day": ["{day}"],
                "start_time": ["08:00"],
                "end_time": ["10:00"],
                "frequency": ["once"],
                "places": ["4"],
            },
            **PLACE,
            "avec-qui": {},
        },
        "Noa P",
        "",
    ),
    (
        "initiative",
        {
            "quoi": {
                "title": ["Nettoyer les berges entre voisins"],
                "summary": ["Une matinée, des gants, et un pique-nique pour finir."],
                "tasks": ["On se répartit la rive par équipes de trois, puis on trie ce qu’on a ramassé."],
                "collective": ["Les voisins du quai"],
            },
            "quand": {
                "regularity": ["dates"],
                "first_day": ["{day}"],
                "start_time": ["09:30"],
                "end_time": ["12:00"],
                "frequency": ["once"],
            },
            **PLACE,
            "avec-qui": {"open_to_minors": ["on"]},
        },
        "Alix R",
        "Pouvez-vous nous prêter des pinces ?",
    ),
)


def seed_submissions(*, today: date) -> None:
    """Once: those that are there stay as somebody left them."""
    if Submission.objects.exists():
        return
    site, day = Site.objects.get(is_default_site=True), today + timedelta(days=21 + (5 - today.weekday()) % 7)
    for number, (kind, answers, who, words) in enumerate(ROWS):
        typed = {
            step: {name: [each.replace("{day}", day.isoformat()) for each in values] for name, values in told.items()}
            for step, told in answers.items()
        }
        draft = actions.begin(
            kind=kind_of(kind), site=site, typed=typed, language="fr", email=f"proposition-{number}@{ADDRESS}"
        )
        _send(draft, who=who, words=words)
        # The first has waited longest.
        Submission.objects.filter(pk=draft.pk).update(sent_at=timezone.now() - timedelta(days=3 - number, hours=2))
    _propose_a_change(site)
    # Nobody reads the mails of people who are only there to be looked at.
    OutgoingMail.objects.filter(letter__startswith=LETTERS).delete()


def _propose_a_change(site: Site) -> None:
    page = AssociationPage.objects.filter(slug=ANSWERING, live=True).first()
    user = get_user_model().objects.get(username=ground.ASSOCIATION)
    if page is None:
        return
    kind = kind_of("association")
    typed = kind.typed_from(page, user=user)
    typed["quoi"]["summary"] = [f"{page.summary} Portes ouvertes chaque premier samedi."[:300]]
    draft = actions.begin(
        kind=kind, site=site, typed=typed, language="fr", user=user, page=page, picture=page.image, email=user.email
    )
    _send(draft, who="Claude G", words="Nous ouvrons désormais le samedi.")


def _send(draft: Submission, *, who: str, words: str) -> None:
    first_name, _space, last_name = who.partition(" ")
    version = charter_version(CitySettings.for_site(draft.site))
    values = {"first_name": first_name, "last_name": last_name, "message": words}
    written = actions.keep_author(submission=draft, values=values, charter_version=version)
    questionnaire = Questionnaire(written)
    actions.send(submission=written, kind=questionnaire.kind, answers=questionnaire.answers())
