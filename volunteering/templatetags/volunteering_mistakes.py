"""Whether a page has to say first that something must be repaired.

{% load volunteering_mistakes %}{% mistakes as mistaken %}{% if mistaken %}…{% endif %}
"""

from django import template
from django.forms import BaseForm

register = template.Library()


@register.simple_tag(takes_context=True)
def mistakes(context: template.Context) -> bool:
    """Whether a form that the view gave, whatever its name, was sent with mistakes, or a `problem` in its way."""
    given = context.flatten()
    return bool(given.get("problem")) or any(isinstance(each, BaseForm) and each.errors for each in given.values())
