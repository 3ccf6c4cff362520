"""The title of a page says first that a form has to be repaired, whatever the view calls the form."""

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template

from volunteering.core.filtering.form import FilterForm

ASKED = Template("{% load volunteering_mistakes %}{% mistakes as mistaken %}{{ mistaken }}")


class Wish(forms.Form):
    words = forms.CharField()


@pytest.mark.parametrize("name", ["form", "guard", "message_form"])
def test_a_form_that_was_sent_with_mistakes_is_seen_under_every_name(name):
    assert ASKED.render(Context({name: Wish({})})) == "True"


def test_what_stands_in_the_way_of_a_whole_page_is_seen():
    assert ASKED.render(Context({"problem": "Too often today."})) == "True"


def test_a_list_that_left_out_an_answer_has_no_mistake():
    assert ASKED.render(Context({"filters": FilterForm(QueryDict("sort=garbage"))})) == "False"


@pytest.mark.parametrize("given", [{}, {"form": Wish()}, {"form": Wish({"words": "Bonjour"})}, {"problem": ""}])
def test_a_page_without_mistakes_says_nothing(given):
    assert ASKED.render(Context(given)) == "False"
