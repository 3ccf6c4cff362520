"""The admin as a member of a group meets it: signed in, forms filled in as the browser would send them."""

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from tests.factories import EditorFactory

EDITOR, MODERATOR, AGENT, READER = "Éditeur", "Modérateur vie associative", "Agent d'accueil", "Lecture seule"
PUBLISH = {"action-publish": "1"}


def sign_in(*groups: str, **user) -> Client:
    """A client of somebody in these groups (of `setup`); `client.user` is the person."""
    client = Client()
    client.user = EditorFactory(groups=groups or [EDITOR], **user)
    client.force_login(client.user)
    return client


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_url(model: type[Page], parent: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["volunteering", model._meta.model_name, parent.pk])


def form_at(client: Client, url: str, **changes) -> QueryDict:
    """What the page's form would send as it stands, with some fields changed (`__` in a name stands for a dash)."""
    response = client.get(url)
    assert response.status_code == 200, url
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    for chooser in ("organisers",):  # several inputs of one name
        inputs = soup(response).select(f"form input[name={chooser}]")
        data.setlist(chooser, [each["value"] for each in inputs if each.get("value")])
    for name, value in changes.items():
        data[name.replace("__", "-")] = value
    return data


def send(client: Client, url: str, data: QueryDict, **action) -> HttpResponse:
    return client.post(
        url, {**data.dict(), **{key: data.getlist(key) for key in data if len(data.getlist(key)) > 1}, **action}
    )


def errors(response: HttpResponse) -> list[str]:
    """The sentences of the errors on a page of the admin."""
    return [plain(each) for each in soup(response).select(".error-message, .errorlist li")]


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def plain(part: Tag) -> str:
    """What one reads there, every kind of space as an ordinary one."""
    return " ".join(part.get_text(" ").split())


def text(response: HttpResponse) -> str:
    """What one reads, without the sidebar's data."""
    page = soup(response)
    return plain(page.select_one("main") or page)
