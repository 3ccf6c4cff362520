"""Pages go without the pictures that are not drawn yet, where there is no room for files."""

import errno

import pytest
from django.core.files.base import File

from tests.factories import AssociationFactory, ImageFactory


@pytest.mark.django_db(transaction=True)
def test_a_page_whose_picture_finds_no_room_comes_without_it(client, monkeypatch, caplog):
    association = AssociationFactory(logo=ImageFactory(), image=ImageFactory(), title="Le Fil")

    def full(_file, chunk_size=None):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(File, "chunks", full)
        answers = [client.get(path) for path in (association.url, "/associations/")]
        assert [(answer.status_code, b"/images/" in answer.content) for answer in answers] == [(200, False)] * 2
    assert b"/images/" in client.get(association.url).content
