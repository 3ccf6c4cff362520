"""The title of a page says first that a form has to be repaired, whatever the view calls the form."""

import pytest
from django import forms
from django.template import Context, Template

ASKED = Template("{% load volunteering_mistakes %}{% mistakes as mistaken %}{{ mistaken }}")


class Wish(forms.Form):
    words = forms.CharField()


@pytest.mark.parametrize("name", ["form", "guard", "message_form"])
def test_a_form_that_was_sent_with_mistakes_is_seen_under_every_name(name):
    assert ASKED.render(Context({name: Wish({})})) == "True"


def test_what_stands_in_the_way_of_a_whole_page_is_seen():
    assert ASKED.render(Context({"problem": "Too often today."})) == "True"


@pytest.mark.parametrize("given", [{}, {"form": Wish()}, {"form": Wish({"words": "Bonjour"})}, {"problem": ""}])
def test_a_page_without_mistakes_says_nothing(given):
    assert ASKED.render(Context(given)) == "False"
