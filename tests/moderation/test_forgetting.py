"""What is kept on authors: told, handed over, erased, and forgotten in time."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.images import get_image_model
from wagtail.models import Page

from tests.factories import EventFactory, ImageFactory
from tests.moderation.proposing import JEANNE, propose, the_one, write
from tests.moderation.test_reviewing import answer
from volunteering.moderation import personal_data
from volunteering.moderation.models import Submission

pytestmark = pytest.mark.usefixtures("city")


def test_an_author_is_told_what_is_held(clock):
    propose("evenement", clock, vous={"message": "Un mot."})
    [told] = personal_data.export_for(JEANNE.upper())

    assert (told["first_name"], told["email"], told["message"]) == ("Jeanne", JEANNE, "Un mot.")
    assert told["typed"]["quoi"]["title"] == ["Repas de quartier"]


def test_erasing_withdraws_what_waits_and_leaves_what_is_published_without_a_name(clock, moderator):
    _author, published = propose("evenement", clock, quoi={"title": "Publié"})
    answer(moderator, published, "approve")
    propose("evenement", clock, quoi={"title": "En attente"})
    assert personal_data.erase_for(JEANNE) == 2

    left = Submission.objects.get()
    assert (left.title, left.first_name, left.email, left.answers) == ("Publié", "", "", {})
    assert list(Page.objects.filter(title__in=["Publié", "En attente"]).values_list("title", "live")) == [
        ("Publié", True)
    ]


@pytest.mark.parametrize(
    ("state", "days"), [("draft", 60), ("unconfirmed", 2), ("refused", 183), ("withdrawn", 183), ("approved", 183)]
)
def test_each_is_forgotten_when_its_time_is_over_and_not_a_day_before(clock, state, days):
    write("evenement", clock)
    Submission.objects.update(state=state, changed_at=the_one().changed_at)
    clock.shift(timedelta(days=days, seconds=-1))
    call_command("purge_expired", verbosity=0)
    assert Submission.objects.count() == 1

    clock.shift(timedelta(seconds=2))
    call_command("purge_expired", verbosity=0)
    assert Submission.objects.count() == 0


def test_a_dry_run_tells_and_forgets_nothing(clock):
    write("evenement", clock)
    clock.shift(timedelta(days=61))
    said = StringIO()
    call_command("purge_expired", dry_run=True, stdout=said)

    assert re.search(r"^ *1  Brouillons", said.getvalue(), re.MULTILINE)
    assert Submission.objects.count() == 1


def test_a_picture_that_nothing_shows_goes_and_one_that_a_page_shows_stays(clock, wagtail_indexes):
    lonely, shown = ImageFactory(), ImageFactory()
    for picture in (lonely, shown):
        _author, submission = write("evenement", clock)
        Submission.objects.filter(pk=submission.pk).update(picture=picture)
    EventFactory(image=shown).save()
    clock.shift(timedelta(days=61))
    call_command("purge_expired", verbosity=0)

    kept = get_image_model().objects.filter(pk__in=[lonely.pk, shown.pk])
    assert [image.pk for image in kept] == [shown.pk]
