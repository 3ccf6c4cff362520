"""Whether a page has to say first that something must be repaired.

{% load volunteering_mistakes %}{% mistakes as mistaken %}{% if mistaken %}…{% endif %}
"""

from django import template
from django.forms import BaseForm

from volunteering.core.filtering.form import FilterForm

register = template.Library()


@register.simple_tag(takes_context=True)
def mistakes(context: template.Context) -> bool:
    """Whether a form that the view gave, whatever its name, was sent with mistakes, or a `problem` in its way."""
    given = context.flatten()
    return bool(given.get("problem")) or any(is_mistaken(each) for each in given.values())


def is_mistaken(given: object) -> bool:
    """A list leaves out an answer that it cannot read, says so and stands there: that is no mistake."""
    return isinstance(given, BaseForm) and not isinstance(given, FilterForm) and bool(given.errors)
