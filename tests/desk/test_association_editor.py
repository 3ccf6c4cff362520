"""An editor writes an association's record."""

import pytest

from tests.admin import PUBLISH, edit_url, errors, form_at, send, sign_in
from tests.factories import AssociationFactory
from volunteering.directory.models import AssociationPage

ONE, OTHER = "https://reseau.example/@asso", "http://asso.example/videos"


def publish(association, **changes):
    client = sign_in()
    return send(client, edit_url(association), form_at(client, edit_url(association), **changes), **PUBLISH)


def links(association):
    return AssociationPage.objects.get(pk=association.pk).social_links


def test_an_editor_types_pages_on_social_networks_one_per_line():
    association = AssociationFactory()
    publish(association, social_links=f"{ONE}\r\n\r\n {OTHER} ")
    assert links(association) == [ONE, OTHER]


def test_an_editor_empties_the_pages_on_social_networks():
    association = AssociationFactory(social_links=[ONE])
    publish(association, social_links="")
    assert links(association) == []


@pytest.mark.parametrize("line", ["javascript:alert(1)", "//asso.example", "asso.example", '["https://asso.example"]'])
def test_an_editor_cannot_publish_an_address_that_browsers_do_not_open_as_a_page(line):
    association = AssociationFactory(social_links=[ONE])
    assert any("https://www.example.org" in error for error in errors(publish(association, social_links=line)))
    assert links(association) == [ONE]
