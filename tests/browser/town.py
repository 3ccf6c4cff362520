"""A part of the demo city, small enough to be made for each run of the tests: every kind of page in every state.

The texts, the pictures and the way they become pages are the demo's own; `PLACES` names those that tests open.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.test import Client
from wagtail.models import Page

from home.demo import ground
from home.demo.content import Builder
from home.demo.data_files import read
from home.demo.seed import seed_pages
from home.demo.sign_ups import seed_volunteers
from home.demo.tree import seed_tree
from home.models import HomePage
from volunteering.missions.capacity import count_open_missions
from volunteering.search.actions import indexed_together

EVENTS = (
    "cours-de-francais",  # weekly, one date cancelled
    "heure-du-conte",  # weekly, except school holidays
    "fournee-au-four-banal",  # every month, one date cancelled
    "les-mains-du-cuir",  # an exhibition of several weeks
    "fete-de-la-premiere-pierre",  # yearly, all day
    "vingt-quatre-heures-d-antenne",  # from one day to the next
    "la-grande-parade-costumee",  # cancelled
    "balade-en-toue",  # postponed
    "course-des-berges",  # another date
    "reconnaitre-les-arnaques",  # moved online
    "les-gestes-qui-sauvent",  # full
    "bal-folk",
    "soiree-jeux",
    "la-nuit-au-telescope",
)
MISSIONS = (
    "trier-les-dons-de-la-grande-collecte",  # three shifts
    "cuisiner-la-soupe-du-jeudi",
    "aider-une-famille-a-emmenager",  # full
    "prendre-le-relais-d-un-aidant",  # sign-up closed
    "telephoner-chaque-semaine",  # from home
    "accueillir-les-nouveaux-habitants",  # over
    "converser-en-francais",  # no shift
)
ASSOCIATIONS = ("mediatheque-des-tanneries", "les-sentinelles-du-fleuve", "le-tournevis-des-tanneries")
NEWS = 4
# One of each block, beneath those of the demo's home page.
BLOCKS = [
    ("map", {"title": "Sur la carte", "subject": "events"}),
    ("call_to_action", {"title": "Une demi-journée à donner ?", "text": "Dites-nous.", "button": "Voir", "url": "/"}),
]
PLACES = {
    "home": "/",
    "agenda": "/agenda/",
    "agenda-narrowed": "/agenda/?free=1&until={until}&theme=nope",
    "agenda-month": "/agenda/?month={month}",
    "agenda-week": "/agenda/?week={today}",
    "agenda-missions": "/agenda/?missions=1",
    "agenda-sheet": "/agenda/?sheet={today}",
    "event": "/agenda/cours-de-francais/",
    "event-over-days": "/agenda/les-mains-du-cuir/",
    "event-cancelled": "/agenda/la-grande-parade-costumee/",
    "event-moved-online": "/agenda/reconnaitre-les-arnaques/",
    "agenda-unread": "/agenda/?place=nulle+part",
    "missions": "/missions/",
    "missions-none": "/missions/?q=zzz&home=1",
    "mission": "/missions/trier-les-dons-de-la-grande-collecte/",
    "mission-full": "/missions/aider-une-famille-a-emmenager/",
    "directory": "/associations/",
    "association": "/associations/mediatheque-des-tanneries/",
    "news-list": "/actualites/",
    "news": "/actualites/{news}/",
    "standard-page": "/{page}/",
    "accessibility": "/accessibilite/",
    "search": "/engagement/recherche/?q=rivemont",
    "search-corrected": "/engagement/recherche/?q=assosiation&kind=associations",
    "search-empty": "/engagement/recherche/?q=fournee+zzz",
    "sign-up-for-mission": "/engagement/missions/{mission}/participer/",
    "my-missions-link": "/engagement/mes-missions/mon-lien/",
    "my-missions-sent": "/engagement/mes-missions/verifiez-vos-messages/",
    "my-data-erased": "/engagement/mes-donnees/effacees/",
    "claim": "/engagement/associations/{association}/c-est-mon-association/",
    "propose": "/engagement/proposer/",
    "propose-event": "/engagement/proposer/evenement/",
    "propose-mission": "/engagement/proposer/mission/",
    "propose-association": "/engagement/proposer/association/",
    "propose-news": "/engagement/proposer/actualite/",
    "propose-initiative": "/engagement/proposer/initiative/",
    "ask-to-change": "/engagement/proposer/modifier/{reported}/lien/",
    "my-submissions-link": "/engagement/propositions/mon-lien/",
    "my-submissions-sent": "/engagement/propositions/verifiez-vos-messages/",
    "help-link-sent": "/engagement/coups-de-main/verifiez-vos-messages/",
    "report-sent": "/engagement/signaler/merci/",
    "embed": "/engagement/embed/agenda/",
    "embed-code": "/engagement/embed/?list=missions",
    "sign-in": "/compte/connexion/",
    "sign-up": "/compte/inscription/",
    "follow": "/engagement/alertes/events/?theme=culture",
    "follow-sent": "/engagement/alertes/verifiez-vos-messages/",
    "follow-link": "/engagement/alertes/mon-lien/",
    "ask-for-help": "/engagement/coups-de-main/demander/",
    "give-help": "/engagement/coups-de-main/",
    "help-link": "/engagement/coups-de-main/mon-lien/",
    "report": "/engagement/signaler/{reported}/",
    "not-found": "/nulle-part/",
}


def build(*, today: date) -> None:
    """Make the town in the database of the moment."""
    rows = {kind: list(each) for kind, each in wanted().items()}
    pictures = {row["picture"] for each in rows.values() for row in each}
    images = ground.seed_pictures({*pictures, "village-fete"})
    seed_tree(images)
    ground.seed_city()
    ground.seed_taxonomy()
    ground.seed_accounts()
    seed_volunteers()
    builder = Builder(today=today, images=images)
    for kind, each in rows.items():
        with indexed_together(), transaction.atomic():
            list(seed_pages(kind, each, builder=builder))
    count_open_missions()
    home = HomePage.objects.get()
    home.body.extend(BLOCKS)
    home.save_revision().publish()


def draw_pictures(*, today: date) -> None:
    """Ask for every place once: the sizes of its pictures are kept with the town."""
    for place in PLACES:
        Client().get(address(place, today=today))


def address(place: str, *, today: date) -> str:
    news, page = read("news.json")[0]["slug"], read("city.json")["pages"][0]["slug"]
    until = today + timedelta(days=60)
    slugs = {"reported": EVENTS[0], "mission": MISSIONS[0], "association": ASSOCIATIONS[-1]}
    keys = {name: Page.objects.filter(slug=slug).values_list("pk", flat=True).first() for name, slug in slugs.items()}
    return PLACES[place].format(month=f"{today:%Y-%m}", today=today, until=until, news=news, page=page, **keys)


def wanted() -> dict[str, Iterator[dict[str, Any]]]:
    """Rows of the demo's files by kind; associations that organise something come along."""
    events = [row for row in read("events.json") if row["slug"] in EVENTS]
    missions = [row for row in read("missions.json") if row["slug"] in MISSIONS]
    organisers = {name for row in events for name in row["organisers"]} | {row["organiser"] for row in missions}
    associations = (row for row in read("associations.json") if row["slug"] in organisers | {*ASSOCIATIONS})
    return {"association": associations, "mission": missions, "event": events, "news": read("news.json")[:NEWS]}
