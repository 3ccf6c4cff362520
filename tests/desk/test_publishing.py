"""Publishing without the editor (several pages at once, the end of a workflow) asks what the editor asks."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Page

from tests.admin import AGENT, EDITOR, MODERATOR, edit_url, form_at, send, sign_in, text
from tests.factories import (
    AssociationFactory,
    EventFactory,
    HomePageFactory,
    ImageFactory,
    MissionFactory,
    NewsFactory,
    once,
)
from volunteering.core import publishing


def publish_all(*pages, follow=True, group=EDITOR, **ticked):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = urlencode({"id": [page.pk for page in pages], "next": reverse("volunteering_events:index")}, doseq=True)
    return sign_in(group).post(f"{url}?{query}", ticked, follow=follow)


def live(*pages):
    return [page.live for page in Page.objects.filter(pk__in=[page.pk for page in pages])]


def undescribed():
    return ImageFactory(description="")


def placed(**kwargs):
    return MissionFactory(address="12 rue du Port", draft=True, **kwargs)


@pytest.mark.parametrize("group", [EDITOR, MODERATOR])
def test_whoever_may_publish_publishes_several_complete_pages_at_once(group):
    pages = [EventFactory(draft=True), placed(), AssociationFactory(draft=True)]
    publish_all(*pages, group=group)
    assert live(*pages) == [True, True, True]


INCOMPLETE = {
    "undescribed": (lambda: EventFactory(draft=True, image=undescribed()), "Image : Décrivez cette image"),
    "dateless": (lambda: EventFactory(draft=True, children={}), "Dates : Ajoutez au moins une date."),
    "hourless": (
        lambda: EventFactory(draft=True, children={"dates": [once(start_time=None)]}),
        "Dates : Indiquez une heure de début",
    ),
    "dayless": (lambda: draft_without_day(), "Dates : Date : à remplir."),
    "nowhere": (lambda: MissionFactory(draft=True), "Nom du lieu : Dites où cela se passe"),
    "wordless": (lambda: emptied(placed(), tasks=""), "Ce que l’on fait : à remplir."),
    "bare": (lambda: emptied(AssociationFactory(draft=True), summary=""), "Résumé : à remplir."),
    "logo": (lambda: AssociationFactory(draft=True, logo=undescribed()), "Logo : Décrivez cette image"),
    "news": (lambda: NewsFactory(draft=True, image=undescribed()), "Image : Décrivez cette image"),
    "home": (lambda: HomePageFactory(draft=True, image=undescribed()), "Image : Décrivez cette image"),
}


def emptied(page, **fields):
    """The draft as an editor leaves it who has not come to these fields yet."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return page


def draft_without_day():
    page = EventFactory(draft=True)
    page.dates = [once(first_day=None)]
    page.dates.all()[0].first_day = None
    return emptied(page)


@pytest.mark.parametrize("kind", INCOMPLETE)
def test_an_editor_cannot_publish_an_incomplete_page_in_a_selection(kind):
    make, lacks = INCOMPLETE[kind]
    page, complete = make(), EventFactory(draft=True, title="Bal des pompiers")
    response = publish_all(page, complete)
    assert f"« {page.title} » : {lacks}" in text(response)
    assert "« Bal des pompiers » :" not in text(response)
    assert live(page, complete) == [False, False]


def test_an_editor_reads_of_the_version_that_would_go_live():
    page = EventFactory()
    page.image = undescribed()
    page.save_revision()
    publish_all(page)
    assert page.get_latest_revision().pk != Page.objects.get(pk=page.pk).live_revision_id


def test_an_editor_cannot_publish_an_incomplete_page_beneath_a_selected_one():
    page = EventFactory(draft=True, children={})
    response = publish_all(page.get_parent(), include_descendants="on")
    assert "Dates : Ajoutez au moins une date." in text(response)
    assert live(page) == [False]


def test_a_long_message_names_only_the_first_pages(monkeypatch):
    monkeypatch.setattr(publishing, "MOST_NAMED", 1)
    response = publish_all(*(EventFactory(draft=True, children={}) for _ in range(3)))
    assert text(response).count("Ajoutez au moins une date.") == 1
    assert "Et 2 de plus." in text(response)


# --- Approval --------------------------------------------------------------------------------------------------------


def submit(page):
    page.get_workflow().start(page, sign_in(AGENT).user)
    return page.current_workflow_state.current_task_state


def approve(page, **headers):
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", submit(page).pk])
    client = sign_in(MODERATOR)
    return client, client.post(url, {"comment": ""}, headers=headers)


def test_a_moderator_approves_a_complete_event():
    page = EventFactory(draft=True)
    approve(page)
    assert live(page) == [True]


@pytest.mark.parametrize("kind", ["undescribed", "dateless", "nowhere", "wordless", "bare"])
def test_a_moderator_who_approves_an_incomplete_page_reads_what_it_lacks(kind):
    make, lacks = INCOMPLETE[kind]
    page = make()
    client, response = approve(page)
    assert response.url == edit_url(page)
    assert lacks in text(client.get(response.url))
    assert live(page) == [False]
    assert page.current_workflow_state.current_task_state.status == "in_progress"


def test_the_dialogue_of_approval_leads_to_what_is_missing():
    page = EventFactory(draft=True, children={})
    _client, response = approve(page, x_requested_with="XMLHttpRequest")
    assert response.json() == {"step": "success", "redirect": edit_url(page)}
    assert live(page) == [False]


def test_a_moderator_who_approves_an_incomplete_version_in_the_editor_reads_what_it_lacks():
    page = EventFactory(draft=True, image=undescribed())
    submit(page)
    page.image = None
    page.save_revision()
    client = sign_in(MODERATOR)
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    response = send(client, edit_url(page), form_at(client, edit_url(page)), **action)
    assert response.url == edit_url(page)
    assert "Image : Décrivez cette image" in text(client.get(response.url))
    assert live(page) == [False]
